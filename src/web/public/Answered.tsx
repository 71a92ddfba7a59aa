import type { ReactNode } from 'react';
import { fill } from '../../platform/words.ts';
import { isRefusal, Problem } from '../api/client.ts';
import { useSpeech } from './speech.ts';
import type { Answer } from './use-answer.ts';

/** What was asked for once it is there; until then that it is on its way, or why it did not come. */
export function Answered<T>({ answer, children }: { answer: Answer<T>; children: (data: T) => ReactNode }) {
  const { t } = useSpeech();
  if (answer.error !== undefined) return <Failure error={answer.error} retry={answer.retry} />;
  if (answer.data !== undefined) return children(answer.data);
  return (
    <p className="loading" role="status">
      {t.loading}
    </p>
  );
}

/** Why something did not come, in the server's own words wherever there are some. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useSpeech();
  return (
    <div className="notice bad" role="alert">
      <p>
        <strong>{t.failed}</strong>
      </p>
      <p>{reasonOf(error, t)}</p>
      {!isRefusal(error) && (
        <button type="button" onClick={retry}>
          {t.retry}
        </button>
      )}
    </div>
  );
}

/** Why a request failed, in the reader's words. */
export function reasonOf(error: unknown, t: ReturnType<typeof useSpeech>['t']): string {
  if (!(error instanceof Problem)) return t.crashed;
  if (error.status === 0) return t.away;
  return error.message || fill(t.unknown, { status: error.status });
}
