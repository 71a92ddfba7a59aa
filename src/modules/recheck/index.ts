import { words } from '../../platform/words.ts';
import { closingDays } from './closing.ts';
import { recheckDeskItems } from './desk-items.ts';
import { recheckFigures } from './figures.ts';
import { campaigns, draws, frames, results } from './registers.ts';

export { quicknet } from './bundle/beacon.ts';
export { verifyRecheck } from './bundle/verify.ts';
export * from './registers.ts';
export { recheckRoutes } from './routes.ts';
export * from './service.ts';

export const recheckModule = {
  name: 'recheck',
  words: words('随机抽查', 'Random re-check'),
  registers: [campaigns, frames, draws, results],
  settles: new Map([[draws, closingDays]]),
  figures: recheckFigures,
  deskItems: recheckDeskItems,
};
