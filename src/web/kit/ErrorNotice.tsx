import { Alert, Button } from 'antd';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

/** An error in the place of what could not be shown, with a way to try again. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  return (
    <Alert
      type="error"
      showIcon
      title={t.errors.title}
      description={errorText(error)}
      action={retry && <Button onClick={retry}>{t.errors.retry}</Button>}
    />
  );
}
