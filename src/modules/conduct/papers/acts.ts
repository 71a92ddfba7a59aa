import { defineAct } from '../../../platform/ledger/acts.ts';
import { words } from '../../../platform/words.ts';

const act = (name: string, zh: string, en: string, permission: string) =>
  defineAct({ name: `conduct.paper.${name}`, words: words(zh, en), permission, rule: null });

export const publishing = act('publish', '发布文书', 'Publish a paper', 'papers.publish');
export const delivering = act('deliver', '发放文书', 'Hand out a paper', 'papers.deliver');
export const opening = act('open', '打开文书', 'Open a paper', 'papers.answer');
export const signing = act('sign', '签署文书', 'Sign a paper', 'papers.answer');
export const refusing = act('refuse', '拒签文书', 'Refuse to sign a paper', 'papers.answer');
