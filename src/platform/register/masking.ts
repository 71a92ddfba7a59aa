import { maskAddress, maskIdNumber, maskMobile, maskName } from '../text/masking.ts';
import type { Column } from './columns.ts';

/** A secret as staff see it (reference 2.4): never whole. */
export const maskSecret = (column: Column, plain: string): string =>
  column.kind === 'citizenId' ? maskIdNumber(plain) : maskMobile(plain);

/** A value as the public sees it: secrets not at all, names and addresses cut. */
export function maskForPublic(
  column: Column,
  shown: string | number | boolean | null,
): string | number | boolean | null {
  if (shown === null) return null;
  if (column.kind === 'citizenId' || column.kind === 'mobile') return null;
  if (column.mask === 'name') return maskName(String(shown));
  if (column.mask === 'address') return maskAddress(String(shown), 'DISTRICT');
  return shown;
}
