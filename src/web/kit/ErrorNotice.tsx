import { Alert, Button } from 'antd';
import { isRefusal } from '../api/client.ts';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

/** An error in the place of what could not be shown, with a way to try again where that may help. What is not allowed is no error, and stays so. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const refused = isRefusal(error);
  return (
    <Alert
      type={refused ? 'warning' : 'error'}
      showIcon
      title={(refused && error.title) || t.errors.title}
      description={errorText(error)}
      action={!refused && retry && <Button onClick={retry}>{t.errors.retry}</Button>}
    />
  );
}
