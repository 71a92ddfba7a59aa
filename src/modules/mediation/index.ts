import type { Figure } from '../../platform/figure/declare.ts';
import { words } from '../../platform/words.ts';
import { agreements, confirmations, disputes, organisations, sessions } from './registers.ts';

export * from './registers.ts';

/** The figure list of the programme asks nothing of disputes. */
const figures: readonly Figure[] = [];

export const mediationModule = {
  name: 'mediation',
  words: words('非诉解纷', 'Dispute resolution'),
  registers: [organisations, disputes, sessions, agreements, confirmations],
  figures,
};
