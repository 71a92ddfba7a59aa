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
