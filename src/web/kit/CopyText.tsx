import { CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useSpeech } from '../locales/index.ts';

interface Props {
  readonly text: string;
  /** What is copied, for screen readers. */
  readonly label: string;
  readonly actions?: React.ReactNode;
}

/** Text to take along exactly as it is: shown whole, with a button that copies it. */
export function CopyText({ text, label, actions }: Props) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      message.success(t.ledger.copied);
    } catch {
      // The clipboard is closed on pages that were not fetched over HTTPS.
      message.warning(t.ledger.copyFailed);
    }
  };
  return (
    <div className="copy-text">
      <pre>{text}</pre>
      <div className="actions">
        <Button
          icon={<CopyOutlined aria-hidden />}
          aria-label={`${t.ledger.copy}: ${label}`}
          onClick={() => void copy()}
        >
          {t.ledger.copy}
        </Button>
        {actions}
      </div>
    </div>
  );
}
