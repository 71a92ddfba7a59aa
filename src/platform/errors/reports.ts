import { known } from './known.ts';

/** Public reports, their seals and the desk keys that open them. */
export const reportsErrors = {
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
} as const;
