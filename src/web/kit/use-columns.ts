import { useState } from 'react';
import type { Register } from '../../platform/register/declare.ts';
import { firstColumns } from './columns-shown.ts';

const place = (register: Register): string => `mingjing.columns.${register.name}`;

function remembered(register: Register): string[] | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(register)) ?? 'null');
    if (!Array.isArray(kept)) return undefined;
    const columns = kept.filter((key): key is string => typeof key === 'string' && key in register.columns);
    return columns.length > 0 ? columns : undefined;
  } catch {
    return undefined;
  }
}

/** The columns this reader wants to see of a register; remembered in this browser. */
export function useColumns(register: Register): [readonly string[], (columns: string[] | undefined) => void] {
  const [chosen, setChosen] = useState(() => remembered(register));
  const choose = (columns: string[] | undefined): void => {
    setChosen(columns);
    try {
      if (columns) localStorage.setItem(place(register), JSON.stringify(columns));
      else localStorage.removeItem(place(register));
    } catch {
      // Storage may be closed; the choice then lasts as long as the page.
    }
  };
  // What this reader may not see of the register is not shown either where an earlier reader of this browser chose it.
  const kept = chosen?.filter((key) => key in register.columns) ?? [];
  return [kept.length > 0 ? kept : firstColumns(register), choose];
}
