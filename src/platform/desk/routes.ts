import type { Pools } from '../database/transact.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { words } from '../words.ts';
import { deskItems } from './contract.ts';
import { type DeskItem, itemsOf } from './item.ts';

/** What waits beside the matters: one route for the items of all modules. */
export function deskRoutes(
  desk: { readonly pools: Pools; readonly now?: () => Date },
  items: readonly DeskItem[],
): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/desk/items',
      words: words('工作台：待办、逾期、变动（办件以外）', 'What waits for me beside matters'),
      permission: 'signedIn',
      response: deskItems,
      handle: ({ session }) => itemsOf(desk, session, items),
    }),
  ];
}
