import { Card } from 'antd';
import { findRegister } from '../../../../modules/pages.ts';
import type { Definition, FigureDetail } from '../../../api/figures.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { paths } from '../../../kit/paths.ts';
import { useSpeech } from '../../../locales/index.ts';
import { PartFigures } from './PartFigures.tsx';
import { sayConditions, sayCutOff, sayHow } from './say-definition.ts';

type Part = Definition['parts'][number];

/** The question in words: what is counted, of which register, under which conditions, up to which day. */
export function DefinitionCard({ figure }: { figure: FigureDetail }) {
  const { t, language } = useSpeech();
  const { how, parts, figures } = figure.definition;
  return (
    <Card size="small" title={<h2>{t.figures.definition}</h2>}>
      <p className="card-hint">{sayHow(how, parts, language)}</p>
      {how === 'total' && <PartFigures ids={figures} asOf={figure.asOf} />}
      <div className="definition-parts">
        {parts.map((part, index) => (
          <PartFacts
            key={index === 0 ? 'records' : 'base'}
            part={part}
            title={how === 'ratio' ? (index === 0 ? t.figures.part : t.figures.basePart) : undefined}
          />
        ))}
      </div>
    </Card>
  );
}

function PartFacts({ part, title }: { part: Part; title: string | undefined }) {
  const { t, say, language } = useSpeech();
  const register = findRegister(part.register);
  const conditions = sayConditions(part, language);
  return (
    <section>
      {title && <h3>{title}</h3>}
      {title && <p className="card-hint">{sayHow(part.how, [part], language)}</p>}
      <dl className="definition">
        <dt>{t.figures.register}</dt>
        <dd>{register ? <Anchor to={paths.register(part.register)}>{say(register.words)}</Anchor> : part.register}</dd>
        <dt>{t.figures.conditions}</dt>
        <dd>
          <ul className="conditions">
            {conditions.length === 0 && <li>{t.figures.noConditions}</li>}
            {conditions.map(({ name, value }) => (
              <li key={name}>
                {name}
                {language === 'zh' ? '：' : ': '}
                <strong>{value}</strong>
              </li>
            ))}
            {sayCutOff(part.register, language).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </dd>
      </dl>
    </section>
  );
}
