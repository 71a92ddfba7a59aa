import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../../../web/api/me.ts';
import type { PartProps } from '../../../pages.ts';
import { COMPARES } from '../../likeness/who.ts';
import { JoinedCard } from './JoinedCard.tsx';
import { LikelyCard } from './LikelyCard.tsx';
import { SupervisionsCard } from './SupervisionsCard.tsx';

/** What only clues show on a matter's page: likely duplicates, joined clues, supervisions. */
export default function ClueCards({ view, take }: PartProps) {
  const me = useQuery(meQuery).data;
  const compares = COMPARES.some((role) => me?.roles.includes(role)) && view.state !== 'DUPLICATE';
  return (
    <>
      <SupervisionsCard view={view} take={take} />
      <JoinedCard record={view.record} />
      {compares && (
        <LikelyCard
          record={view.record}
          onJoin={view.actions.includes('JOIN') ? (duplicateOf) => take('JOIN', { duplicateOf }) : undefined}
        />
      )}
    </>
  );
}
