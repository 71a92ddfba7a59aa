/**
 * Masking (脱敏). Always on the server, and always closed on doubt: a text whose parts are not recognised is hidden whole, because
 * the odd one may be the real number with a typing slip.
 */

/** First 6 and last 4 of an id number: the birthday is hidden. For staff lists only; a public page shows none of it. */
export const maskIdNumber = (number: string): string =>
  /^\d{17}[\dXx]$/.test(number) ? `${number.slice(0, 6)}********${number.slice(-4)}` : hidden(number);

/** First 3 and last 4 of a mobile number. For staff lists only. */
export const maskMobile = (number: string): string =>
  /^\d{11}$/.test(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : hidden(number);

/** The last 4 of a bank account. For staff lists only. */
export const maskBankAccount = (number: string): string => {
  const digits = number.replaceAll(' ', '');
  return /^\d{9,}$/.test(digits) ? `****${digits.slice(-4)}` : hidden(number);
};

/** Surnames of two characters: without the list 欧阳某 would read as a surname 欧. */
const compoundSurnames = new Set(
  '欧阳 太史 上官 端木 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 西门 公西'.split(
    ' ',
  ),
);

/**
 * A citizen's name in public: 张某 for a name of two characters, 张某某 for a longer one; compound surnames stay whole. Names with a
 * middle dot (少数民族, 外国译名) keep their first character, names in Latin letters their first letter, as court judgments on the
 * internet do (法释〔2016〕19号).
 */
export function maskName(name: string): string {
  const text = name.trim();
  if (/^\p{Script=Latin}/u.test(text)) return Array.from(text)[0]!.toUpperCase();
  const characters = Array.from(text);
  if (/[·•・]/.test(text)) return `${characters[0]}某某`;
  const surname = characters.slice(0, 2).join('');
  if (characters.length > 2 && compoundSurnames.has(surname))
    return surname + '某'.repeat(Math.min(characters.length - 2, 2));
  if (characters.length === 0) return '';
  return characters[0] + (characters.length <= 2 ? '某' : '某某');
}

const PROVINCE = String.raw`(?:[^省市区县旗\d]{2,8}省|[^省市区县旗\d]{2,8}自治区)?`;
const CITY = String.raw`(?:[^省市区县旗\d]{1,10}(?:市|自治州|地区|盟))?`;
/** 市 may begin the name (市南区, 市中区); the words before 区 that name a park, an estate or a yard are no district. */
const DISTRICT = String.raw`市?[^省市区县旗\d号]{1,12}?(?:自治县|自治旗|(?<![社小校园厂矿景片辖])区|县|市|旗)`;
const districtForm = new RegExp(`^${PROVINCE}${CITY}${DISTRICT}`, 'u');
const streetForm = /^[^\d号弄栋幢楼室]{1,15}?(?:街道|大道|大街|镇|乡|路|街|巷)/u;

/** An address up to its district (for the public), or up to its street or township (for staff). */
export function maskAddress(address: string, keep: 'DISTRICT' | 'STREET'): string {
  const text = address.replace(/\s/g, '');
  const district = districtForm.exec(text)?.[0];
  if (!district) return hidden(text);
  const street = keep === 'STREET' ? (streetForm.exec(text.slice(district.length))?.[0] ?? '') : '';
  const kept = district + street;
  return kept.length < text.length ? `${kept}***` : kept;
}

/** Nothing of the text and nothing of its length, except that an empty one stays empty. */
const hidden = (text: string): string => (text === '' ? '' : '***');
