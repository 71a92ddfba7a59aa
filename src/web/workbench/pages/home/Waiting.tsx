import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { bulletinsQuery } from '../../../api/bulletins.ts';
import { checksQuery } from '../../../api/figures.ts';
import { importsQuery } from '../../../api/imports.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { formatDay, formatNumber } from '../../../kit/format.ts';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';
import { WaitingGroup } from './WaitingGroup.tsx';

/**
 * Imports to finish, drafts to freeze, cross-checks that fail. An account that may not see one of the three is refused by the
 * server and simply has nothing of it waiting.
 */
export function Waiting() {
  const { t, say, language } = useSpeech();
  const imports = useInfiniteQuery(importsQuery);
  const bulletins = useQuery(bulletinsQuery);
  const checks = useQuery(checksQuery());

  const checked = imports.data?.pages.flatMap((page) => page.imports).filter(({ state }) => state === 'checked') ?? [];
  const drafts = bulletins.data?.bulletins.filter(({ state }) => state === 'draft') ?? [];
  const failing = checks.data?.checks.filter(({ holds }) => !holds) ?? [];
  const settled = !imports.isPending && !bulletins.isPending && !checks.isPending;
  if (settled && checked.length + drafts.length + failing.length === 0) return null;

  return (
    <Card size="small" title={<h2>{t.home.waiting}</h2>} loading={!settled}>
      <div className="waiting">
        <WaitingGroup
          title={t.home.importsToFinish}
          items={checked.map((each) => ({
            key: each.id,
            name: <Anchor to={paths.import(each.id)}>{each.file}</Anchor>,
            note: each.faults > 0 ? fill(t.home.importFaults, { n: formatNumber(each.faults) }) : t.home.importChecked,
          }))}
        />
        <WaitingGroup
          title={t.home.drafts}
          items={drafts.map((each) => ({
            key: each.id,
            name: <Anchor to={paths.bulletin(each.id)}>{each.title}</Anchor>,
            note: fill(t.home.draftAsOf, { day: formatDay(each.asOf, language) }),
          }))}
        />
        <WaitingGroup
          title={t.home.failing}
          items={failing.map((each) => ({
            key: each.id,
            name: `${each.id} ${say(each.words)}`,
            note: say(each.detail),
          }))}
        />
      </div>
    </Card>
  );
}
