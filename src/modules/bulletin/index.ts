import { words } from '../../platform/words.ts';
import { bulletinChecks } from './checks.ts';
import { bulletinFigures } from './figures.ts';
import { pressConferences } from './registers.ts';

export type { Bundle } from './bundle/format.ts';
export { verifyBundle } from './bundle/verify.ts';
export { defaultDraft } from './default-draft.ts';
export { bulletinDocx, bulletinHtml, bulletinJson } from './export.ts';
export { endLostFreezes, freezeTask } from './jobs.ts';
export * from './registers.ts';
export { bulletinRoutes } from './routes.ts';
export * from './service.ts';

export const bulletinModule = {
  name: 'bulletin',
  words: words('新闻通报', 'Bulletins'),
  registers: [pressConferences],
  figures: bulletinFigures,
  checks: bulletinChecks,
};
