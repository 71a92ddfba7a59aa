import { Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { Prompt, Statistics } from '../../contract.ts';
import { texts } from './texts.ts';

const kinds = ['ZERO_SERIES', 'BEFORE_DEADLINE', 'ONLY_HARMLESS'] as const satisfies readonly Prompt['kind'][];

/** Below this a chance is told as such: more digits would promise more than the model can hold. */
const LEAST = 0.001;

/** The three tests, each explained in one sentence, with the units it points at and what they did. */
export function PromptsCard({ of }: { of: Statistics }) {
  const { say } = useSpeech();
  const small = of.units.filter(({ tooSmall }) => tooSmall).length;
  return (
    <Card size="small" title={<h2>{say(texts.prompts)}</h2>}>
      <p className="quiet card-hint">{say(texts.promptsHint)}</p>
      {kinds.map((kind) => {
        const found = of.prompts.filter((one) => one.kind === kind);
        return (
          <section key={kind} aria-label={say(texts.kinds[kind])} style={{ marginBottom: 12 }}>
            <strong>{say(texts.kinds[kind])}</strong>
            <div className="quiet">{say(texts.explained[kind])}</div>
            {found.length === 0 && <div>{say(texts.noPrompts)}</div>}
            <ul className="matter-lines">
              {found.map(({ unit, unitName, number, of: all, chance }) => (
                <li key={unit}>
                  <span>{unitName}</span>
                  <span>{fill(say(texts.observed[kind]), { number, of: all })}</span>
                  <span className="quiet">
                    {fill(say(texts.chance), { p: chance < LEAST ? `< ${LEAST}` : chance.toFixed(3) })}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {small > 0 && <p className="quiet card-hint">{fill(say(texts.tooSmall), { n: small })}</p>}
    </Card>
  );
}
