import type { Register } from '../../../../platform/register/declare.ts';
import type { PlanChange, SheetPlan } from '../../../api/imports.ts';

/** What a person makes of one sheet: its register, and the register column fed by each spreadsheet column. */
export interface SheetDraft {
  readonly register: string | null;
  readonly keys: Readonly<Record<string, string | null>>;
}

type Target = Pick<Register, 'name' | 'columns'>;

export const draftOf = (plan: SheetPlan): SheetDraft => ({
  register: plan.register,
  keys: Object.fromEntries(plan.columns.map(({ letter, key }) => [letter, key])),
});

export const isSame = (plan: SheetPlan, draft: SheetDraft): boolean =>
  plan.register === draft.register && plan.columns.every(({ letter, key }) => (draft.keys[letter] ?? null) === key);

/** Register columns that more than one spreadsheet column feeds. */
export function doubled(draft: SheetDraft): string[] {
  const keys = Object.values(draft.keys).filter((key) => key !== null);
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}

/** Required columns of the register that no spreadsheet column feeds. */
export function lacking(draft: SheetDraft, register: Target | undefined): string[] {
  if (!register) return [];
  const fed = new Set(Object.values(draft.keys));
  return Object.entries(register.columns)
    .filter(([key, column]) => !column.optional && !fed.has(key))
    .map(([key]) => key);
}

/**
 * Another register for the sheet: headers that are one of its labels or aliases find their columns at once, the rest stays
 * open for a person. The server recognises more when it checks again.
 */
export function withRegister(plan: SheetPlan, register: Target | undefined): SheetDraft {
  const byHeader = new Map(
    Object.entries(register?.columns ?? {}).flatMap(([key, column]) =>
      [column.words.zh, column.words.en, ...column.aliases].map(
        (header) => [header.trim().toLowerCase(), key] as const,
      ),
    ),
  );
  const used = new Set<string>();
  const keys = plan.columns.map(({ letter, header }) => {
    const key = byHeader.get(header.trim().toLowerCase());
    if (key === undefined || used.has(key)) return [letter, null] as const;
    used.add(key);
    return [letter, key] as const;
  });
  return { register: register?.name ?? null, keys: Object.fromEntries(keys) };
}

export const planChangeOf = (drafts: Readonly<Record<string, SheetDraft>>): PlanChange => ({
  sheets: Object.entries(drafts).map(([sheet, { register, keys }]) => ({ sheet, register, columns: { ...keys } })),
});
