export {
  legalServiceLists,
  legalServices,
  minorViolationCases,
  penaltyListItems,
  penaltyLists,
} from './registers/lists.ts';
export { clarifications, exposures, publications, violationBulletins } from './registers/publishing.ts';
