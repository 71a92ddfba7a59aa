import { Alert, Button } from 'antd';
import { isRefusal } from '../api/client.ts';
import { useSpeech } from '../locales/index.ts';
import { useErrorText } from './error-text.ts';

/** An error in the place of what could not be shown, with a way to try again where that may help. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  return (
    <Alert
      type="error"
      showIcon
      title={(isRefusal(error) && error.title) || t.errors.title}
      description={errorText(error)}
      action={!isRefusal(error) && retry && <Button onClick={retry}>{t.errors.retry}</Button>}
    />
  );
}
