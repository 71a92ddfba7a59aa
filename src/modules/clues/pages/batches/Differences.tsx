import './batches.css';
import { Alert } from 'antd';
import { fill } from '../../../../platform/words.ts';
import type { BatchStanding, BatchView } from '../../../../web/api/clues.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { batchNumbers, clues } from '../../registers/clues.ts';
import { NotListed } from './BatchState.tsx';

/** In what a batch differs from its list, in words; one line for each. */
export function useDifferences() {
  const own = useSpeech().t.clues;
  return ({ differences, registered, size, missing, extra, listed }: BatchStanding): string[] =>
    differences.map((one) => fill(own.differences[one], { registered, size, missing, extra, listed }));
}

/** What differs on one batch, number by number, and what to do about each. */
export function Differences({ batch }: { batch: BatchView }) {
  const own = useSpeech().t.clues;
  const lines = useDifferences()(batch);
  if (lines.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      className="batch-differs"
      title={own.differsTitle}
      description={
        <>
          <ul className="matter-lines">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {batch.listed === 0 && (
            <p>
              {own.noList} <Anchor to={paths.imports}>{own.handInList}</Anchor>
            </p>
          )}
          {batch.missingNumbers.length > 0 && (
            <section>
              <h3>{fill(own.missingNumbers, { n: batch.missing })}</h3>
              <p>{own.missingToDo}</p>
              <ul className="batch-numbers">
                {batch.missingNumbers.map(({ serialNo, record, batch: other }) => (
                  <li key={serialNo}>
                    {record ? <Anchor to={paths.matter(clues.name, record)}>{serialNo}</Anchor> : serialNo}
                    {record && (
                      <span className="quiet"> {other ? fill(own.inOtherBatch, { batch: other }) : own.inNoBatch}</span>
                    )}
                  </li>
                ))}
              </ul>
              <NotListed
                shown={batch.missingNumbers.length}
                of={batch.missing}
                more={<Anchor to={paths.register(batchNumbers.name)}>{own.openList}</Anchor>}
              />
            </section>
          )}
          {batch.extraNumbers.length > 0 && (
            <section>
              <h3>{fill(own.extraNumbers, { n: batch.extra })}</h3>
              <p>{own.extraToDo}</p>
              <ul className="batch-numbers">
                {batch.extraNumbers.map(({ serialNo, record }) => (
                  <li key={serialNo}>
                    <Anchor to={paths.matter(clues.name, record)}>{serialNo}</Anchor>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {batch.differences.includes('LIST_ITSELF') && (
            <p>
              {own.listToDo} <Anchor to={paths.register(batchNumbers.name)}>{own.openList}</Anchor>
            </p>
          )}
        </>
      }
    />
  );
}
