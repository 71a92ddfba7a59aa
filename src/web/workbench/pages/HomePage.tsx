import { useQuery } from '@tanstack/react-query';
import { findMatter } from '../../../modules/pages.ts';
import { byNeed } from '../../../platform/desk/need.ts';
import { fill } from '../../../platform/words.ts';
import { deskQuery } from '../../api/matters.ts';
import { meQuery } from '../../api/me.ts';
import { Loading } from '../../kit/Loading.tsx';
import { Page } from '../../kit/Page.tsx';
import { useSpeech } from '../../locales/index.ts';
import { Headlines } from './home/Headlines.tsx';
import { NeedsYou } from './home/NeedsYou.tsx';
import { Shortcuts } from './home/Shortcuts.tsx';
import { Waiting } from './home/Waiting.tsx';
import { DeskCard } from './matter/DeskCard.tsx';

/** What needs the account now, the matters that wait for it, and where the programme stands. */
export default function HomePage() {
  const { t } = useSpeech();
  const me = useQuery(meQuery).data;
  const desk = useQuery(deskQuery);
  // An officer's desk is the own one: no imports, bulletins or checks of others.
  const isOwnDesk = me?.roles.every((role) => role === 'OFFICER_SELF') ?? false;
  const matters = (desk.data?.matters ?? []).filter(({ register }) => !isOwnDesk || !findMatter(register)?.own);
  const busy = matters.filter(({ lines, raisedLines }) => lines.length + raisedLines.length > 0).sort(byNeed);
  return (
    <Page title={me ? fill(t.home.hello, { name: me.account.name }) : t.home.title} lead={me?.unit?.name}>
      <div className="stack">
        {desk.isPending ? <Loading /> : <NeedsYou matters={isOwnDesk ? [] : matters} />}
        <Shortcuts />
        {busy.map((each) => (
          <DeskCard key={each.register} desk={each} />
        ))}
        {!isOwnDesk && <Waiting />}
        {!isOwnDesk && <Headlines />}
      </div>
    </Page>
  );
}
