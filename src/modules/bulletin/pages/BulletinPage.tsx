import './bulletin.css';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { bulletinQuery } from '../../../web/api/bulletins.ts';
import { isMissing } from '../../../web/api/client.ts';
import { ErrorNotice } from '../../../web/kit/ErrorNotice.tsx';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Notice } from '../../../web/kit/Notice.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { DraftDesk } from './draft/DraftDesk.tsx';
import { FrozenDesk } from './frozen/FrozenDesk.tsx';

/** One bulletin by its address: to be written while it is a draft, to be read and verified ever after. */
export default function BulletinPage() {
  const { t } = useSpeech();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery({ ...bulletinQuery(id), refetchOnWindowFocus: false });
  if (isMissing(query.error)) {
    return <Notice title={t.bulletins.missing} link={{ to: paths.bulletins, label: t.bulletins.back }} />;
  }
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return query.data.state === 'draft' ? (
    <DraftDesk key={id} view={query.data} />
  ) : (
    <FrozenDesk key={id} view={query.data} />
  );
}
