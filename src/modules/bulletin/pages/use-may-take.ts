import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../../web/api/me.ts';
import { type BulletinAction, bulletinLifecycle } from '../lifecycle.ts';

/** Whether the reader's roles allow a step. Who took an earlier one decides too, and that the server knows. */
export function useMayTake(action: BulletinAction): boolean {
  const { data: me } = useQuery(meQuery);
  return bulletinLifecycle.actions[action].who.some((role) => me?.roles.includes(role));
}
