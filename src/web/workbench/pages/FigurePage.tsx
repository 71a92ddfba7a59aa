import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { isStatus } from '../../api/client.ts';
import { figureQuery } from '../../api/figures.ts';
import { DayPicker } from '../../kit/DayPicker.tsx';
import { ErrorNotice } from '../../kit/ErrorNotice.tsx';
import { Loading } from '../../kit/Loading.tsx';
import { Notice } from '../../kit/Notice.tsx';
import { Page } from '../../kit/Page.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { FigureDesk } from './figure/FigureDesk.tsx';
import { tidyDay } from './figures/figures-asked.ts';

/** One figure by its address; the cut-off day stands in the address too. */
export default function FigurePage() {
  const { t, say } = useSpeech();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const asOf = tidyDay(search.asOf);
  const query = useQuery(figureQuery(id, asOf));
  if (isStatus(query.error, 404)) {
    return <Notice title={t.figures.missing} link={{ to: paths.figures, label: t.figures.back }} />;
  }
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <Page
      title={say(query.data.words)}
      back={{ to: paths.figures, label: t.figures.back }}
      actions={
        <div className="toolbar-day">
          <span aria-hidden>{t.register.asOf}</span>
          <DayPicker
            label={t.register.asOf}
            value={query.data.asOf}
            onChange={(day) => void navigate({ to: paths.figure(id), search: day ? { asOf: day } : {}, replace: true })}
          />
        </div>
      }
    >
      <FigureDesk figure={query.data} />
    </Page>
  );
}
