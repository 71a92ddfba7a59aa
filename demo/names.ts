import type { Random } from './random.ts';

/** Common surnames, the first more often. Names are put together by chance: whoever bears one by chance is not meant. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';
const first = '建志文明国海永春晓玉秀立德新庆少丽红凤美家学景成伟云江长正光金子俊振雪静思宏兴东瑞';
const male = '军伟强平刚峰波涛磊超勇斌辉鹏健宇浩毅凯杰林山松岩亮';
const female = '英芳娟敏静丽艳霞玲燕萍红梅琳洁莉颖婷雪倩慧蓉芬云岚';

/** An invented name of two or three characters. */
export function invent(random: Random, gender: 'MALE' | 'FEMALE'): string {
  // The square of a uniform draw prefers the front of the list, as surnames do.
  const surname = surnames[Math.floor(random.next() ** 2 * surnames.length)]!;
  const last = random.pick([...(gender === 'MALE' ? male : female)]);
  return random.chance(0.18) ? surname + last : surname + random.pick([...first]) + last;
}

/**
 * A mobile number that rings nowhere: it has the form of one (`^1[3-9]\d{9}$`), but the series 169 is assigned to no operator
 * we know of, and the demo calls nobody. Eight digits follow.
 */
export const mobileNumber = (serial: number): string => `169${String(serial % 100_000_000).padStart(8, '0')}`;
