import { useQueryClient } from '@tanstack/react-query';
import { Alert, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useErrorText } from '../../../web/kit/error-text.ts';

interface Props {
  readonly title: string;
  readonly action: string;
  /** False while something still stands against it. */
  readonly allowed?: boolean;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before a step that cannot be taken back, and shows the server's reason when it refuses. */
export function StepDialog({ title, action, allowed = true, onConfirm, onClose, children }: Props) {
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      onClose();
      await queries.invalidateQueries({ queryKey: ['bulletins'] });
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={action}
      okButtonProps={{ loading: busy, disabled: !allowed }}
      onOk={() => void confirm()}
      onCancel={onClose}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {children}
    </Modal>
  );
}
