import type { ComponentType } from 'react';
import type { Register } from '../platform/register/declare.ts';
import { type Words, words } from '../platform/words.ts';
import * as education from './education/registers.ts';

/** A page of a module in the workbench. It is fetched when it is first opened. */
export interface RoomPage {
  /** Address in the workbench, with `$name` places: `/bulletins/$id`. */
  readonly path: string;
  readonly words: Words;
  /** Pages that stand in the menu; the others are reached from them. */
  readonly menu: boolean;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** What the browser knows of a module. */
export interface Room {
  readonly name: string;
  readonly words: Words;
  readonly registers: readonly Register[];
  readonly pages: readonly RoomPage[];
}

const room = (
  name: string,
  zh: string,
  en: string,
  declared: Readonly<Record<string, unknown>>,
  pages: readonly RoomPage[] = [],
): Room => ({ name, words: words(zh, en), registers: Object.values(declared).filter(isRegister), pages });

/** `registers.ts` may export more than registers: shared choices, for example. */
const isRegister = (value: unknown): value is Register =>
  typeof value === 'object' && value !== null && 'columns' in value && 'policy' in value;

/** The table of contents for the browser, in the order of the menu. */
export const rooms: readonly Room[] = [room('education', '学习教育', 'Education', education)];

const byName = new Map(rooms.flatMap((each) => each.registers).map((register) => [register.name, register]));

export const findRegister = (name: string): Register | undefined => byName.get(name);
