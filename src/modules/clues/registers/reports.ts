import type { Policy } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/**
 * Reports come through the public door and are worked on at the discipline desk; a citizen adds and reads nothing. That a report
 * came, and what became of it, the auditor sees too.
 */
const known: Policy = {
  confidential: true,
  read: { DISCIPLINE_LIAISON: 'all', AUDITOR: 'all' },
  write: { CITIZEN: 'all', DISCIPLINE_LIAISON: 'all' },
};
/** Sealed texts: of use to nobody but the desk, so nobody else is given them. */
const sealed: Policy = { ...known, read: { DISCIPLINE_LIAISON: 'all' } };

const report = () => ref('举报', 'Report', 'clues.reports');
const hash = () => text('密文校验值', 'Hash of the ciphertext', { max: 64 });
/** Which of the desk's key files opens it: an age file does not say. */
const sealedTo = () => text('所用公钥指纹', 'Sealed to', { max: 400 });
/** Base64 of an age file, filled up to one of five sizes. */
const envelope = () => text('密文', 'Sealed text', { max: 400_000 });

/**
 * A report by the public (群众举报). Who and which unit it is about stands in the sealed text only, and so does all else: here is
 * that it came, on which day, whether a name is given, and what became of it: each step is a version. The reporter is told the state.
 */
export const reports = register('clues.reports', {
  words: words('群众举报', 'Public reports'),
  record: words('件', 'report'),
  key: ['number'],
  date: 'receivedOn',
  kept: true,
  policy: known,
  columns: {
    number: text('举报编号', 'Report no.', { max: 40 }),
    mode: choice('举报方式', 'Reporter', { NAMED: ['实名', 'Named'], ANONYMOUS: ['匿名', 'Anonymous'] }),
    receivedOn: date('收到日期', 'Received on'),
    tokenHash: text('回执校验值', 'Keyed hash of the receipt', { max: 64 }),
    answerTo: text('回复公钥', 'Key for answers', { max: 62 }),
    state: choice('状态', 'State', {
      RECEIVED: ['已收到', 'Received'],
      OPENED: ['已拆阅', 'Opened'],
      HANDED_ON: ['已转为线索', 'Handed on as a clue'],
      NOT_TAKEN_ON: ['不予受理', 'Not taken on'],
      CLOSED: ['已办结', 'Closed'],
    }),
    readUpTo: time('已拆阅至', 'Opened up to', { optional: true }),
    clue: ref('线索', 'Clue', 'clues.clues', { optional: true }),
    reason: prose('理由', 'Reason', { optional: true }),
  },
});

/** A sealed text of the conversation between reporter and desk, or one of them sealed anew to newer keys. */
export const reportTexts = register('clues.reportTexts', {
  words: words('举报密文', 'Sealed texts of reports'),
  record: words('份', 'sealed text'),
  key: ['hash'],
  kept: true,
  policy: sealed,
  columns: {
    hash: hash(),
    report: report(),
    author: choice('书写人', 'Author', {
      REPORTER: ['举报人', 'Reporter'],
      DESK: ['纪检', 'Desk'],
      RESEALED: ['换密', 'Sealed anew'],
    }),
    sentOn: date('日期', 'Sent on'),
    files: integer('附件数', 'Attachments'),
    resealOf: text('原密文校验值', 'Sealed anew from', { max: 64, optional: true }),
    sealedTo: sealedTo(),
    envelope: envelope(),
  },
});

/** A sealed attachment. Its name, kind and key stand in the sealed text it came with. */
export const reportFiles = register('clues.reportFiles', {
  words: words('举报附件', 'Attachments of reports'),
  record: words('个', 'attachment'),
  key: ['hash'],
  kept: true,
  policy: { ...sealed, write: { CITIZEN: 'all' } },
  columns: {
    hash: hash(),
    report: report(),
    text: text('所属密文校验值', 'Sent with the text', { max: 64 }),
    size: integer('密文字节数', 'Bytes of the ciphertext'),
  },
});

/** Name and contact of a named reporter, apart from everything else (reference 28); opening it is an act of its own. */
export const reportContacts = register('clues.reportContacts', {
  words: words('举报人联系方式', 'Contacts of reporters'),
  record: words('份', 'contact'),
  key: ['hash'],
  kept: true,
  policy: sealed,
  columns: {
    hash: hash(),
    report: report(),
    resealOf: text('原密文校验值', 'Sealed anew from', { max: 64, optional: true }),
    sealedTo: sealedTo(),
    envelope: envelope(),
  },
});
