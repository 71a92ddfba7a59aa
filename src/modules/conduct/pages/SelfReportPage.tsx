import './self-pages.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { words } from '../../../platform/words.ts';
import { meQuery } from '../../../web/api/me.ts';
import { Loading } from '../../../web/kit/Loading.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { DraftCard } from './self-report/DraftCard.tsx';
import type { Draft } from './self-report/draft.ts';
import { OwnDecisions } from './self-report/OwnDecisions.tsx';
import { OwnReports } from './self-report/OwnReports.tsx';
import { SentCard } from './self-report/SentCard.tsx';
import type { Sent } from './self-report/use-hand-in.ts';
import { talkQuery } from './talk-query.ts';

const texts = {
  title: words('我的自查', 'My self-examination'),
  lead: words(
    '主动报告的先后由存证位次证明。内容只有纪检能打开，每次拆阅都会列在这里。',
    'The ledger proves when you reported. Only the discipline desk can open what you wrote, and each opening is listed here.',
  ),
};

/** An officer examines himself, on a phone: draft, receipt, what became of it, and what was decided. */
export default function SelfReportPage() {
  const { say } = useSpeech();
  const cache = useQueryClient();
  const me = useQuery(meQuery).data;
  const [sent, setSent] = useState<Sent | null>(null);
  const [amends, setAmends] = useState<Draft['amends']>(null);
  const { talk: from } = useSearch({ strict: false }) as { talk?: string };
  // A talk that is not the own, or is none, is passed over: the report is written without it.
  const talk = useQuery({ ...talkQuery(from ?? ''), enabled: from !== undefined, retry: false });
  if (!me || (from !== undefined && talk.isPending)) return <Loading />;
  const led =
    talk.data?.officer === me.officer
      ? { record: talk.data.record, heldOn: talk.data.heldOn, talker: talk.data.talkerName, linked: true }
      : null;
  return (
    <Page title={say(texts.title)} lead={say(texts.lead)}>
      <div className="self-page">
        {sent ? (
          <SentCard sent={sent} onDone={() => setSent(null)} />
        ) : (
          <DraftCard
            key={`${amends?.record} ${led?.record}`}
            account={me.account.id}
            amends={amends}
            talk={led}
            onSent={(done) => {
              setSent(done);
              setAmends(null);
              void cache.invalidateQueries({ queryKey: ['self-reports'] });
            }}
          />
        )}
        <OwnDecisions />
        <OwnReports
          onAmend={(chosen) => {
            setSent(null);
            setAmends(chosen);
            window.scrollTo({ top: 0 });
          }}
        />
      </div>
    </Page>
  );
}
