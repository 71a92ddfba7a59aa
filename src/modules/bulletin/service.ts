/** The use cases of bulletins. */
export { bundleOf } from './service/bundle.ts';
export type { BulletinDesk } from './service/desk.ts';
export { editBulletin, findBulletin, openBulletin } from './service/drafts.ts';
export { checkBulletin, freezeBulletin, reevaluateBulletin, snapshotBulletin } from './service/freeze.ts';
export { correctBulletin, publishBulletin } from './service/release.ts';
export {
  compareBulletin,
  exportedBulletin,
  frozenFigures,
  listBulletins,
  openPublicFigure,
  viewBulletin,
} from './service/view.ts';
