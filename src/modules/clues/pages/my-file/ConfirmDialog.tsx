import { Alert, Modal } from 'antd';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useOwnStep } from './use-own-step.ts';

interface Props {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks once more before a step that needs no words. */
export function ConfirmDialog({ title, hint, action, onConfirm, onClose }: Props) {
  const errorText = useErrorText();
  const step = useOwnStep(onConfirm, onClose);
  return (
    <Modal
      open
      title={title}
      okText={action}
      okButtonProps={{ loading: step.isPending }}
      onOk={() => step.mutate()}
      onCancel={onClose}
    >
      {step.isError && <Alert type="error" showIcon title={errorText(step.error)} className="card-alert" />}
      <p>{hint}</p>
    </Modal>
  );
}
