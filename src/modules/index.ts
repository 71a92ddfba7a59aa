import { workCalendar } from '../platform/calendar/working-days.ts';
import type { DeskItem } from '../platform/desk/item.ts';
import type { CrossCheck } from '../platform/figure/checks.ts';
import type { Figure } from '../platform/figure/declare.ts';
import { settlesOf } from '../platform/lifecycle/adopt.ts';
import { gapItems } from '../platform/lifecycle/gap-item.ts';
import type { Matter } from '../platform/lifecycle/matter.ts';
import type { Settle } from '../platform/register/breach.ts';
import { catalogue } from '../platform/register/catalogue.ts';
import type { Register } from '../platform/register/declare.ts';
import type { Words } from '../platform/words.ts';
import { appealsModule } from './appeals/index.ts';
import { bulletinModule } from './bulletin/index.ts';
import { caseworkModule } from './casework/index.ts';
import { cluesModule } from './clues/index.ts';
import { conductModule } from './conduct/index.ts';
import { disclosureModule } from './disclosure/index.ts';
import { educationModule } from './education/index.ts';
import { interferenceModule } from './interference/index.ts';
import { mediationModule } from './mediation/index.ts';
import { organisationModule } from './organisation/index.ts';
import { outreachModule } from './outreach/index.ts';
import { programmeModule } from './programme/index.ts';
import { propertyModule } from './property/index.ts';
import { recheckModule } from './recheck/index.ts';
import { rectificationModule } from './rectification/index.ts';
import { screeningModule } from './screening/index.ts';
import { servicesModule } from './services/index.ts';
import { supervisionModule } from './supervision/index.ts';

/** What a room of the house hands to the program. */
export interface Module {
  readonly name: string;
  readonly words: Words;
  readonly registers: readonly Register[];
  readonly figures: readonly Figure[];
  /** Registers whose records live by a lifecycle. */
  readonly matters?: readonly Matter[];
  /** What follows from rows of its registers beyond themselves, and what must not stand among them. */
  readonly settles?: ReadonlyMap<Register, Settle>;
  /** Duties on the desks of its roles beside the steps of its matters. */
  readonly deskItems?: readonly DeskItem[];
  /** What must hold between figures, its own and those of others. */
  readonly checks?: readonly CrossCheck[];
}

/** The table of contents of the server: every module, in the order of the house. */
export const modules: readonly Module[] = [
  organisationModule,
  programmeModule,
  supervisionModule,
  educationModule,
  conductModule,
  cluesModule,
  recheckModule,
  caseworkModule,
  screeningModule,
  interferenceModule,
  rectificationModule,
  appealsModule,
  outreachModule,
  disclosureModule,
  servicesModule,
  mediationModule,
  propertyModule,
  bulletinModule,
];

export const matters: readonly Matter[] = modules.flatMap(({ matters: own = [] }) => own);

export const registers = catalogue(
  modules.flatMap((module) => module.registers),
  [...settlesOf(matters, workCalendar()), ...modules.flatMap(({ settles = new Map() }) => [...settles])],
);

/** What stands on desks beside matters, in the order of the house. */
export const deskItems: readonly DeskItem[] = [
  ...modules.flatMap((module) => module.deskItems ?? []),
  ...gapItems(matters, registers),
];

export const allFigures: readonly Figure[] = modules.flatMap((module) => module.figures);

export const allChecks: readonly CrossCheck[] = modules.flatMap((module) => module.checks ?? []);
