import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Empty } from 'antd';
import { useState } from 'react';
import { bulletinsQuery } from '../../../web/api/bulletins.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatMoment } from '../../../web/kit/format.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { ScrollBox } from '../../../web/kit/ScrollBox.tsx';
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
  const bulletins = query.data?.bulletins ?? [];
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
        {query.isPending && <Loading />}
        {query.isError && <ErrorNotice error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && bulletins.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t.bulletins.none} />
        )}
        {bulletins.length > 0 && (
          <ScrollBox label={t.bulletins.title}>
            <table className="plain folding">
              <thead>
                <tr>
                  <th scope="col">{t.bulletins.name}</th>
                  <th scope="col">{t.bulletins.asOf}</th>
                  <th scope="col">{t.bulletins.state}</th>
                  <th scope="col">{t.bulletins.frozenAt}</th>
                  <th scope="col">{t.bulletins.publishedAt}</th>
                </tr>
              </thead>
              <tbody>
                {bulletins.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">
                      <Anchor to={paths.bulletin(each.id)}>{each.title}</Anchor>
                    </th>
                    <td data-label={t.bulletins.asOf}>{formatDay(each.asOf, language)}</td>
                    <td data-label={t.bulletins.state}>
                      <StateTag state={each.state} />
                    </td>
                    <td data-label={t.bulletins.frozenAt}>
                      {each.frozenAt ? formatMoment(each.frozenAt, language) : '—'}
                    </td>
                    <td data-label={t.bulletins.publishedAt}>
                      {each.publishedAt ? formatMoment(each.publishedAt, language) : '—'}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
      </Card>
      {opening && <NewBulletin onClose={() => setOpening(false)} />}
    </Page>
  );
}
