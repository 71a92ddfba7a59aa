import { words } from '../../platform/words.ts';
import { organisationFigures } from './figures.ts';
import {
  enrolments,
  honours,
  leadingBodies,
  liaisonOfficers,
  memberDepartments,
  officers,
  units,
  workingGroups,
} from './registers.ts';

export * from './registers.ts';

export const organisationModule = {
  name: 'organisation',
  words: words('组织与花名册', 'Organisation and roster'),
  registers: [units, officers, enrolments, leadingBodies, memberDepartments, workingGroups, liaisonOfficers, honours],
  figures: organisationFigures,
};
