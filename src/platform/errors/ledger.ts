import { known } from './known.ts';

/** The ledger and its proofs. */
export const ledgerErrors = {
  'ledger.keyInvalid': known(
    400,
    '这不是存证公钥：应为“名称+编号+密钥”一行。',
    'This is no ledger key: expected one line "name+id+key".',
  ),
  'ledger.keyExposed': known(
    500,
    '存证签名密钥 {file} 可被他人读取；请改为仅本账户可读（0600），如怀疑泄露请更换。',
    'Others can read the ledger signing key {file}; make it readable by its owner only (0600), and replace it if it may have leaked.',
  ),
  'ledger.keyUnknown': known(
    500,
    '存证目录中的检查点不是由本密钥签名：密钥或目录放错了，存证已停止。',
    'The checkpoint in the ledger directory was not signed with this key: key or directory is the wrong one. The ledger has stopped.',
  ),
  'ledger.differs': known(
    500,
    '存证文件 {path} 与应有内容不符，为避免改写历史，存证已停止；请运行核验。',
    'Ledger file {path} is not what it must be. The ledger has stopped rather than rewrite history; run the verification.',
  ),
  'ledger.clockBack': known(
    503,
    '服务器时钟（{now}）早于最近一次操作的时间（{last}），没有保存任何内容。请校准时钟；如果之前时钟走快了，请由管理员运行 mingjing clock --accept。',
    'The server’s clock ({now}) stands before the last act ({last}); nothing was saved. Set it right; if it had run ahead before, have an administrator run mingjing clock --accept.',
  ),
  'ledger.databaseBehind': known(
    500,
    '数据库只有 {entries} 条存证，签名检查点已有 {size} 条：数据库来自较旧的备份，存证已停止。',
    'The database holds {entries} ledger entries, the signed checkpoint {size}: the database is from an older backup. The ledger has stopped.',
  ),
} as const;
