import { Alert, Button } from 'antd';
import { isStatus } from '../api/client.ts';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

/** An error in the place of what could not be shown, with a way to try again; what is not allowed is no error, and stays so. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const refused = isStatus(error, 403);
  return (
    <Alert
      type={refused ? 'warning' : 'error'}
      showIcon
      title={refused ? t.errors.refused : t.errors.title}
      description={errorText(error)}
      action={retry && !refused && <Button onClick={retry}>{t.errors.retry}</Button>}
    />
  );
}
