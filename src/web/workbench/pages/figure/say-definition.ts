import { findRegister } from '../../../../modules/pages.ts';
import type { Column } from '../../../../platform/register/columns.ts';
import type { Register } from '../../../../platform/register/declare.ts';
import { fill, type Language } from '../../../../platform/words.ts';
import type { Definition } from '../../../api/figures.ts';
import type { Condition } from '../../../api/registers.ts';
import { sayCondition } from '../../../kit/where.ts';
import { en } from '../../../locales/en.ts';
import { zh } from '../../../locales/zh-CN.ts';

type Part = Definition['parts'][number];
type Asked = Part['where'][string];

/** The column at the end of a path through references, and what the path is called: `批次 · 来源`. */
function follow(register: Register, path: string, language: Language): { column?: Column; name: string } {
  const names: string[] = [];
  let at: Register | undefined = register;
  let column: Column | undefined;
  for (const step of path.split('.')) {
    column = at?.columns[step];
    names.push(column?.words[language] ?? step);
    at = column?.kind === 'ref' ? findRegister(column.to!) : undefined;
  }
  return { column, name: names.join(' · ') };
}

function sayAsked(column: Column, asked: Asked, language: Language): string {
  const t = (language === 'zh' ? zh : en).figures;
  const one = (value: unknown): string => sayCondition(column, value as Condition, language, String);
  const many = (value: unknown): string => one(Array.isArray(value) ? value : column.choices ? [value] : value);
  if (typeof asked === 'object' && 'not' in asked) return fill(t.not, { value: many(asked.not) });
  return many(asked);
}

export interface SaidCondition {
  readonly name: string;
  readonly value: string;
}

/** The conditions of one part of a figure, column by column. */
export function sayConditions(part: Part, language: Language): SaidCondition[] {
  const register = findRegister(part.register);
  if (!register) return [];
  return Object.entries(part.where).map(([path, asked]) => {
    const { column, name } = follow(register, path, language);
    return { name, value: column ? sayAsked(column, asked, language) : String(asked) };
  });
}

/** How the cut-off day bounds the records of a register; empty where it has no days of its own. */
export function sayCutOff(name: string, language: Language): string[] {
  const t = (language === 'zh' ? zh : en).figures;
  const register = findRegister(name);
  const called = (key: string): string => register!.columns[key]!.words[language];
  return [
    ...(register?.date ? [fill(t.dated, { date: called(register.date) })] : []),
    ...(register?.ends ? [fill(t.ends, { ends: called(register.ends) })] : []),
  ];
}

const nameOf = (part: Part | undefined, language: Language): string =>
  (part && findRegister(part.register)?.words[language]) ?? part?.register ?? '';

/** The question of one part, or of the whole figure, as a sentence. */
export function sayHow(how: Definition['how'], parts: readonly Part[], language: Language): string {
  const t = (language === 'zh' ? zh : en).figures;
  const [first, second] = parts;
  const register = first && findRegister(first.register);
  const columns = first?.columns.map((key) => (register ? follow(register, key, language).name : key)) ?? [];
  return fill(t.how[how], {
    columns: columns.join(t.or),
    register: nameOf(first, language),
    each: nameOf(second, language),
  });
}
