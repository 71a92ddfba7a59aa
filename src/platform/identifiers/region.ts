import { type Words, words } from '../words.ts';
import { faulty, type Parsed, parsed } from './fault.ts';

/** The province level of GB/T 2260; 99 is not assigned there and is where the fictional demo city lives. */
export const provinces: ReadonlyMap<string, Words> = new Map([
  ['11', words('北京市', 'Beijing')],
  ['12', words('天津市', 'Tianjin')],
  ['13', words('河北省', 'Hebei')],
  ['14', words('山西省', 'Shanxi')],
  ['15', words('内蒙古自治区', 'Inner Mongolia')],
  ['21', words('辽宁省', 'Liaoning')],
  ['22', words('吉林省', 'Jilin')],
  ['23', words('黑龙江省', 'Heilongjiang')],
  ['31', words('上海市', 'Shanghai')],
  ['32', words('江苏省', 'Jiangsu')],
  ['33', words('浙江省', 'Zhejiang')],
  ['34', words('安徽省', 'Anhui')],
  ['35', words('福建省', 'Fujian')],
  ['36', words('江西省', 'Jiangxi')],
  ['37', words('山东省', 'Shandong')],
  ['41', words('河南省', 'Henan')],
  ['42', words('湖北省', 'Hubei')],
  ['43', words('湖南省', 'Hunan')],
  ['44', words('广东省', 'Guangdong')],
  ['45', words('广西壮族自治区', 'Guangxi')],
  ['46', words('海南省', 'Hainan')],
  ['50', words('重庆市', 'Chongqing')],
  ['51', words('四川省', 'Sichuan')],
  ['52', words('贵州省', 'Guizhou')],
  ['53', words('云南省', 'Yunnan')],
  ['54', words('西藏自治区', 'Tibet')],
  ['61', words('陕西省', 'Shaanxi')],
  ['62', words('甘肃省', 'Gansu')],
  ['63', words('青海省', 'Qinghai')],
  ['64', words('宁夏回族自治区', 'Ningxia')],
  ['65', words('新疆维吾尔自治区', 'Xinjiang')],
  ['71', words('台湾省', 'Taiwan')],
  ['81', words('香港特别行政区', 'Hong Kong')],
  ['82', words('澳门特别行政区', 'Macao')],
  ['99', words('演示省', 'Demo Province')],
]);

/**
 * First two digits a citizen id or credit code may carry. Besides the provinces: 83, residence permits of people from Taiwan
 * since 2018, and 91, foreigners in the credit-code and id schemes.
 */
const prefixes = new Uint8Array(100);
for (const code of [...provinces.keys(), '83', '91']) prefixes[Number(code)] = 1;

/** True when the region at `at` of `text` begins like an assigned one. Two digits are read; they must be digits. */
export const knownPrefix = (text: string, at: number): boolean =>
  prefixes[(text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48] === 1;

export interface Region {
  readonly code: string;
  readonly level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY';
  /** The first two digits. */
  readonly province: string;
}

/** The codes a deployment knows, for fields where the region must be a current one. */
export interface RegionSet {
  has(code: string): boolean;
}

/**
 * A GB/T 2260 code. Without `known` only the structure and the province are checked, because codes of abolished counties stay
 * valid in old records and in id numbers for life.
 */
export function parseRegion(text: string, known?: RegionSet): Parsed<Region> {
  if (text.length !== 6) return faulty('LENGTH', { expected: 6, got: text.length });
  for (let i = 0; i < 6; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return faulty('CHARACTER', { position: i + 1, character: text[i]! });
  }
  const province = text.slice(0, 2);
  // A county under no prefecture reads as 00 in the middle only for the province itself.
  const malformed = text.slice(2, 4) === '00' && text.slice(4) !== '00';
  if (!provinces.has(province) || malformed || (known && !known.has(text))) return faulty('REGION', { code: text });
  const level = text.endsWith('0000') ? 'PROVINCE' : text.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
  return parsed({ code: text, level, province });
}
