import type { Policy } from '../../../platform/access/policies.ts';
import { date, integer, ref, text } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';

/** That a unit reported, and how many; the clues themselves stand in their own register. */
const reporting: Policy = {
  read: {
    CLUE_MANAGER: 'all',
    DISCIPLINE_LIAISON: 'all',
    APPROVER: 'all',
    SUPERVISOR: 'all',
    OFFICE_DIRECTOR: 'all',
    AUDITOR: 'all',
  },
  write: { CLUE_MANAGER: 'all' },
};

/** What a handling unit closed in a quarter, as it was reported to the letters office. */
export const quarterReports = register('clues.quarterReports', {
  words: words('季度办结报告', 'Quarterly reports'),
  record: words('份', 'report'),
  key: ['unit', 'quarter'],
  title: 'quarter',
  date: 'reportedOn',
  kept: true,
  policy: reporting,
  columns: {
    unit: ref('承办单位', 'Handling unit', 'organisation.units'),
    quarter: text('季度', 'Quarter', { max: 6 }),
    closed: integer('办结件数', 'Clues closed'),
    list: text('清单校验值', 'SHA-256 of the list', { max: 64 }),
    reportedOn: date('报告日期', 'Reported on'),
    account: text('报告账户', 'Account', { max: 36 }),
  },
});
