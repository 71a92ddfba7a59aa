import { Page } from '../../kit/Page.tsx';
import { useSpeech } from '../../locales/index.ts';

export default function RegisterPage() {
  const { t } = useSpeech();
  return <Page title={t.home.title}>{null}</Page>;
}
