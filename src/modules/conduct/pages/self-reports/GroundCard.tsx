import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Radio, Select, Tag } from 'antd';
import { useState } from 'react';
import { words } from '../../../../platform/words.ts';
import { isStatus } from '../../../../web/api/client.ts';
import { openMatter, takeStep } from '../../../../web/api/matters.ts';
import { type Ground, groundQuery } from '../../../../web/api/self-reports.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { RecordForm } from '../../../../web/kit/RecordForm.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { type Content, contents, facts, leniencyFacts, type RuleVersion, ruleOn, rules } from '../../leniency/rules.ts';
import { leniencyLifecycle } from '../../lifecycle.ts';
import { leniencyDecisions } from '../../registers.ts';
import { TimelineView } from '../leniency/TimelineView.tsx';

const texts = {
  title: words('从宽认定', 'Decision on leniency'),
  hint: words(
    '位次由存证给出，下面只说明各版规则下由先后得出什么。内容是否为组织已掌握，由拆阅后的人说明；如何认定、如何处理，由决定人写明理由，他人批准。认定一经作出，本人即可看到及申辩。',
    'The ledger gives the places; what follows from their order is shown for each version of the rule. Whether the content was held is stated by whoever opened the report. What to find and what to do is decided by a person with reasons, and approved by another. The officer sees the decision at once and may answer it.',
  ),
  unsealed: words(
    '该报告是纸面的，没有存证位次，不能在此作出认定。',
    'This report is on paper; it has no place in the ledger, so no decision is taken here.',
  ),
  own: words('这是您本人的报告，由他人办理。', 'This is your own report; others work on it.'),
  clue: words('对照的线索', 'Held against the clue'),
  alone: words('没有相关线索', 'No clue'),
  rule: words('规则版本', 'Version of the rule'),
  content: words('内容', 'Content'),
  inForce: words('（提交时施行）', ' (in force when handed in)'),
  follows: words('由先后得出', 'What follows from the order'),
  decide: words('作出认定', 'Decide'),
  again: words('重新认定', 'Decide again'),
  earlier: words('已有的认定', 'Decisions so far'),
  done: words('已作出，等待他人批准', 'Decided; another person approves it'),
};
const versions = Object.keys(rules) as RuleVersion[];

/** The line of time of a report and a clue, what follows under each rule, and the form in which a person decides. */
export function GroundCard({ report }: { report: string }) {
  const { say } = useSpeech();
  const query = useQuery(groundQuery(report));
  const title = <h2>{say(texts.title)}</h2>;
  if (isStatus(query.error, 409))
    return (
      <Card size="small" title={title}>
        {say(texts.unsealed)}
      </Card>
    );
  if (isStatus(query.error, 403))
    return (
      <Card size="small" title={title}>
        {say(texts.own)}
      </Card>
    );
  return (
    <Card size="small" title={title}>
      <Asked query={query} />
      {query.data && <Deciding report={report} ground={query.data} />}
    </Card>
  );
}

function Deciding({ report, ground }: { report: string; ground: Ground }) {
  const { say } = useSpeech();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const sealedOn = ground.alone.sealed!.at.slice(0, 10);
  const [clue, setClue] = useState<string | null>(ground.clues[0]?.record ?? null);
  const [rule, setRule] = useState<RuleVersion>(ruleOn(sealedOn));
  const [content, setContent] = useState<Content>('HELD');
  const [form, setForm] = useState(false);
  const timeline = ground.clues.find(({ record }) => record === clue)?.timeline ?? ground.alone;
  const { fact, line } = leniencyFacts(rule, timeline, content);
  const returned = ground.decisions.find(({ state }) => state === 'RETURNED');
  const waiting = ground.decisions.some(({ state }) => state === 'DECIDED');
  const {
    report: _report,
    clue: _clue,
    sealedPlace: _sealed,
    linePlace: _line,
    ...asked
  } = leniencyLifecycle.actions.DECIDE.fields as Record<string, never>;
  const places = { report, clue, sealedPlace: timeline.sealed!.seq, linePlace: line ? timeline[line]!.seq : null };
  const decide = async (values: object) => {
    const input = { ...values, ...places };
    if (returned)
      await takeStep(leniencyDecisions.name, returned.record, 'DECIDE_AGAIN', { version: returned.version, input });
    else await openMatter(leniencyDecisions.name, 'DECIDE', input);
    message.success(say(texts.done));
    setForm(false);
    await queries.invalidateQueries({ queryKey: ['self-reports'] });
    await queries.invalidateQueries({ queryKey: ['matters', 'desk'] });
  };
  return (
    <>
      <p className="card-hint">{say(texts.hint)}</p>
      {ground.decisions.length > 0 && (
        <ul className="matter-lines card-gap" aria-label={say(texts.earlier)}>
          {ground.decisions.map((one) => (
            <li key={one.record}>
              <Anchor to={paths.matter(leniencyDecisions.name, one.record)}>{one.number}</Anchor>
              <Tag>{say(leniencyLifecycle.states[one.state as keyof typeof leniencyLifecycle.states])}</Tag>
            </li>
          ))}
        </ul>
      )}
      <div className="self-fields">
        <div>
          <label htmlFor="ground-clue">{say(texts.clue)}</label>
          <Select
            id="ground-clue"
            value={clue ?? ''}
            onChange={(chosen) => setClue(chosen === '' ? null : chosen)}
            options={[
              ...ground.clues.map(({ record, serialNo }) => ({ value: record, label: serialNo })),
              { value: '', label: say(texts.alone) },
            ]}
            style={{ width: '100%', maxWidth: 360 }}
          />
        </div>
        <div>
          <Radio.Group
            aria-label={say(texts.rule)}
            value={rule}
            onChange={({ target }) => setRule(target.value)}
            options={versions.map((version) => ({
              value: version,
              label: `${say(rules[version].words)}${version === ruleOn(sealedOn) ? say(texts.inForce) : ''}`,
            }))}
          />
        </div>
        <div>
          <Radio.Group
            aria-label={say(texts.content)}
            value={content}
            onChange={({ target }) => setContent(target.value)}
            options={(Object.keys(contents) as Content[]).map((one) => ({ value: one, label: say(contents[one]) }))}
          />
        </div>
      </div>
      <TimelineView timeline={timeline} line={line} />
      <p>
        {say(texts.follows)} <Tag color="blue">{say(facts[fact])}</Tag>{' '}
        <span className="quiet">{say(rules[rule].source)}</span>
      </p>
      {!waiting && (
        <Button type="primary" onClick={() => setForm(true)}>
          {say(returned ? texts.again : texts.decide)}
        </Button>
      )}
      {form && (
        <RecordForm
          register={{ ...leniencyDecisions, name: `${leniencyDecisions.name}.DECIDE`, columns: asked }}
          title={say(returned ? texts.again : texts.decide)}
          start={{ ruleVersion: rule, content, finding: fact }}
          saveAs={say(texts.decide)}
          onSave={(values) => decide(values)}
          onClose={() => setForm(false)}
        />
      )}
    </>
  );
}
