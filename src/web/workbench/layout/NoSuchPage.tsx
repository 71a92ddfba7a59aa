import { Notice } from '../../kit/Notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';

export function NoSuchPage() {
  const { t } = useSpeech();
  return (
    <main>
      <Notice title={t.app.missing} hint={t.app.missingHint} link={{ to: paths.home, label: t.app.backHome }} />
    </main>
  );
}
