import { known } from './known.ts';

/** Records of the registers and the files that belong to them. */
export const recordsErrors = {
  'upload.tooLarge': known(
    413,
    '文件“{name}”超过 {limit} 字节的上限。',
    'The file "{name}" is larger than the {limit} bytes allowed.',
  ),
  'upload.tooMany': known(413, '一次上传的文件过多。', 'Too many files at once.'),
  'record.missing': known(404, '没有找到该记录。', 'There is no such record.'),
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
  'record.closed': known(
    403,
    '该记录仅限指定知悉人员查阅。您的岗位可见其存在，查阅内容须经指派，或说明理由紧急查阅并留痕。',
    'Only the people named for this record may open it. You may see that it is there; to read it you must be named, or open it in an emergency with a reason that is recorded.',
  ),
} as const;
