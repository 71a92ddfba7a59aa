import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { likelyQuery, markReporter } from '../../../../web/api/clues.ts';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { useErrorText } from '../../../../web/kit/error-text.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { LikelyTable } from './LikelyTable.tsx';

interface Props {
  readonly record: string;
  readonly onJoin?: (record: string) => void;
}

/** For the desk: what this clue may repeat, and the keyed hash by which another report of the same person shows. */
export function LikelyCard({ record, onJoin }: Props) {
  const { t } = useSpeech();
  const query = useQuery(likelyQuery(record));
  return (
    <Card size="small" title={<h2>{t.clues.likely}</h2>}>
      <Asked query={query} />
      {query.data?.length === 0 && <p className="card-hint">{t.clues.likelyNone}</p>}
      {query.data && query.data.length > 0 && (
        <>
          <p className="card-hint">{t.clues.likelyHint}</p>
          <LikelyTable found={query.data} onJoin={onJoin} />
        </>
      )}
      <ReporterMark record={record} />
    </Card>
  );
}

function ReporterMark({ record }: { record: string }) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ number: string }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const keep = async ({ number }: { number: string }) => {
    setBusy(true);
    setError(null);
    try {
      await markReporter(record, number.trim());
      form.resetFields();
      message.success(t.clues.markSaved);
      await queries.invalidateQueries({ queryKey: likelyQuery(record).queryKey });
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };

  return (
    <details className="card-fold">
      <summary>{t.clues.mark}</summary>
      <p className="card-hint">{t.clues.markHint}</p>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Form form={form} layout="vertical" onFinish={keep} requiredMark={false}>
        <Form.Item
          name="number"
          label={t.clues.markNumber}
          rules={[{ required: true, min: 4, whitespace: true, message: t.signIn.required }]}
        >
          <Input maxLength={40} autoComplete="off" style={{ maxWidth: 320 }} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t.clues.markSave}
        </Button>
      </Form>
    </details>
  );
}
