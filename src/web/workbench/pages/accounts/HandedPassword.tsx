import { Button, Modal } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { CopyText } from '../../../kit/CopyText.tsx';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly onClose: () => void;
}

/** A generated password, shown this once; only the button closes it, so that no stray click loses it. */
export function HandedPassword({ username, name, password, onClose }: Props) {
  const { t } = useSpeech();
  return (
    <Modal
      open
      title={t.accounts.handed}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.accounts.close}
        </Button>
      }
    >
      <p>{fill(t.accounts.handedHint, { name })}</p>
      <p>{fill(t.accounts.handedFor, { username })}</p>
      <CopyText text={password} label={t.accounts.handed} />
    </Modal>
  );
}
