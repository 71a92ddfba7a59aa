import { officeWork, type Policy } from '../../../platform/access/policies.ts';
import { prose, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** A public key is for everybody; only whoever holds a secret makes one. */
const deskKeyWork: Policy = { read: officeWork.read, write: { DISCIPLINE_LIAISON: 'all' } };

/**
 * Public keys of the discipline desk: what the public and officers seal to. The secret was made in a browser of the desk and is
 * not here. Everything is sealed to every key in force.
 */
export const deskKeys = register('organisation.deskKeys', {
  words: words('举报公钥', 'Desk keys'),
  record: words('把', 'key'),
  key: ['fingerprint'],
  kept: true,
  policy: deskKeyWork,
  lookup: ['publicKey'],
  title: 'fingerprint',
  columns: {
    fingerprint: text('公钥指纹', 'Fingerprint', { max: 24 }),
    publicKey: text('公钥', 'Public key', { max: 62 }),
    holder: text('持有人', 'Holder', { max: 60 }),
    validFrom: time('启用时间', 'In force from'),
    endedAt: time('停用时间', 'Ended at', { optional: true }),
    endReason: prose('停用原因', 'Why it ended', { optional: true }),
  },
});
