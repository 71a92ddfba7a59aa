import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, App, Button, Card, Flex, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { fill } from '../../../platform/words.ts';
import { commitPlan, type NewPlan, type PlanPreview, previewPlan } from '../../../web/api/recheck.ts';
import { DayPicker } from '../../../web/kit/DayPicker.tsx';
import { useErrorText } from '../../../web/kit/error-text.ts';
import { formatNumber } from '../../../web/kit/format.ts';
import { MomentPicker } from '../../../web/kit/MomentPicker.tsx';
import { Page } from '../../../web/kit/Page.tsx';
import { paths } from '../../../web/kit/paths.ts';
import { useAskedClose } from '../../../web/kit/use-asked-close.ts';
import { useSpeech } from '../../../web/locales/index.ts';
import { bitsOf, FEWEST_ROLLS, MOST_ROLLS } from '../bundle/dice.ts';
import { FEWEST_DAYS, MOST_DAYS, populations, risks, stratifications } from '../bundle/format.ts';
import { CHECK_DAYS } from '../limits.ts';
import { GroupTable } from './GroupTable.tsx';
import { OfficerPicker } from './OfficerPicker.tsx';
import { UnreadyAlert } from './UnreadyAlert.tsx';

interface Entry {
  title: string;
  population: NewPlan['population'];
  asOf: string;
  stratifiedBy: NewPlan['stratifiedBy'];
  by: 'size' | 'rate';
  size?: number;
  rates?: Partial<Record<(typeof risks)[number] | 'ALL', number>>;
  pool: string[];
  limit: number;
  kind: 'beacon' | 'dice';
  /** A moment in ISO 8601. */
  at: string;
  place?: string;
  rolls?: number;
  reason?: string;
}

/** A percentage as whole ten-thousandths, as the plan has it. */
const tenThousandths = (percent: number | undefined): number => Math.round((percent ?? 0) * 100);

function planOf(entry: Entry): NewPlan {
  const { title, population, asOf, stratifiedBy, pool, limit, reason } = entry;
  const names = stratifiedBy === 'RISK' || stratifiedBy === 'UNIT_RISK' ? risks : (['ALL'] as const);
  const rates = Object.fromEntries(names.map((name) => [name, tenThousandths(entry.rates?.[name])]));
  const at = new Date(entry.at).toISOString();
  return {
    title,
    population,
    asOf,
    stratifiedBy,
    pool,
    limit,
    sizing: stratifiedBy === 'NONE' && entry.by === 'size' ? { size: entry.size ?? 1 } : { rates },
    seed:
      entry.kind === 'beacon'
        ? { kind: 'beacon', at }
        : { kind: 'dice', at, place: entry.place ?? '', rolls: entry.rolls ?? FEWEST_ROLLS },
    reason: reason?.trim() || null,
  };
}

/** Where a plan is made: tried out as often as one likes, committed once. */
export default function NewPlanPage() {
  const { t } = useSpeech();
  const { modal } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<Entry>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [preview, setPreview] = useState<PlanPreview | null>(null);
  useAskedClose(() => !busy && form.isFieldsTouched());
  const stratifiedBy = Form.useWatch('stratifiedBy', form) ?? 'NONE';
  const by = Form.useWatch('by', form) ?? 'size';
  const kind = Form.useWatch('kind', form) ?? 'beacon';
  const rolls = Form.useWatch('rolls', form) ?? FEWEST_ROLLS;
  const own = t.recheck;
  const needed = { required: true, message: own.form.required };

  const run = async (work: (plan: NewPlan) => Promise<void>) => {
    const entry = await form.validateFields().catch(() => null);
    if (!entry) {
      const faulty = form.getFieldsError().find(({ errors }) => errors.length > 0);
      if (faulty) form.scrollToField(faulty.name, { block: 'center' });
      return;
    }
    setBusy(true);
    setError(null);
    try {
      await work(planOf(entry));
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const tryOut = () => run(async (plan) => setPreview(await previewPlan(plan)));
  const commit = () =>
    modal.confirm({
      title: own.form.commit,
      content: own.form.commitAsk,
      okText: own.form.commit,
      onOk: () =>
        run(async (plan) => {
          const { id } = await commitPlan(plan);
          await queries.invalidateQueries({ queryKey: ['recheck'] });
          await navigate({ to: paths.recheck(id) });
        }),
    });

  const rated = stratifiedBy === 'RISK' || stratifiedBy === 'UNIT_RISK' ? risks : (['ALL'] as const);
  const sized = stratifiedBy === 'NONE' && by === 'size';
  return (
    <Page title={own.new} lead={own.form.lead} back={{ to: paths.rechecks, label: own.back }}>
      <Card size="small" style={{ marginBottom: 16, maxWidth: 760 }}>
        <Form<Entry>
          form={form}
          layout="vertical"
          requiredMark={false}
          onValuesChange={() => setPreview(null)}
          initialValues={{
            population: 'UNSUBSTANTIATED_REPORT',
            stratifiedBy: 'NONE',
            by: 'size',
            kind: 'beacon',
            rolls: FEWEST_ROLLS,
            limit: CHECK_DAYS,
            at: dayjs().add(1, 'hour').startOf('minute').toISOString(),
          }}
        >
          <Form.Item name="title" label={own.form.title} rules={[{ ...needed, min: 4 }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="population" label={own.population}>
            <Select options={populations.map((value) => ({ value, label: own.populations[value] }))} />
          </Form.Item>
          <Form.Item name="asOf" label={own.asOf} rules={[needed]}>
            <DayPicker />
          </Form.Item>
          <Form.Item name="stratifiedBy" label={own.form.stratifiedBy}>
            <Select options={stratifications.map((value) => ({ value, label: own.form.stratifications[value] }))} />
          </Form.Item>
          {stratifiedBy === 'NONE' && (
            <Form.Item name="by" label={own.form.sizing}>
              <Radio.Group
                options={[
                  { value: 'size', label: own.form.bySize },
                  { value: 'rate', label: own.form.byRate },
                ]}
              />
            </Form.Item>
          )}
          {sized ? (
            <Form.Item name="size" label={own.form.count} rules={[needed]}>
              <InputNumber min={1} max={100_000} precision={0} />
            </Form.Item>
          ) : (
            <Form.Item label={own.form.rate} extra={own.form.rounding}>
              <Flex gap="middle" wrap>
                {rated.map((name) => (
                  <Form.Item
                    key={name}
                    name={['rates', name]}
                    label={name === 'ALL' ? own.group.all : own.risks[name]}
                    rules={[needed]}
                    style={{ marginBottom: 0 }}
                  >
                    <InputNumber min={0} max={100} precision={2} suffix="%" />
                  </Form.Item>
                ))}
              </Flex>
            </Form.Item>
          )}
          <Form.Item name="pool" label={own.form.pool} extra={own.form.poolHint} rules={[needed]}>
            <OfficerPicker label={own.form.pool} />
          </Form.Item>
          <Form.Item name="limit" label={own.limit.days} extra={own.limit.hint} rules={[needed]}>
            <InputNumber min={FEWEST_DAYS} max={MOST_DAYS} precision={0} />
          </Form.Item>
          <Form.Item name="kind" label={own.form.kind}>
            <Radio.Group
              options={[
                { value: 'beacon', label: `${own.seedKinds.beacon} (drand quicknet)` },
                { value: 'dice', label: own.seedKinds.dice },
              ]}
            />
          </Form.Item>
          <Form.Item name="at" label={own.form.at} extra={own.form.atHint} rules={[needed]}>
            <MomentPicker />
          </Form.Item>
          {kind === 'dice' && (
            <>
              <Form.Item name="place" label={own.place} rules={[{ ...needed, min: 2 }]}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item
                name="rolls"
                label={own.rolls}
                extra={fill(own.bits, { n: rolls, bits: bitsOf(rolls).toFixed(0) })}
                rules={[needed]}
              >
                <InputNumber min={FEWEST_ROLLS} max={MOST_ROLLS} precision={0} />
              </Form.Item>
            </>
          )}
          <Form.Item name="reason" label={own.form.reason} extra={own.form.reasonHint} rules={[{ min: 10 }]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </Form>
        {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
        <Flex gap="small" wrap>
          <Button onClick={() => void tryOut()} loading={busy}>
            {own.form.preview}
          </Button>
          <Button type="primary" onClick={commit} disabled={!preview || busy}>
            {own.form.commit}
          </Button>
        </Flex>
      </Card>
      {preview && (
        <Card
          size="small"
          title={
            <h2>{fill(own.form.found, { count: formatNumber(preview.count), size: formatNumber(preview.size) })}</h2>
          }
          style={{ maxWidth: 760 }}
        >
          {preview.uncovered > 0 && (
            <Alert
              type="warning"
              showIcon
              className="card-alert"
              title={fill(own.form.uncovered, { n: preview.uncovered })}
            />
          )}
          <UnreadyAlert officers={preview.unready} />
          {preview.replaces && (
            <Alert
              type="warning"
              showIcon
              className="card-alert"
              title={fill(own.form.replaces, { n: preview.replaces.number })}
            />
          )}
          <GroupTable groups={preview.groups} />
        </Card>
      )}
    </Page>
  );
}
