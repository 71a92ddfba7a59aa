import { fill } from '../../platform/words.ts';
import { Problem } from '../api/client.ts';
import { useSpeech } from '../locales/index.ts';

/** What to tell the reader about an error: the server's own words wherever there are some. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useSpeech();
  return (error) => {
    if (!(error instanceof Problem)) return t.errors.crashed;
    if (error.status === 0) return t.errors.away;
    return error.message || fill(t.errors.unknown, { status: error.status });
  };
}
