/** The use cases of bulletins. */
export { bundleOf } from './service/bundle.ts';
export type { BulletinDesk } from './service/desk.ts';
export { editBulletin, findBulletin, openBulletin } from './service/drafts.ts';
export { freezeBulletin } from './service/freeze.ts';
export { checkBulletin } from './service/live.ts';
export { correctBulletin, publishBulletin } from './service/release.ts';
export { askForFreeze, cancelFreeze, freezeRunOf } from './service/runs.ts';
export { type Progress, reevaluateBulletin, snapshotBulletin } from './service/take.ts';
export {
  compareBulletin,
  exportedBulletin,
  frozenFigures,
  listBulletins,
  openPublicFigure,
  viewBulletin,
} from './service/view.ts';
