import { useQuery } from '@tanstack/react-query';
import { fill } from '../../../platform/words.ts';
import { deskQuery } from '../../api/matters.ts';
import { meQuery } from '../../api/me.ts';
import { Page } from '../../kit/Page.tsx';
import { useSpeech } from '../../locales/index.ts';
import { Headlines } from './home/Headlines.tsx';
import { NeedsYou } from './home/NeedsYou.tsx';
import { Waiting } from './home/Waiting.tsx';
import { DeskCard } from './matter/DeskCard.tsx';

/** What waits for the account, and where the programme stands. */
export default function HomePage() {
  const { t } = useSpeech();
  const me = useQuery(meQuery).data;
  const desk = useQuery(deskQuery);
  return (
    <Page title={me ? fill(t.home.hello, { name: me.account.name }) : t.home.title} lead={me?.unit?.name}>
      <div className="stack">
        <NeedsYou />
        {desk.data?.matters.map((each) => (
          <DeskCard key={each.register} desk={each} />
        ))}
        <Waiting />
        <Headlines />
      </div>
    </Page>
  );
}
