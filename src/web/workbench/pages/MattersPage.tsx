import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Card, Input, Segmented, Space } from 'antd';
import { useState } from 'react';
import { findMatter } from '../../../modules/pages.ts';
import { actionsOf } from '../../../platform/lifecycle/declare.ts';
import { fill } from '../../../platform/words.ts';
import { deskQuery, openMatter, wallQuery } from '../../api/matters.ts';
import { meQuery } from '../../api/me.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { Asked } from '../../kit/Asked.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSettled } from '../../kit/use-settled.ts';
import { useSpeech } from '../../locales/index.ts';
import { DeskCard } from './matter/DeskCard.tsx';
import { DeskLines } from './matter/DeskLines.tsx';
import { StepForm } from './matter/StepForm.tsx';

/** The desk of one kind of matter: what waits for me, and the wall of all limits that run. */
export default function MattersPage() {
  const { t, say } = useSpeech();
  const { name = '' } = useParams({ strict: false }) as { name?: string };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [colour, setColour] = useState<'ALL' | 'YELLOW' | 'RED'>('ALL');
  const [typed, setTyped] = useState('');
  const [cursor, setCursor] = useState<string>();
  const [opening, setOpening] = useState<string>();
  const matter = findMatter(name);
  const desk = useQuery(deskQuery);
  const me = useQuery(meQuery).data;
  const called = useSettled(typed.trim());
  const wall = useQuery({
    ...wallQuery(name, { colour: colour === 'ALL' ? undefined : colour, called: called || undefined, cursor }),
    enabled: !!matter,
  });
  if (!matter) return <Notice title={t.matters.missing} link={{ to: paths.home, label: t.app.backHome }} />;
  const mine = desk.data?.matters.find(({ register }) => register === name);
  const openers = actionsOf(matter.lifecycle).filter(
    ([action, { from, who, within }]) =>
      from.length === 0 && !within && !matter.takes?.includes(action) && who.some((role) => me?.roles.includes(role)),
  );
  return (
    <Page
      title={say(matter.register.words)}
      actions={openers.map(([action, { words }]) => (
        <Button key={action} type="primary" onClick={() => setOpening(action)}>
          {fill(t.matters.open, { action: say(words) })}
        </Button>
      ))}
    >
      <div className="stack">
        {desk.isPending && <Loading />}
        {mine && <DeskCard desk={mine} titled={false} />}
        <Card
          size="small"
          title={<h2>{t.matters.wall}</h2>}
          extra={<Anchor to={paths.late(name)}>{t.matters.lateReport}</Anchor>}
        >
          <Space orientation="vertical" style={{ width: '100%' }}>
            <Segmented
              value={colour}
              onChange={(chosen) => {
                setColour(chosen);
                setCursor(undefined);
              }}
              options={[
                { value: 'ALL' as const, label: t.matters.wallAll },
                { value: 'RED' as const, label: t.matters.wallLate },
                { value: 'YELLOW' as const, label: t.matters.wallWarned },
              ]}
            />
            <Input.Search
              aria-label={t.matters.find}
              placeholder={t.matters.find}
              allowClear
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                setCursor(undefined);
              }}
              style={{ maxWidth: 320 }}
            />
            <Asked query={wall} />
            {wall.data?.lines.length === 0 && (
              <p className="card-hint">{called ? fill(t.matters.noneCalled, { called }) : t.matters.nothingOnWall}</p>
            )}
            {wall.data && <DeskLines matter={matter} lines={wall.data.lines} />}
            <Space>
              {cursor && <Button onClick={() => setCursor(undefined)}>{t.matters.first}</Button>}
              {wall.data?.next && <Button onClick={() => setCursor(wall.data.next!)}>{t.matters.more}</Button>}
            </Space>
          </Space>
        </Card>
      </div>
      {opening && (
        <StepForm
          matter={matter}
          action={opening}
          onTake={async (input) => {
            const { record } = await openMatter(name, opening, input);
            await queries.invalidateQueries({ queryKey: ['matters'] });
            await navigate({ to: paths.matter(name, record) });
          }}
          onClose={() => setOpening(undefined)}
        />
      )}
    </Page>
  );
}
