import { type About, open } from '../api/public.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** Says on every page, and on the sheet that covers one, that what stands there is invented. */
export function DemoMark() {
  const { t } = useSpeech();
  const { data: about } = useAnswer<About>(open.about);
  if (!about?.demo) return null;
  return (
    <aside className="demo" aria-label={t.demoMark}>
      {t.demo}
    </aside>
  );
}
