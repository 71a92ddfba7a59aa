import type { Vault } from '../../sealing/vault.ts';
import type { Cell as SheetCell } from '../../sheets/cells.ts';
import { normaliseIdentifier } from '../../text/normalise.ts';
import type { Register } from '../declare.ts';
import { type Fault, fault } from '../faults.ts';
import { maskSecret } from '../masking.ts';
import { storedColumns } from '../rows.ts';
import { physicalColumns, snake } from '../tables.ts';
import { textOf } from '../values.ts';

/** Personal numbers of a row that are masked as an export shows them, by column. */
export type Masked = Readonly<Record<string, string>>;

/** The masked number in a cell of a secret column (reference 2.4); undefined when the cell says something else. */
export function maskedIn(cell: SheetCell): string | undefined {
  // Nearly every cell holds the plain number, and this looks at every one.
  if (typeof cell === 'string' && /^[\dX]*$/.test(cell)) return undefined;
  const text = normaliseIdentifier(textOf(cell));
  return /^[\dX]*\*{2,}[\dX]*$/.test(text) ? text : undefined;
}

/**
 * A masked number stands for the one the record holds: whoever exported the record was shown no more of it. It is taken over
 * from the current version, if it is the mask of that number.
 * @param before the current version's stored secrets; undefined for a record that is new
 * @param into stored values of the version to write, in the order of `storedColumns`
 * @returns what is wrong, by column
 */
export function keepMasked(
  vault: Vault,
  register: Register,
  masked: Masked,
  before: Readonly<Record<string, unknown>> | undefined,
  into: unknown[],
): { readonly key: string; readonly fault: Fault }[] {
  return Object.entries(masked).flatMap(([key, shown]) => {
    const column = register.columns[key]!;
    const kept = before?.[snake(key)];
    if (!before) return [{ key, fault: fault('secret.masked') }];
    if (!Buffer.isBuffer(kept) || normaliseIdentifier(maskSecret(column, vault.decrypt(kept))) !== shown)
      return [{ key, fault: fault('secret.otherMask') }];
    for (const { name } of physicalColumns(key, column)) into[storedColumns(register).indexOf(name)] = before[name];
    return [];
  });
}
