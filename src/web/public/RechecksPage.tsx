import { fill } from '../../platform/words.ts';
import { open, type PublicPlan, type PublicPlans } from '../api/public.ts';
import { formatDay, formatMoment, formatNumber } from '../kit/format-values.ts';
import { Answered } from './Answered.tsx';
import { Go } from './Go.tsx';
import { Heading } from './Heading.tsx';
import { languageOf } from './language-of.ts';
import { places } from './place.ts';
import { sayRate } from './say-rate.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** All random re-checks, newest first; their numbers have no gap. */
export function RechecksPage() {
  const { t, language } = useSpeech();
  const answer = useAnswer<PublicPlans>(open.rechecks);
  const own = t.recheck;
  return (
    <>
      <Heading title={own.title} />
      <p className="lead">{own.intro}</p>
      <Answered answer={answer}>
        {({ plans }) =>
          plans.length === 0 ? (
            <p className="notice">{own.none}</p>
          ) : (
            <ul className="cards">
              {plans.map(({ id, number, title, asOf, state, cases, size, done, replacedBy }) => (
                <li key={id}>
                  <h2 lang={languageOf(title)}>
                    <Go to={places.recheck(id)}>
                      {fill(own.number, { n: number })} {title}
                    </Go>
                  </h2>
                  <p className="facts">
                    <span>{fill(own.asOf, { day: formatDay(asOf, language) })}</span>
                    <span>{fill(own.counts, { cases: formatNumber(cases), size, done })}</span>
                    <span className="tag">{own.states[state]}</span>
                    {replacedBy !== null && <span className="tag">{fill(own.replacedBy, { n: replacedBy })}</span>}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </>
  );
}

/** One random re-check: what was fixed, what the seed is, what came of it, and the file to repeat it from. */
export function RecheckPage({ id }: { id: string }) {
  const answer = useAnswer<PublicPlan>(open.recheck(id));
  return <Answered answer={answer}>{(view) => <Sheet view={view} />}</Answered>;
}

function Sheet({ view }: { view: PublicPlan }) {
  const { t, language, say } = useSpeech();
  const own = t.recheck;
  const { plan, results } = view;
  const source =
    plan.seed.kind === 'beacon'
      ? fill(own.beacon, { n: plan.seed.round })
      : fill(own.dice, { place: plan.seed.place, n: plan.seed.rolls });
  const drawnFrom = results.byUnit.filter(({ drawn }) => drawn > 0);
  const undrawn = results.byUnit.length - drawnFrom.length;
  const facts: readonly (readonly [string, string])[] = [
    [own.state, own.states[view.state]],
    [own.frame, formatNumber(view.cases)],
    [own.size, formatNumber(view.size)],
    [own.committed, formatMoment(view.committedAt, language)],
    [own.seed, source],
    [plan.seed.kind === 'beacon' ? own.seedAt : own.diceAt, formatMoment(view.seedAt, language)],
    ...(plan.limit === undefined ? [] : [[own.limit, fill(own.workingDays, { n: plan.limit })] as const]),
    [own.done, String(results.done)],
    [own.changed, String(results.changed)],
    ...(view.late > 0 ? [[own.late, String(view.late)] as const] : []),
    ...(results.error ? ([[own.error, sayRate(results.error, results.done, own.few)]] as const) : []),
  ];
  return (
    <>
      <p>
        <Go to={places.rechecks}>← {own.back}</Go>
      </p>
      <Heading title={`${fill(own.number, { n: view.number })} ${view.title}`} />
      {plan.replaces && (
        <p className="notice">{fill(own.replaces, { n: plan.replaces.number, reason: plan.replaces.reason })}</p>
      )}
      {view.replacedBy !== null && <p className="notice">{fill(own.replacedBy, { n: view.replacedBy })}</p>}
      <dl className="facts-of">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd style={{ overflowWrap: 'anywhere' }}>{value}</dd>
          </div>
        ))}
      </dl>
      {view.planned && (
        <p style={{ overflowWrap: 'anywhere' }}>
          {own.planned}
          <br />
          <code>{`${view.planned.size} ${view.planned.root}`}</code>
          <br />
          <span className="hint">{own.plannedHint}</span>
        </p>
      )}
      <p>
        <a className="button main" href={open.recheckFile(view.id)} download>
          {own.file}
        </a>
      </p>
      {view.seed && (
        <>
          <h2>{own.byUnit}</h2>
          <ul>
            {drawnFrom.map(({ unit, drawn, done, changed, error }) => (
              <li key={unit?.zh ?? ''}>
                {fill(own.unitCounts, { unit: unit ? say(unit) : own.noUnit, drawn, done, changed })}
                {error && ` · ${sayRate(error, done, own.few)}`}
              </li>
            ))}
          </ul>
          {undrawn > 0 && <p className="hint">{fill(own.undrawn, { n: undrawn })}</p>}
        </>
      )}
    </>
  );
}
