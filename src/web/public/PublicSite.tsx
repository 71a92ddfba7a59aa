import { useSpeech } from '../locales/index.ts';

/** The citizens' door: published bulletins and their figures. */
export function PublicSite() {
  const { t } = useSpeech();
  return (
    <main>
      <h1>{t.public.title}</h1>
    </main>
  );
}
