import { Input, InputNumber, Select } from 'antd';
import type { Column } from '../../platform/register/columns.ts';
import type { Condition } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { DayPicker } from './DayPicker.tsx';
import { RecordPicker } from './RecordPicker.tsx';
import { filterShape } from './where.ts';

interface Props {
  readonly column: Column;
  readonly value: Condition | undefined;
  readonly onChange: (condition: Condition | undefined) => void;
}

interface Span {
  readonly from?: string | number;
  readonly to?: string | number;
}

const spanOf = (value: Condition | undefined): Span =>
  typeof value === 'object' && !Array.isArray(value) && ('from' in value || 'to' in value) ? (value as Span) : {};

/** The filter of one column, as its kind asks. */
export function FilterField({ column, value, onChange }: Props) {
  const { t, say } = useSpeech();
  const label = say(column.words);
  switch (filterShape(column)) {
    case 'chosen':
      return (
        <Select
          mode="multiple"
          aria-label={label}
          placeholder={t.register.any}
          value={Array.isArray(value) ? value : []}
          onChange={(chosen) => onChange(chosen)}
          options={Object.entries(column.choices ?? {}).map(([code, words]) => ({ value: code, label: say(words) }))}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          style={{ width: '100%' }}
        />
      );
    case 'yesNo':
      return (
        <Select
          aria-label={label}
          placeholder={t.register.any}
          value={typeof value === 'boolean' ? String(value) : undefined}
          onChange={(chosen) => onChange(chosen === undefined ? undefined : chosen === 'true')}
          options={[
            { value: 'true', label: t.register.yes },
            { value: 'false', label: t.register.no },
          ]}
          allowClear
          style={{ width: '100%' }}
        />
      );
    case 'records':
      return (
        <RecordPicker
          to={column.to!}
          label={label}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={onChange}
        />
      );
    case 'days': {
      const { from, to } = spanOf(value);
      return (
        <div className="span">
          <DayPicker
            label={`${label} ${t.register.from}`}
            placeholder={t.register.from}
            value={from === undefined ? null : String(from)}
            onChange={(day) => onChange({ from: day, to })}
          />
          <DayPicker
            label={`${label} ${t.register.to}`}
            placeholder={t.register.to}
            value={to === undefined ? null : String(to)}
            onChange={(day) => onChange({ from, to: day })}
          />
        </div>
      );
    }
    case 'numbers': {
      const { from, to } = spanOf(value);
      return (
        <div className="span">
          <InputNumber
            aria-label={`${label} ${t.register.atLeast}`}
            placeholder={t.register.atLeast}
            value={from}
            onChange={(number) => onChange({ from: number ?? undefined, to })}
            style={{ width: '100%' }}
          />
          <InputNumber
            aria-label={`${label} ${t.register.atMost}`}
            placeholder={t.register.atMost}
            value={to}
            onChange={(number) => onChange({ from, to: number ?? undefined })}
            style={{ width: '100%' }}
          />
        </div>
      );
    }
    case 'part':
      return (
        <Input
          aria-label={label}
          placeholder={t.register.contains}
          value={typeof value === 'object' && 'contains' in value ? value.contains : ''}
          onChange={(event) => onChange({ contains: event.target.value })}
          maxLength={100}
          allowClear
        />
      );
    default:
      return null;
  }
}
