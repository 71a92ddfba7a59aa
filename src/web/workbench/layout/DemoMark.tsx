import { useSpeech } from '../../locales/index.ts';

/** Says on every page that what stands there is invented. */
export function DemoMark() {
  const { t } = useSpeech();
  return (
    <aside className="desk-demo" aria-label={t.app.demoMark}>
      {t.app.demo}
    </aside>
  );
}
