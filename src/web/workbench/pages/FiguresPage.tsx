import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Input, Select } from 'antd';
import { rooms } from '../../../modules/pages.ts';
import { figuresQuery } from '../../api/figures.ts';
import { Asked } from '../../kit/Asked.tsx';
import { DayPicker } from '../../kit/DayPicker.tsx';
import { Page } from '../../kit/Page.tsx';
import { useSpeech } from '../../locales/index.ts';
import { ChecksCard } from './figures/ChecksCard.tsx';
import { FigureTable } from './figures/FigureTable.tsx';
import { isFigureCalled, kinds, useFiguresAsked } from './figures/figures-asked.ts';

/** All figures by room at one cut-off day, and the relations between them. */
export default function FiguresPage() {
  const { t, say } = useSpeech();
  const [asked, ask] = useFiguresAsked();
  const query = useQuery(figuresQuery(asked.asOf));
  const found = (query.data?.figures ?? []).filter(
    (figure) => (!asked.kind || figure.kind === asked.kind) && isFigureCalled(figure, asked.q ?? ''),
  );
  return (
    <Page title={t.figures.title} lead={t.figures.lead}>
      <div className="toolbar">
        <div className="toolbar-day">
          <span aria-hidden>{t.register.asOf}</span>
          <DayPicker
            label={t.register.asOf}
            value={asked.asOf ?? query.data?.asOf}
            onChange={(asOf) => ask({ asOf })}
          />
        </div>
        <Select
          aria-label={t.figures.kind}
          placeholder={t.figures.allKinds}
          value={asked.kind}
          onChange={(kind) => ask({ kind })}
          options={kinds.map((kind) => ({ value: kind, label: t.figures.kinds[kind] }))}
          allowClear
          style={{ width: 160 }}
        />
        <Input.Search
          aria-label={t.figures.search}
          placeholder={t.figures.searchHint}
          value={asked.q ?? ''}
          onChange={(event) => ask({ q: event.target.value || undefined })}
          allowClear
          style={{ width: 280, maxWidth: '100%' }}
        />
      </div>
      <div className="figures-layout">
        <div className="stack">
          <Asked query={query} />
          {query.isSuccess && found.length === 0 && <Empty description={t.figures.none} />}
          {rooms.map((room) => {
            const ofRoom = found.filter(({ module }) => module === room.name);
            if (ofRoom.length === 0) return null;
            return (
              <Card key={room.name} size="small" title={<h2>{say(room.words)}</h2>}>
                <FigureTable figures={ofRoom} asOf={asked.asOf} />
              </Card>
            );
          })}
        </div>
        <ChecksCard asOf={asked.asOf} />
      </div>
    </Page>
  );
}
