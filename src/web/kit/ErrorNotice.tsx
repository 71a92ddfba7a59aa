import { Alert, Button } from 'antd';
import { Problem } from '../api/client.ts';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

/** An error in the place of what could not be shown, with a way to try again where that may help. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  // A refusal stays a refusal however often one asks.
  const refusal = error instanceof Problem && (error.status === 403 || error.status === 404);
  return (
    <Alert
      type="error"
      showIcon
      title={(refusal && error.title) || t.errors.title}
      description={errorText(error)}
      action={!refusal && retry && <Button onClick={retry}>{t.errors.retry}</Button>}
    />
  );
}
