import type { Frame } from './layout.ts';
import type { Table } from './rows.ts';

/** One file a unit hands in. `path` is relative, with `/`; sorted by path, no file names a record of a later one. */
export type DemoFile =
  | { readonly kind: 'xlsx'; readonly path: string; readonly sheets: readonly DemoSheet[] }
  | { readonly kind: 'csv'; readonly path: string; readonly table: Table };

export interface DemoSheet {
  readonly table: Table;
  readonly frame: Frame;
}
