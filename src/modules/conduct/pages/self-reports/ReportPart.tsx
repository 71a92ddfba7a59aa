import '../self-pages.css';
import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../../../../web/api/me.ts';
import type { PartProps } from '../../../pages.ts';
import { GroundCard } from './GroundCard.tsx';
import { SealCard } from './SealCard.tsx';

/** What the desk does with a self-report beyond its steps: open the seal, and decide on leniency. */
export default function ReportPart({ view, refresh }: PartProps) {
  const me = useQuery(meQuery).data;
  if (!me?.roles.includes('DISCIPLINE_LIAISON')) return null;
  return (
    <>
      <SealCard view={view} refresh={refresh} />
      <GroundCard report={view.record} />
    </>
  );
}
