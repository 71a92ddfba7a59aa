import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { isMissing } from '../../api/client.ts';
import { importQuery } from '../../api/imports.ts';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { ImportDesk } from './import/ImportDesk.tsx';

/** One import by its address. */
export default function ImportPage() {
  const { t } = useSpeech();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery(importQuery(id));
  if (isMissing(found.error)) {
    return <Notice title={t.import.missingImport} link={{ to: paths.imports, label: t.import.all }} />;
  }
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorNotice error={found.error} retry={() => void found.refetch()} />;
  return <ImportDesk key={id} view={found.data} />;
}
