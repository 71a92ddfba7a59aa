import type { ComponentType } from 'react';
import { type Room, rooms } from '../../modules/pages.ts';
import { holders } from '../../platform/access/holders.ts';
import type { Role } from '../../platform/access/roles.ts';
import { type Words, words } from '../../platform/words.ts';
import { paths } from '../kit/paths.ts';
import { en } from '../locales/en.ts';
import { zh } from '../locales/zh-CN.ts';

export interface WorkbenchPage {
  readonly path: string;
  readonly load: () => Promise<{ default: ComponentType }>;
  /** How the page is called in the menu; pages without it are reached from others. */
  readonly menu?: Words;
  /** Roles whose menu lists it; all when left out. The server decides who may read what the page shows. */
  readonly roles?: readonly Role[];
}

const both = (key: keyof typeof zh.menu): Words => words(zh.menu[key], en.menu[key]);

/** The server's own first net, worked out from the same declarations: nobody's menu lists what can only be refused. */
const policies = rooms.flatMap(({ registers }) => registers.map(({ policy }) => policy));
const readers = holders('read', policies);
const handingIn: readonly Role[] = [...holders('write', policies), 'AUDITOR'];

/** Pages of the house itself, in the order of the menu; a new one is one line here. */
const own: readonly WorkbenchPage[] = [
  { path: paths.home, menu: both('home'), load: () => import('./pages/HomePage.tsx') },
  { path: paths.registers, menu: both('registers'), roles: readers, load: () => import('./pages/RegistersPage.tsx') },
  { path: '/registers/$name', load: () => import('./pages/RegisterPage.tsx') },
  { path: '/registers/$name/$record', load: () => import('./pages/RecordPage.tsx') },
  { path: paths.imports, menu: both('imports'), roles: handingIn, load: () => import('./pages/ImportsPage.tsx') },
  { path: '/imports/$id', load: () => import('./pages/ImportPage.tsx') },
  { path: paths.figures, menu: both('figures'), load: () => import('./pages/FiguresPage.tsx') },
  { path: '/figures/$id', load: () => import('./pages/FigurePage.tsx') },
];

/** What runs the house stands at the end of the menu. */
const running: readonly WorkbenchPage[] = [
  { path: paths.ledger, menu: both('ledger'), load: () => import('./pages/LedgerPage.tsx') },
  {
    path: paths.accounts,
    menu: both('accounts'),
    roles: ['SYSTEM_ADMIN'],
    load: () => import('./pages/AccountsPage.tsx'),
  },
  { path: paths.account, load: () => import('./pages/AccountPage.tsx') },
];

const pagesOf = (room: Room): WorkbenchPage[] =>
  room.pages.map(({ path, words: name, menu, load, roles }) => ({ path, load, roles, ...(menu && { menu: name }) }));

const ofMatters: readonly WorkbenchPage[] = [
  { path: '/matters/$name', load: () => import('./pages/MattersPage.tsx') },
  { path: '/matters/$name/late', load: () => import('./pages/LatePage.tsx') },
  { path: '/matters/$name/$record', load: () => import('./pages/MatterPage.tsx') },
];

/** Where a holder is missing: one list for all matters. */
const gaps: WorkbenchPage = {
  path: paths.gaps,
  menu: both('gaps'),
  roles: ['CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR', 'OFFICE_DIRECTOR'],
  load: () => import('./pages/GapsPage.tsx'),
};

/** Every page behind the sign-in, for the router. */
export const pages: readonly WorkbenchPage[] = [...own, gaps, ...ofMatters, ...rooms.flatMap(pagesOf), ...running];

export interface MenuEntry {
  readonly path: string;
  readonly words: Words;
  readonly roles?: readonly Role[];
}

const entries = (listed: readonly WorkbenchPage[]): MenuEntry[] =>
  listed.flatMap(({ path, menu, roles }) => (menu ? [{ path, words: menu, roles }] : []));

/** One page serves all matters; the menu has an entry for the desk of each kind that the role may see. */
const desksOf = ({ matters }: Room): MenuEntry[] =>
  matters
    .filter(({ list }) => list === undefined)
    .map(({ register, own }) => ({
      path: paths.matters(register.name),
      words: register.words,
      roles: holders('read', [register.policy]).filter((role) => !own || role !== 'OFFICER_SELF'),
    }));

/** What the menu keeps together; a room's name stands above its entries. */
export interface MenuGroup {
  readonly words?: Words;
  readonly entries: readonly MenuEntry[];
}

export const menu: readonly MenuGroup[] = [
  { entries: entries(own) },
  ...rooms.map((room) => ({ words: room.words, entries: [...desksOf(room), ...entries(pagesOf(room))] })),
  { entries: entries([gaps, ...running]) },
];
