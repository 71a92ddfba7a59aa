import { Alert, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import type { Account } from '../../../api/accounts.ts';
import { useErrorText } from '../../../kit/error-text.ts';

interface Props {
  /** With places `{name}` and `{username}`. */
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly account: Account;
  /** A choice to make with it. */
  readonly option?: string;
  readonly onConfirm: (chosen: boolean) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks before something is done to somebody's account. */
export function ConfirmDialog({ title, hint, action, account, option, onConfirm, onClose }: Props) {
  const errorText = useErrorText();
  const [chosen, setChosen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm(chosen);
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={fill(title, { name: account.name, username: account.username })}
      okText={action}
      okButtonProps={{ danger: true, loading: busy }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <p>{hint}</p>
      {option && (
        <Checkbox checked={chosen} onChange={(event) => setChosen(event.target.checked)}>
          {option}
        </Checkbox>
      )}
    </Modal>
  );
}
