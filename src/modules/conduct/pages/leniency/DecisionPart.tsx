import '../self-pages.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import type { MatterView } from '../../../../platform/lifecycle/contract.ts';
import { words } from '../../../../platform/words.ts';
import { isStatus } from '../../../../web/api/client.ts';
import { meQuery } from '../../../../web/api/me.ts';
import { decisionFactsQuery, proofAddress } from '../../../../web/api/self-reports.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { Loading } from '../../../../web/kit/Loading.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { contents, facts, rules } from '../../leniency/rules.ts';
import { selfReports } from '../../registers.ts';
import { TimelineView } from './TimelineView.tsx';

const texts = {
  title: words('认定的依据', 'What the decision rests on'),
  paper: words(
    '该决定来自工作簿，没有存证位次可供核对。',
    'This decision came in a workbook; no places in the ledger stand behind it.',
  ),
  report: words('自查报告', 'Self-report'),
  clue: words('相关线索', 'Clue'),
  none: words('无', 'None'),
  rule: words('适用规则', 'Rule'),
  content: words('决定人对内容的说明', 'What the decider states of the content'),
  fact: words('由位次得出', 'What follows from the places'),
  decided: words('认定', 'Decided'),
  differs: words(
    '认定与由位次得出的不同。请看决定人的理由。',
    'The decision is not what follows from the places; see the reasons given.',
  ),
  limits: words(
    '位次只证明先后，不证明内容真实，也不说明应如何处理。',
    'The places prove an order. They say nothing of whether a statement is true, nor of any measure.',
  ),
  proof: words('下载证明文件', 'Download the proof file'),
  check: words(
    '证明文件可用离线核验页或命令 mingjing verify 核验，不需要本系统。',
    'The offline check page or the command mingjing verify checks the file without this system.',
  ),
};

/** The facts of a decision on one page, for whoever approves it and for the officer. */
export default function DecisionPart({ view }: { view: MatterView }) {
  const { say } = useSpeech();
  const me = useQuery(meQuery).data;
  const query = useQuery(decisionFactsQuery(view.record, view.current.version));
  if (query.isPending) return <Loading />;
  if (isStatus(query.error, 404)) return <Alert type="info" showIcon title={say(texts.paper)} />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const { report, reportNumber, clue, rule, content, fact, finding, line, timeline, proved } = query.data;
  const atDesk = me?.roles.some((role) => role !== 'OFFICER_SELF');
  const named = atDesk ? <Anchor to={paths.matter(selfReports.name, report)}>{reportNumber}</Anchor> : reportNumber;
  const told = [
    [texts.report, named],
    [texts.clue, clue ?? say(texts.none)],
    [texts.rule, say(rules[rule].words)],
    [texts.content, say(contents[content])],
    [texts.fact, say(facts[fact])],
    [texts.decided, say(facts[finding])],
  ] as const;
  return (
    <Card size="small" title={<h2>{say(texts.title)}</h2>}>
      <TimelineView timeline={timeline} line={line} />
      <dl className="facts">
        {told.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {fact !== finding && <Alert type="warning" showIcon title={say(texts.differs)} className="card-alert" />}
      <p className="card-hint">{say(texts.limits)}</p>
      {proved && (
        <>
          <Button type="primary" href={proofAddress(view.record)}>
            {say(texts.proof)}
          </Button>
          <p className="card-hint">{say(texts.check)}</p>
        </>
      )}
    </Card>
  );
}
