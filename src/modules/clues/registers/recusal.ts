import type { Policy } from '../../../platform/access/policies.ts';
import { clueWork } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { clues } from './clues.ts';

/** What an officer declares about himself: the desk that assigns, the commission, and the officer. */
const declared: Policy = {
  confidential: true,
  read: { CLUE_MANAGER: 'all', DISCIPLINE_LIAISON: 'all', AUDITOR: 'all', CASE_HANDLER: 'own', OFFICER_SELF: 'own' },
  write: { CLUE_MANAGER: 'all', DISCIPLINE_LIAISON: 'all', CASE_HANDLER: 'own', OFFICER_SELF: 'own' },
};

/** Near relatives among the officers (亲属关系报告): neither handles a matter on the other (reference 29, L6 art. 47). */
export const relations = register('clues.relations', {
  words: words('亲属关系报告', 'Near relatives'),
  record: words('条', 'relation'),
  key: ['officer', 'relative'],
  date: 'declaredOn',
  officer: 'officer',
  policy: declared,
  columns: {
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    relative: ref('亲属', 'Relative', 'organisation.officers', { aliases: ['亲属编号'] }),
    kind: choice('关系', 'Relation', {
      SPOUSE: ['配偶', 'Spouse'],
      PARENT_OR_CHILD: ['父母子女', 'Parent or child'],
      SIBLING: ['兄弟姐妹', 'Sibling'],
      IN_LAW: ['姻亲', 'In-law'],
      OTHER: ['其他近亲属', 'Other near relative'],
    }),
    declaredOn: date('报告日期', 'Declared on', { aliases: ['日期'] }),
  },
});

/** An interest in one clue that bars an officer from it: as a witness, by friendship or quarrel, by money. */
export const interests = register('clues.interests', {
  words: words('回避声明', 'Declared interests'),
  record: words('条', 'interest'),
  key: ['officer', 'clue'],
  date: 'declaredOn',
  officer: 'officer',
  policy: declared,
  columns: {
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号'] }),
    clue: ref('线索', 'Clue', 'clues.clues', { aliases: ['线索编号'] }),
    reason: prose('理由', 'Reason'),
    declaredOn: date('声明日期', 'Declared on', { aliases: ['日期'] }),
  },
});

/** A piece of evidence, held by its hash: what was obtained can be shown to be what is shown later. */
export const evidence = register('clues.evidence', {
  words: words('核查证据', 'Evidence'),
  record: words('件', 'piece'),
  key: ['clue', 'number'],
  date: 'obtainedOn',
  follows: { column: 'clue', register: clues },
  policy: { ...clueWork, handIn: ['CLUE_MANAGER', 'CASE_HANDLER'] },
  columns: {
    clue: ref('线索', 'Clue', 'clues.clues', { aliases: ['线索编号'] }),
    number: integer('序号', 'No.'),
    kind: choice('证据种类', 'Kind', {
      DOCUMENT: ['书证', 'Document'],
      OBJECT: ['物证', 'Object'],
      STATEMENT: ['证言', 'Statement'],
      ELECTRONIC: ['电子数据', 'Electronic data'],
      OTHER: ['其他', 'Other'],
    }),
    description: prose('说明', 'Description'),
    obtainedOn: date('取得日期', 'Obtained on', { aliases: ['日期'] }),
    fileName: text('文件名', 'File name', { optional: true, content: true }),
    sha256: text('文件校验值', 'SHA-256 of the file', { optional: true, max: 64, digestOf: 'fileName' }),
  },
});

/** A clue opened in an emergency by somebody who was not named for it (紧急查阅). */
export const openings = register('clues.openings', {
  words: words('紧急查阅', 'Emergency openings'),
  record: words('次', 'opening'),
  key: ['clue', 'account', 'openedAt'],
  kept: true,
  policy: {
    read: { AUDITOR: 'all', OFFICE_DIRECTOR: 'all', DISCIPLINE_LIAISON: 'all', CLUE_MANAGER: 'all' },
    write: { AUDITOR: 'all', OFFICE_DIRECTOR: 'all', APPROVER: 'all', SUPERVISOR: 'all' },
  },
  columns: {
    clue: ref('线索', 'Clue', 'clues.clues'),
    account: text('查阅账户', 'Account', { max: 36 }),
    reason: prose('理由', 'Reason'),
    openedAt: time('查阅时间', 'Opened at'),
    until: time('权限截止', 'Until'),
  },
});
