import type { Role } from './roles.ts';

/**
 * How far a role reaches in one register: every record, those of the account's own unit and the units below it, those about
 * the officer who is signed in, or only those whose need-to-know list names the account.
 */
export type Reach = 'all' | 'unit' | 'own' | 'named';

/**
 * Who may read and who may write a register. The same table is loaded into the database, where row security enforces it a
 * second time. A role that is not listed sees nothing; SYSTEM_ADMIN is never listed for content (reference 2.5).
 */
export interface Policy {
  readonly read: Readonly<Partial<Record<Role, Reach>>>;
  readonly write: Readonly<Partial<Record<Role, Reach>>>;
  /** Roles that hand in its workbooks and fill in its forms; every role that writes unless said. */
  readonly handIn?: readonly Role[];
  /**
   * Opening one of its records, or taking an export of them, is itself an act in the ledger (house, section 5), and lists show no
   * prose. `desk` names the roles that may open any record they reach; other roles need to be named for the record first.
   */
  readonly confidential?: true | { readonly desk: readonly Role[] };
}

const overseers = { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', AUDITOR: 'all', PRESS_EDITOR: 'all' } as const;

/** Work that every unit does and reports: the office sees all, a unit its own branch. */
export const unitWork: Policy = {
  read: { ...overseers, UNIT_HEAD: 'unit', UNIT_STAFF: 'unit', DISCIPLINE_LIAISON: 'all', SUPERVISOR: 'all' },
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', UNIT_HEAD: 'unit', UNIT_STAFF: 'unit' },
};

/** What the office itself keeps and everyone on the programme may know: plans, documents, lists, units. */
export const officeWork: Policy = {
  read: {
    ...unitWork.read,
    UNIT_HEAD: 'all',
    UNIT_STAFF: 'all',
    CLUE_MANAGER: 'all',
    CASE_HANDLER: 'all',
    APPROVER: 'all',
    SCREENING_ANALYST: 'all',
    HOTLINE_AGENT: 'all',
    HOTLINE_DISPATCHER: 'all',
    HANDLING_UNIT: 'all',
    MEDIATOR: 'all',
    WINDOW_CLERK: 'all',
    PROPERTY_KEEPER: 'all',
    SECRECY_REVIEWER: 'all',
    OFFICER_SELF: 'all',
  },
  write: { OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all' },
};

/** Records about one officer that the officer may see: roster entry, talks, papers, screening explanations. */
export const officerFile: Policy = {
  read: { ...unitWork.read, OFFICER_SELF: 'own' },
  write: unitWork.write,
};

/**
 * Clues and what hangs on them (reference 28). The clue desk and the discipline commission open them by their office; those who
 * approve, supervise and oversee see that they are there and how they stand, and open what names them; handlers see no others.
 */
export const clueWork: Policy = {
  confidential: { desk: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON'] },
  handIn: ['CLUE_MANAGER'],
  read: {
    CLUE_MANAGER: 'all',
    APPROVER: 'all',
    DISCIPLINE_LIAISON: 'all',
    OFFICE_DIRECTOR: 'all',
    AUDITOR: 'all',
    SUPERVISOR: 'all',
    CASE_HANDLER: 'named',
  },
  write: {
    CLUE_MANAGER: 'all',
    DISCIPLINE_LIAISON: 'all',
    APPROVER: 'all',
    SUPERVISOR: 'all',
    OFFICE_DIRECTOR: 'all',
    CASE_HANDLER: 'named',
  },
};

/** Self-examination and leniency: the discipline commission and the officer concerned. */
export const disciplineFile: Policy = {
  confidential: true,
  read: { DISCIPLINE_LIAISON: 'all', APPROVER: 'all', AUDITOR: 'all', OFFICER_SELF: 'own' },
  write: { DISCIPLINE_LIAISON: 'all' },
};

/** Matching officers against business registers (reference 11). */
export const screeningWork: Policy = {
  confidential: true,
  read: {
    SCREENING_ANALYST: 'all',
    DISCIPLINE_LIAISON: 'all',
    OFFICE_DIRECTOR: 'all',
    AUDITOR: 'all',
    OFFICER_SELF: 'own',
  },
  write: { SCREENING_ANALYST: 'all' },
};

/** Citizens' appeals: the hotline sees all, a handling unit what was sent to it (reference 15). */
export const hotlineWork: Policy = {
  read: {
    HOTLINE_AGENT: 'all',
    HOTLINE_DISPATCHER: 'all',
    HANDLING_UNIT: 'unit',
    OFFICE_DIRECTOR: 'all',
    OFFICE_STAFF: 'all',
    AUDITOR: 'all',
  },
  write: { HOTLINE_AGENT: 'all', HOTLINE_DISPATCHER: 'all' },
};

/** Disputes: mediators of the unit that mediates (reference 18). */
export const mediationWork: Policy = {
  read: { MEDIATOR: 'unit', WINDOW_CLERK: 'unit', OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', AUDITOR: 'all' },
  write: { MEDIATOR: 'unit', WINDOW_CLERK: 'unit' },
};

/** Services at the window (reference 19, 20). */
export const windowWork: Policy = {
  read: { WINDOW_CLERK: 'unit', UNIT_HEAD: 'unit', OFFICE_DIRECTOR: 'all', OFFICE_STAFF: 'all', AUDITOR: 'all' },
  write: { WINDOW_CLERK: 'unit' },
};

/** Seized property: keepers, never handlers (reference 25). */
export const propertyWork: Policy = {
  read: { PROPERTY_KEEPER: 'unit', UNIT_HEAD: 'unit', SUPERVISOR: 'all', OFFICE_DIRECTOR: 'all', AUDITOR: 'all' },
  write: { PROPERTY_KEEPER: 'unit' },
};
