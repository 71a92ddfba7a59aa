import { fill, type Language, type Words, words } from './words.ts';

interface Known {
  /** HTTP status the error becomes at the edge (RFC 9457 problem details). */
  readonly status: number;
  readonly text: Words;
}

const known = (status: number, zh: string, en: string): Known => ({ status, text: words(zh, en) });

/**
 * Every error the program can tell a person, once. A new error starts here: the text says what is wrong, where, and what to do.
 * `{name}` places are filled from the error's params.
 */
export const errors = {
  'request.invalid': known(400, '请求不符合要求：{detail}', 'The request is not valid: {detail}'),
  'session.missing': known(401, '请先登录。', 'Please sign in.'),
  'access.denied': known(403, '您没有“{permission}”权限。', 'You do not hold the permission "{permission}".'),
  'record.missing': known(404, '没有找到该记录。', 'There is no such record.'),
  'route.missing': known(404, '没有这个地址。', 'There is no such address.'),
  'record.changed': known(
    409,
    '该记录已被他人修改，请刷新后再试。',
    'Somebody else changed this record; reload it and try again.',
  ),
  'database.away': known(
    503,
    '数据库暂时不可用，请稍后再试；没有任何内容被保存一半。',
    'The database is away for the moment; try again shortly. Nothing was half-saved.',
  ),
  'ledger.key-invalid': known(
    400,
    '这不是存证公钥：应为“名称+编号+密钥”一行。',
    'This is no ledger key: expected one line "name+id+key".',
  ),
  'ledger.key-exposed': known(
    500,
    '存证签名密钥 {file} 可被他人读取；请改为仅本账户可读（0600），如怀疑泄露请更换。',
    'Others can read the ledger signing key {file}; make it readable by its owner only (0600), and replace it if it may have leaked.',
  ),
  'ledger.key-unknown': known(
    500,
    '存证目录中的检查点不是由本密钥签名：密钥或目录放错了，存证已停止。',
    'The checkpoint in the ledger directory was not signed with this key: key or directory is the wrong one. The ledger has stopped.',
  ),
  'ledger.differs': known(
    500,
    '存证文件 {path} 与应有内容不符，为避免改写历史，存证已停止；请运行核验。',
    'Ledger file {path} is not what it must be. The ledger has stopped rather than rewrite history; run the verification.',
  ),
  'ledger.database-behind': known(
    500,
    '数据库只有 {entries} 条存证，签名检查点已有 {size} 条：数据库来自较旧的备份，存证已停止。',
    'The database holds {entries} ledger entries, the signed checkpoint {size}: the database is from an older backup. The ledger has stopped.',
  ),
  internal: known(500, '系统内部错误，编号 {id}。', 'Internal error, number {id}.'),
} as const satisfies Record<string, Known>;

export type ErrorCode = keyof typeof errors;

/** The one error of the program: a code of the catalogue and its parameters. Turned into `application/problem+json` once, in http. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, params: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(fill(errors[code].text.en, params), options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The message in the user's language. */
  in(language: Language): string {
    return fill(errors[this.code].text[language], this.params);
  }
}
