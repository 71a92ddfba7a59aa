import { type Words, words } from '../../words.ts';

/** Everything the verification can find wrong. */
export const findingWords = {
  'checkpoint-missing': words('没有签名检查点', 'There is no signed checkpoint'),
  'checkpoint-unsigned': words('检查点不是由给定公钥签名', 'The checkpoint is not signed by the given key'),
  'checkpoint-ahead': words(
    '曾签发的检查点比现在的更大：存证被截短或回放',
    'A checkpoint signed earlier is larger than the present one: the log was cut short or an old state replayed',
  ),
  'history-forked': words(
    '曾签发的检查点与现在的存证不一致：历史被改写',
    'A checkpoint signed earlier does not fit the present log: history was rewritten',
  ),
  'root-differs': words('由条目重算的根与签名检查点不符', 'The root rebuilt from the entries is not the signed one'),
  'bundle-missing': words('缺少条目文件', 'An entry bundle is missing'),
  'bundle-damaged': words('条目文件残缺', 'An entry bundle is cut off or damaged'),
  'tile-missing': words('缺少哈希文件', 'A tile is missing'),
  'tile-damaged': words('哈希文件残缺', 'A tile is cut off or damaged'),
  'tile-differs': words('哈希文件与其下层不符', 'A tile does not follow from what lies below it'),
  'entry-malformed': words('条目不是规定格式', 'An entry is not in its canonical form'),
  'time-back': words(
    '条目的时间远早于其前面的条目：服务器时钟被往回拨过',
    "An entry's moment lies long before those of entries above it: the server's clock was set back",
  ),
  'database-behind': words(
    '数据库的存证少于签名检查点：数据库来自较旧的备份',
    'The database holds fewer entries than the signed checkpoint: it is from an older backup',
  ),
  'tiles-behind': words(
    '存证文件落后于数据库已签发的检查点：存证目录来自较旧的备份',
    'The files are behind a checkpoint the database knows: the directory is from an older backup',
  ),
  'entry-missing': words('数据库缺少一条存证位次', 'The database lacks the place of an entry'),
  'entry-differs': words('数据库中的位次与存证不符', 'The place in the database is not that of the log'),
  'act-missing': words('数据库缺少该行为', 'The database lacks the act of an entry'),
  'act-differs': words('数据库中的行为与存证不符', 'The act in the database is not that of the log'),
  'record-altered': words('记录内容与其承诺不符', 'A record does not open its commitment'),
  'records-differ': words('行为写入的记录与存证不符', 'The versions an act created are not those of its entry'),
  'retired-differ': words('行为作废的记录与存证不符', 'The versions an act retired are not those of its entry'),
  'record-stray': words('记录没有存证中的行为为据', 'A record was written or retired by no act that the ledger knows'),
  'record-moved': words('记录的时间与其行为不符', 'A record bears another moment than its act'),
} as const satisfies Record<string, Words>;

export type FindingCode = keyof typeof findingWords;

/** One kind of thing found wrong, at the first place it was seen. */
export interface Finding {
  readonly code: FindingCode;
  /** The first entry concerned; for a forked history the first that may differ; null if none can be named. */
  readonly entry: number | null;
  /** The file, table row or record concerned. */
  readonly where: string;
  /** In how many places it was seen. */
  readonly count: number;
}

/** Gathers findings: a wholly rewritten log gives one line a kind, not a million lines. */
export class Findings {
  readonly #found = new Map<FindingCode, Finding>();

  add(code: FindingCode, entry: number | null, where: string): void {
    const first = this.#found.get(code) ?? { code, entry, where, count: 0 };
    this.#found.set(code, { ...first, count: first.count + 1 });
  }

  list(): Finding[] {
    return [...this.#found.values()];
  }
}
