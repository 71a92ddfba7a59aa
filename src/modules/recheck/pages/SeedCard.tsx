import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { enterBeacon, enterDice, type PlanView } from '../../../web/api/recheck.ts';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { bitsOf } from '../bundle/dice.ts';

/** Where the seed is entered: the beacon's signature by one person, the dice by two, each alone. */
export function SeedCard({ view }: { view: PlanView }) {
  const { t } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ typed: string }>();
  const typed = Form.useWatch('typed', form) ?? '';
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly type: 'error' | 'success'; readonly text: string } | null>(null);
  const { enter, bits } = t.recheck;
  const { seed } = view.plan;

  const submit = async ({ typed: text }: { typed: string }) => {
    setBusy(true);
    setSaid(null);
    try {
      const entered =
        seed.kind === 'beacon'
          ? await enterBeacon(view.id, { round: seed.round, signature: text.trim().toLowerCase() })
          : await enterDice(view.id, text);
      form.resetFields();
      setSaid({ type: 'success', text: entered.seed ? enter.drawn : enter.kept });
      await queries.invalidateQueries({ queryKey: ['recheck'] });
    } catch (failure) {
      setSaid({ type: 'error', text: errorText(failure) });
    }
    setBusy(false);
  };

  const dice = seed.kind === 'dice';
  return (
    <Card size="small" title={dice ? enter.dice : enter.beacon} style={{ marginBottom: 16 }}>
      <p>{dice ? enter.diceHint : fill(enter.beaconHint, { n: seed.round })}</p>
      {dice && <p className="quiet">{fill(bits, { n: seed.rolls, bits: bitsOf(seed.rolls).toFixed(0) })}</p>}
      {dice && view.dice.typists > 0 && <p>{fill(enter.typists, { n: view.dice.typists })}</p>}
      {dice && view.dice.typists > 1 && !view.dice.agree && (
        <Alert type="warning" showIcon title={enter.differ} className="card-alert" />
      )}
      {said && <Alert type={said.type} showIcon title={said.text} className="card-alert" />}
      <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
        <Form.Item
          name="typed"
          label={dice ? enter.dice : enter.signature}
          rules={[{ required: true, message: t.recheck.form.required }]}
          extra={dice ? fill(enter.typed, { n: typed.replace(/\s/g, '').length, of: seed.rolls }) : undefined}
        >
          <Input.TextArea rows={3} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {enter.submit}
        </Button>
      </Form>
    </Card>
  );
}
