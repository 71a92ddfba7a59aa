import { Button, Card, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { decideReport, handOn, type OpenedReport, type ReportState } from '../../../../web/api/reports.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { ReasonDialog } from '../../../../web/kit/ReasonDialog.tsx';
import { useAskedClose } from '../../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { nextStates } from '../../report/rules.ts';
import { UnitPicker } from './UnitPicker.tsx';

interface Props {
  readonly report: OpenedReport;
  readonly refresh: () => Promise<void>;
}

/** What the desk makes of a report. */
export function StepsCard({ report, refresh }: Props) {
  const { t } = useSpeech();
  const [to, setTo] = useState<ReportState | null>(null);
  const names: Partial<Record<ReportState, string>> = {
    HANDED_ON: t.reports.handOn,
    NOT_TAKEN_ON: t.reports.notTakenOn,
    CLOSED: t.reports.close,
    OPENED: t.reports.reopen,
  };
  const done = async () => {
    await refresh();
    setTo(null);
  };
  return (
    <Card size="small" title={<h2>{t.reports.steps}</h2>} className="card-gap">
      <div className="page-actions">
        {nextStates[report.state].map((state) => (
          <Button key={state} onClick={() => setTo(state)}>
            {names[state]}
          </Button>
        ))}
      </div>
      {to === 'HANDED_ON' && <HandOn report={report} onDone={done} onClose={() => setTo(null)} />}
      {to !== null && to !== 'HANDED_ON' && (
        <ReasonDialog
          title={names[to]!}
          hint={t.reports.stepHint}
          action={names[to]!}
          onClose={() => setTo(null)}
          onConfirm={async (reason) => {
            await decideReport(report.record, report.version, to, reason);
            await done();
          }}
        />
      )}
    </Card>
  );
}

interface Fields {
  readonly summary: string;
  readonly unit?: string;
}

function HandOn({
  report,
  onDone,
  onClose,
}: {
  report: OpenedReport;
  onDone: () => Promise<void>;
  onClose: () => void;
}) {
  const { t } = useSpeech();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);
  const send = async ({ summary, unit }: Fields) => {
    setBusy(true);
    setError(null);
    try {
      const given = { version: report.version, summary, unit: unit ?? null, problemKind: null };
      await handOn(report.record, given);
      await onDone();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={t.reports.handOn}
      okText={t.reports.handOn}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <p>{t.reports.handOnHint}</p>
      {error !== null && <ErrorNotice error={error} />}
      <Form form={form} layout="vertical" onFinish={(fields) => void send(fields)} requiredMark={false}>
        <Form.Item name="summary" label={t.reports.summary} rules={[{ required: true, min: 5, whitespace: true }]}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={20_000} />
        </Form.Item>
        <Form.Item name="unit" label={t.reports.unit}>
          <UnitPicker />
        </Form.Item>
      </Form>
    </Modal>
  );
}
