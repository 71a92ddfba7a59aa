import type { SealedFileNote } from '../../../platform/sealing/attachment.ts';
import { type Words, words } from '../../../platform/words.ts';
import { contents, facts, type Moment, moments, rules } from '../leniency/rules.ts';
import type { OfficerFinding, ProvedEntry } from './entries.ts';
import { verifyLeniencyProof } from './verify-leniency.ts';
import { verifySelfReportProof } from './verify-self-report.ts';

/** What a check found, with the facts of the file as they are listed. */
export interface Told {
  readonly holds: boolean;
  readonly findings: readonly OfficerFinding[];
  readonly facts: Readonly<Record<string, string | Words | null>> | null;
}

/** What the facts of the files of this room are called. */
export const toldOfOfficers = {
  reportNumber: words('自查报告编号', 'Number of the self-report'),
  submittedAt: words('提交时间', 'Handed in at'),
  place: words('存证位次', 'Place in the ledger'),
  text: words('报告内容', 'Text of the report'),
  attachments: words('附件（原文件 SHA-256）', 'Attachments (SHA-256 of the file itself)'),
  rule: words('适用规则', 'Rule'),
  content: words('报告内容与已掌握情况（由决定人说明）', 'Content against what was held (as the decider states)'),
  fact: words('由位次得出', 'What follows from the places'),
  finding: words('认定', 'Decided'),
  timeline: words('时间线（存证位次）', 'Timeline (places in the ledger)'),
  verifiedUnder: words('存证公钥（请与另一渠道取得的比对）', 'Key of the ledger (compare with one got elsewhere)'),
} as const;

export function tellLeniency(text: string, key?: string): Told {
  const { holds, findings, file } = verifyLeniencyProof(text, key);
  if (!file) return { holds, findings, facts: null };
  const line = (Object.entries(file.timeline) as [Moment, ProvedEntry][]).toSorted(([, a], [, b]) => a.seq - b.seq);
  const told = (language: keyof Words): string =>
    line.map(([moment, { seq, at }]) => `${moments[moment][language]} #${seq} (${at.slice(0, 19)}Z)`).join(' → ');
  return {
    holds,
    findings,
    facts: {
      rule: rules[file.rule].words,
      content: contents[file.content],
      fact: facts[file.fact],
      finding: facts[file.finding],
      timeline: { zh: told('zh'), en: told('en') },
      verifiedUnder: file.verifierKey,
    },
  };
}

export function tellSelfReport(text: string, key?: string): Told {
  const { holds, findings, file } = verifySelfReportProof(text, key);
  if (!file) return { holds, findings, facts: null };
  const { submitted, opened } = file;
  const matters = opened?.report.items.length ?? 0;
  const included = opened?.report.nothingToReport
    ? words('无问题报告，与存证一致', 'Nothing to report, as committed to')
    : words(`${matters} 项，与存证一致`, `${matters} matters, as committed to`);
  return {
    holds,
    findings,
    facts: {
      reportNumber: opened && file.number,
      submittedAt: `${submitted.at.slice(0, 19)}Z`,
      place: `#${submitted.seq}`,
      text: !opened
        ? words('本文件不含内容，只证明位次', 'Not in this file, which proves the place only')
        : holds
          ? included
          : null,
      ...(holds && opened?.report.files ? { attachments: attachments(opened.report.files) } : {}),
      verifiedUnder: file.verifierKey,
    },
  };
}

/** Names with their hashes, so that whoever is shown a file can see whether it is the one. */
const attachments = (files: readonly SealedFileNote[]): string =>
  files.map(({ name, content }) => `${name} ${content ?? ''}`.trim()).join('；');
