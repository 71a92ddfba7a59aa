import { known } from './known.ts';

/** Workbooks and their import. */
export const sheetsErrors = {
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
  'import.closed': known(
    403,
    '这份文件涉及保密台账或有工作表尚未识别，只有报送人和对口部门可以查看内容。',
    'This workbook is confidential, or a sheet of it was not recognised: only whoever handed it in, and its own desk, look into it.',
  ),
  'import.cancelled': known(409, '导入已取消，没有登记任何内容。', 'The import was cancelled; nothing was registered.'),
  'import.changedSince': known(
    409,
    '有 {count} 行在登记后又被修改，不能整份撤回：{rows}',
    '{count} rows were changed after they were registered, so the import cannot be taken back whole: {rows}',
  ),
} as const;
