import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { askRelay, enterBeacon, enterDice, type PlanView } from '../../../web/api/recheck.ts';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatMoment } from '../../../web/kit/format.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { bitsOf } from '../bundle/dice.ts';

/** Where the seed is entered: the beacon's signature by one person, the dice by two, each alone. */
export function SeedCard({ view }: { view: PlanView }) {
  const { t, language } = useSpeech();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [form] = Form.useForm<{ typed: string }>();
  const typed = Form.useWatch('typed', form) ?? '';
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly type: 'error' | 'success'; readonly text: string } | null>(null);
  const { enter, bits } = t.recheck;
  const { seed } = view.plan;

  const send = async (sending: () => Promise<PlanView>) => {
    setBusy(true);
    setSaid(null);
    try {
      const entered = await sending();
      form.resetFields();
      // Where the two differ, the warning says so; that one more was kept would say the opposite.
      const differ = entered.dice.typists > 1 && !entered.dice.agree;
      setSaid(differ ? null : { type: 'success', text: entered.seed ? enter.drawn : enter.kept });
      await queries.invalidateQueries({ queryKey: ['recheck'] });
    } catch (failure) {
      setSaid({ type: 'error', text: errorText(failure) });
    }
    setBusy(false);
  };

  const submit = ({ typed: text }: { typed: string }) =>
    send(() =>
      seed.kind === 'beacon'
        ? enterBeacon(view.id, { round: seed.round, signature: text.trim().toLowerCase() })
        : enterDice(view.id, text),
    );

  const dice = seed.kind === 'dice';
  const early = view.state === 'COMMITTED';
  const relayed = !dice && view.relay;
  return (
    <Card size="small" title={<h2>{dice ? enter.dice : enter.beacon}</h2>} style={{ marginBottom: 16 }}>
      {early && (
        <Alert
          type="info"
          showIcon
          className="card-alert"
          title={
            dice
              ? fill(enter.diceEarly, { at: formatMoment(view.seedAt, language), place: seed.place })
              : fill(enter.early, { n: seed.round, at: formatMoment(view.seedAt, language) })
          }
        />
      )}
      {relayed && <p>{enter.relayHint}</p>}
      {(dice || !early) && <p>{dice ? enter.diceHint : fill(enter.beaconHint, { n: seed.round })}</p>}
      {dice && <p className="quiet">{fill(bits, { n: seed.rolls, bits: bitsOf(seed.rolls).toFixed(0) })}</p>}
      {dice && view.dice.typists > 0 && <p>{fill(enter.typists, { n: view.dice.typists })}</p>}
      {dice && view.dice.typists > 1 && !view.dice.agree && (
        <Alert type="warning" showIcon title={enter.differ} className="card-alert" />
      )}
      {said && <Alert type={said.type} showIcon title={said.text} className="card-alert" />}
      {!early && (
        <Form form={form} layout="vertical" onFinish={submit} requiredMark={false}>
          <Form.Item
            name="typed"
            label={dice ? enter.dice : enter.signature}
            rules={[{ required: true, message: t.recheck.form.required }]}
            extra={dice ? fill(enter.typed, { n: typed.replace(/\s/g, '').length, of: seed.rolls }) : undefined}
          >
            <Input.TextArea rows={3} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <Flex gap="small" wrap>
            <Button type="primary" htmlType="submit" loading={busy}>
              {enter.submit}
            </Button>
            {relayed && (
              <Button onClick={() => void send(() => askRelay(view.id))} disabled={busy}>
                {enter.relay}
              </Button>
            )}
          </Flex>
        </Form>
      )}
    </Card>
  );
}
