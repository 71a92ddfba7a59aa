import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { type RoomMatter, rooms } from '../../../../modules/pages.ts';
import { mattersOfQuery } from '../../../api/matters.ts';
import { meQuery } from '../../../api/me.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';

/** Matters that belong to this one and that the reader may see: the hearings of a clue, the reviews of a decision. */
export function MattersOf({ name, record }: { name: string; record: string }) {
  const roles = useQuery(meQuery).data?.roles ?? [];
  return rooms
    .flatMap(({ matters }) => matters)
    .filter(({ register }) => register.name !== name && roles.some((role) => register.policy.read[role]))
    .flatMap((matter) =>
      Object.entries(matter.register.columns)
        .filter(([, { kind, to }]) => kind === 'ref' && to === name)
        .map(([column]) => (
          <OfKind key={`${matter.register.name} ${column}`} matter={matter} column={column} record={record} />
        )),
    );
}

interface Props {
  readonly matter: RoomMatter;
  /** The column that names the matter it belongs to. */
  readonly column: string;
  readonly record: string;
}

function OfKind({ matter: { register, lifecycle }, column, record }: Props) {
  const { t, say } = useSpeech();
  const query = useQuery(mattersOfQuery(register.name, column, record));
  if (!query.data || query.data.rows.length === 0) return null;
  const title = register.title ?? register.key[0]!;
  return (
    <Card size="small" title={<h2>{say(register.words)}</h2>}>
      <ul className="matter-lines">
        {query.data.rows.map(({ record: one, values }) => (
          <li key={one}>
            <Anchor to={paths.matter(register.name, one)}>{String(values[title])}</Anchor>{' '}
            <Tag>
              {values[register.state!] ? say(lifecycle.states[String(values[register.state!])]!) : t.matters.noState}
            </Tag>
          </li>
        ))}
      </ul>
    </Card>
  );
}
