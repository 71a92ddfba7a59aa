import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Result } from 'antd';
import { findRegister } from '../../../modules/pages.ts';
import { isStatus } from '../../api/client.ts';
import { recordQuery } from '../../api/registers.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { RecordView } from './record/RecordView.tsx';

/** One record by its address. */
export default function RecordPage() {
  const { t } = useSpeech();
  const { name = '', record = '' } = useParams({ strict: false }) as { name?: string; record?: string };
  const register = findRegister(name);
  const history = useQuery({ ...recordQuery(name, record), enabled: register !== undefined });
  if (!register || isStatus(history.error, 404)) {
    return (
      <Result
        status="info"
        title={t.record.missing}
        extra={<Anchor to={register ? paths.register(name) : paths.registers}>{t.register.all}</Anchor>}
      />
    );
  }
  if (history.isPending) return <Loading />;
  if (history.isError) return <ErrorNotice error={history.error} retry={() => void history.refetch()} />;
  return <RecordView key={record} register={register} history={history.data} />;
}
