import { words } from '../../platform/words.ts';
import { organisationFigures } from './figures.ts';
import {
  deskKeys,
  enrolments,
  honours,
  leadingBodies,
  liaisonOfficers,
  memberDepartments,
  officers,
  units,
  workingGroups,
} from './registers.ts';

export { deskKeyRoutes } from './desk-keys/routes.ts';
export { deskKeysInForce, ensureFirstDeskKey, makeDeskKey } from './desk-keys/service.ts';
export * from './registers.ts';

export const organisationModule = {
  name: 'organisation',
  words: words('组织与花名册', 'Organisation and roster'),
  registers: [
    units,
    officers,
    enrolments,
    leadingBodies,
    memberDepartments,
    workingGroups,
    liaisonOfficers,
    honours,
    deskKeys,
  ],
  figures: organisationFigures,
};
