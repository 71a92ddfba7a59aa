import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../../platform/access/roles.ts';
import { meQuery } from '../../../web/api/me.ts';

/** Who may take which step here; the server decides again. */
const steps = {
  plan: ['OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'],
  seed: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'DISCIPLINE_LIAISON', 'SUPERVISOR', 'AUDITOR'],
  check: ['CASE_HANDLER'],
  oversee: ['CLUE_MANAGER', 'APPROVER', 'DISCIPLINE_LIAISON', 'OFFICE_DIRECTOR', 'AUDITOR', 'SUPERVISOR'],
  audit: ['AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
} as const satisfies Record<string, readonly Role[]>;

/** Whether the reader's roles allow a step. */
export function useHolds(step: keyof typeof steps): boolean {
  const { data: me } = useQuery(meQuery);
  return steps[step].some((role) => me?.roles.includes(role));
}
