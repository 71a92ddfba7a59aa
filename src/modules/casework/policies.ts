import type { Policy } from '../../platform/access/policies.ts';

/** Case registers of the handling bodies: reviewers see what names them, units their own, the office and overseers all. */
export const caseWork: Policy = {
  read: {
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    AUDITOR: 'all',
    SUPERVISOR: 'all',
    APPROVER: 'all',
    DISCIPLINE_LIAISON: 'all',
    UNIT_HEAD: 'unit',
    CASE_HANDLER: 'named',
  },
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', SUPERVISOR: 'all' },
};

/** Dates and documents of a case come from the body that handled it. */
export const caseSource: Policy = {
  read: { ...caseWork.read, UNIT_STAFF: 'unit' },
  write: { ...caseWork.write, UNIT_HEAD: 'unit', UNIT_STAFF: 'unit' },
};
