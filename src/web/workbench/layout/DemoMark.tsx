import { useSpeech } from '../../locales/index.ts';

/** Says on every page that what stands there is invented. */
export function DemoMark() {
  const { t } = useSpeech();
  return (
    <div className="desk-demo" role="note">
      {t.app.demo}
    </div>
  );
}
