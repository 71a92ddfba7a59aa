import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Flex, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import {
  type DrawnCase,
  ownQuery,
  recordResult,
  stepAside,
  type TakenCase,
  takeCase,
} from '../../../web/api/recheck.ts';
import { Anchor } from '../../../web/kit/Anchor.tsx';
import { Asked } from '../../../web/kit/Asked.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatDay } from '../../../web/kit/format.ts';
import { paths } from '../../../web/kit/paths.ts';
import { useAskedClose } from '../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { asideReasons, outcomes } from '../bundle/format.ts';
import { CaseTable } from './CaseTable.tsx';

type Step =
  | { readonly how: 'aside' | 'record'; readonly of: DrawnCase }
  | { readonly how: 'taken'; readonly case: TakenCase };

/** The cases drawn for the reader, with what can be done about each. */
export function OwnCases() {
  const { t, say, language } = useSpeech();
  const errorText = useErrorText();
  const query = useQuery(ownQuery);
  const [step, setStep] = useState<Step | null>(null);
  const [error, setError] = useState<unknown>(null);
  const own = t.recheck;

  const take = async (one: DrawnCase) => {
    setError(null);
    try {
      setStep({ how: 'taken', case: await takeCase(one) });
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Card size="small" title={<h2>{own.own}</h2>} style={{ marginBottom: 16 }}>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Asked query={query} />
      {query.isSuccess && query.data.cases.length === 0 && <p className="quiet">{own.ownNone}</p>}
      {query.isSuccess && query.data.cases.length > 0 && (
        <CaseTable
          cases={query.data.cases}
          ofOne
          actions={(one) =>
            (one.outcome === null || one.outcome === 'SUPPLEMENT') && (
              <Flex gap="small" wrap>
                <Button size="small" onClick={() => void take(one)}>
                  {own.take}
                </Button>
                <Button size="small" type="primary" onClick={() => setStep({ how: 'record', of: one })}>
                  {own.record}
                </Button>
                <Button size="small" onClick={() => setStep({ how: 'aside', of: one })}>
                  {own.stepAside}
                </Button>
              </Flex>
            )
          }
        />
      )}
      {step?.how === 'taken' && (
        <Modal open title={step.case.serialNo} footer={null} onCancel={() => setStep(null)}>
          <Descriptions
            size="small"
            column={1}
            style={{ marginBottom: 16 }}
            items={[
              { key: 'source', label: own.taken.source, children: say(step.case.source) },
              { key: 'on', label: own.taken.receivedOn, children: formatDay(step.case.receivedOn, language) },
              {
                key: 'answer',
                label: own.taken.conclusion,
                children: step.case.conclusion ? say(step.case.conclusion) : '—',
              },
              { key: 'summary', label: own.taken.summary, children: step.case.summary },
            ]}
          />
          <Anchor to={paths.matter('clues.clues', step.case.clue)}>{own.openClue}</Anchor>
        </Modal>
      )}
      {(step?.how === 'aside' || step?.how === 'record') && (
        <StepDialog how={step.how} of={step.of} onClose={() => setStep(null)} />
      )}
    </Card>
  );
}

interface Entry {
  reason?: (typeof asideReasons)[number];
  outcome?: (typeof outcomes)[number];
  difference?: string;
  cause?: string;
}

/** Records a result, or steps aside. */
function StepDialog({ how, of, onClose }: { how: 'aside' | 'record'; of: DrawnCase; onClose: () => void }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<Entry>();
  const outcome = Form.useWatch('outcome', form);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = useAskedClose(() => !busy && form.isFieldsTouched(), onClose);
  const own = t.recheck;
  const needed = { required: true, message: own.form.required };

  const submit = async ({ reason, outcome: chosen, difference, cause }: Entry) => {
    setBusy(true);
    setError(null);
    try {
      if (how === 'aside') await stepAside(of, { reason: reason! });
      else await recordResult(of, { outcome: chosen!, difference: difference || null, cause: cause || null });
      await queries.invalidateQueries({ queryKey: ['recheck'] });
      onClose();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={how === 'aside' ? fill(own.asideTitle, { n: of.number }) : `${own.record} · ${of.serialNo}`}
      okText={how === 'aside' ? own.stepAside : own.record}
      okButtonProps={{ loading: busy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      <Form<Entry> form={form} layout="vertical" onFinish={submit}>
        {how === 'aside' ? (
          <Form.Item name="reason" label={own.stepAside} extra={own.asideHint} rules={[needed]}>
            <Select options={asideReasons.map((value) => ({ value, label: own.asideReasons[value] }))} />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="outcome" label={own.outcome} rules={[needed]} extra={outcome && own.outcomeMeans[outcome]}>
              <Select options={outcomes.map((value) => ({ value, label: own.outcomes[value] }))} />
            </Form.Item>
            <Form.Item
              name="difference"
              label={own.difference}
              rules={outcome === 'CHANGED' ? [{ required: true, min: 4, message: own.differenceNeeded }] : []}
            >
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
            <Form.Item name="cause" label={own.cause}>
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
