import type { Random } from './random.ts';

/** The six nationwide kinds (reference 10). */
export const nationalKinds = [
  { code: 'K1', name: '违反防止干预司法“三个规定”', weight: 34 },
  { code: 'K2', name: '违规经商办企业及配偶子女违规从业', weight: 12 },
  { code: 'K3', name: '违规参股借贷', weight: 8 },
  { code: 'K4', name: '违规违法减刑、假释、暂予监外执行', weight: 9 },
  { code: 'K5', name: '有案不立、压案不查、有罪不究', weight: 31 },
  { code: 'K6', name: '离任人员违规从事律师职业、充当司法掮客', weight: 6 },
] as const;

/** Kinds of problem as often as they occur. */
export const drawKind = (random: Random): string =>
  random.weighted(Object.fromEntries(nationalKinds.map(({ code, weight }) => [code, weight])));
