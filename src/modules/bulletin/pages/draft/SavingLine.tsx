import { Alert, Button, Space } from 'antd';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { Draft } from './use-draft.ts';

/** Whether the words on the page are kept; and what to do when they are not. */
export function SavingLine({ draft }: { draft: Draft }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  switch (draft.saving) {
    case 'conflict':
      return (
        <Alert
          type="warning"
          showIcon
          className="card-alert"
          title={t.bulletins.conflict}
          description={t.bulletins.conflictHint}
          action={
            <Space orientation="vertical">
              <Button onClick={() => void draft.takeTheirs()}>{t.bulletins.takeTheirs}</Button>
              <Button onClick={() => void draft.keepMine()}>{t.bulletins.keepMine}</Button>
            </Space>
          }
        />
      );
    case 'failed':
      return (
        <Alert
          type="error"
          showIcon
          className="card-alert"
          title={t.bulletins.notSaved}
          description={errorText(draft.error)}
          action={<Button onClick={() => void draft.saveNow()}>{t.errors.retry}</Button>}
        />
      );
    default:
      return null;
  }
}
