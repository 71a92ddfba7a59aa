import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { bulletinsQuery } from '../../../web/api/bulletins.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { FoldingTable } from '../../../web/kit/FoldingTable.tsx';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { NewBulletin } from './NewBulletin.tsx';
import { StateTag } from './StateTag.tsx';
import { useMayTake } from './use-may-take.ts';

/** All bulletins the account may see: drafts first as the server gives them. */
export default function BulletinsPage() {
  const { t, language } = useSpeech();
  const [opening, setOpening] = useState(false);
  const mayWrite = useMayTake('WRITE');
  const query = useQuery(bulletinsQuery);
  const moment = (at: string | null): string => (at ? formatMoment(at, language) : '—');
  return (
    <Page
      title={t.bulletins.title}
      lead={t.bulletins.lead}
      actions={
        mayWrite && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpening(true)}>
            {t.bulletins.new}
          </Button>
        )
      }
    >
      <Card size="small">
        <Asked query={query} none={{ when: ({ bulletins }) => bulletins.length === 0, says: t.bulletins.none }}>
          {({ bulletins }) => (
            <FoldingTable
              label={t.bulletins.title}
              rows={bulletins}
              keyOf={({ id }) => id}
              columns={[
                {
                  head: t.bulletins.name,
                  names: true,
                  cell: ({ id, title }) => <Anchor to={paths.bulletin(id)}>{title}</Anchor>,
                },
                { head: t.bulletins.asOf, cell: ({ asOf }) => formatDay(asOf, language) },
                { head: t.bulletins.state, cell: ({ state }) => <StateTag state={state} /> },
                { head: t.bulletins.frozenAt, cell: ({ frozenAt }) => moment(frozenAt) },
                { head: t.bulletins.publishedAt, cell: ({ publishedAt }) => moment(publishedAt) },
              ]}
            />
          )}
        </Asked>
      </Card>
      {opening && <NewBulletin onClose={() => setOpening(false)} />}
    </Page>
  );
}
