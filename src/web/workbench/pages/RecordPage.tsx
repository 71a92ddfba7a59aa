import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { findRegister } from '../../../modules/pages.ts';
import { isMissing } from '../../api/client.ts';
import { lookOnce } from '../../api/look-once.ts';
import { recordQuery } from '../../api/registers.ts';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { RecordView } from './record/RecordView.tsx';

/** One record by its address. */
export default function RecordPage() {
  const { t, say } = useSpeech();
  const { name = '', record = '' } = useParams({ strict: false }) as { name?: string; record?: string };
  const register = findRegister(name);
  const history = useQuery({
    ...recordQuery(name, record),
    ...(register?.policy.confidential && lookOnce),
    enabled: register !== undefined,
  });
  if (!register || isMissing(history.error)) {
    return (
      <Notice
        title={t.record.missing}
        link={{
          to: register ? paths.register(name) : paths.registers,
          label: register ? say(register.words) : t.register.all,
        }}
      />
    );
  }
  if (history.isPending) return <Loading />;
  if (history.isError) return <ErrorNotice error={history.error} retry={() => void history.refetch()} />;
  return <RecordView key={record} register={register} history={history.data} />;
}
