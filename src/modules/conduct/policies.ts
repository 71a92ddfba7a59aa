import type { Policy } from '../../platform/access/policies.ts';

/**
 * Papers, talks and statements of an officer: his unit, the office, the discipline commission and himself. Press editors
 * and other desks have no business with them.
 */
export const personalFile: Policy = {
  read: {
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    AUDITOR: 'all',
    DISCIPLINE_LIAISON: 'all',
    UNIT_HEAD: 'unit',
    UNIT_STAFF: 'unit',
    OFFICER_SELF: 'own',
  },
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', UNIT_HEAD: 'unit', UNIT_STAFF: 'unit' },
};

/** Talks and problem items: the officer concerned takes part, but hands in no workbook. */
export const matterOfOfficers: Policy = {
  read: personalFile.read,
  write: { ...personalFile.write, OFFICER_SELF: 'own' },
  handIn: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'UNIT_HEAD', 'UNIT_STAFF'],
};
