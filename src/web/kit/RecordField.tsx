import { Input, Select } from 'antd';
import type { Column } from '../../platform/register/columns.ts';
import type { Cell } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { isProse } from './columns-shown.ts';
import { DayPicker } from './DayPicker.tsx';
import { MomentPicker } from './MomentPicker.tsx';
import { RecordPicker } from './RecordPicker.tsx';

interface Props {
  readonly column: Column;
  /** These three are given by the form. */
  readonly id?: string;
  readonly value?: Cell;
  readonly onChange?: (value: Cell | undefined) => void;
}

/** The field for one column of a record. */
export function RecordField({ column, id, value, onChange }: Props) {
  const { t, say } = useSpeech();
  const text = value === null || value === undefined ? '' : String(value);
  switch (column.kind) {
    case 'date':
      return <DayPicker id={id} value={text} onChange={onChange} />;
    case 'time':
      return <MomentPicker id={id} value={text} onChange={onChange} />;
    case 'choice':
      return (
        <Select
          id={id}
          value={text || undefined}
          onChange={onChange}
          options={Object.entries(column.choices ?? {}).map(([code, words]) => ({ value: code, label: say(words) }))}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={column.optional}
        />
      );
    case 'yesNo':
      return (
        <Select
          id={id}
          value={value === true ? 'yes' : value === false ? 'no' : undefined}
          onChange={(chosen) => onChange?.(chosen === undefined ? undefined : chosen === 'yes')}
          options={[
            { value: 'yes', label: t.register.yes },
            { value: 'no', label: t.register.no },
          ]}
          allowClear={column.optional}
        />
      );
    case 'ref':
      return (
        <RecordPicker
          id={id}
          to={column.to!}
          single
          value={text ? [text] : []}
          onChange={(records) => onChange?.(records?.[0])}
        />
      );
    default:
      return isProse(column) ? (
        <Input.TextArea id={id} value={text} onChange={(e) => onChange?.(e.target.value)} autoSize={{ minRows: 3 }} />
      ) : (
        <Input
          id={id}
          value={text}
          onChange={(e) => onChange?.(e.target.value)}
          inputMode={column.kind === 'integer' || column.kind === 'mobile' ? 'numeric' : undefined}
          autoComplete="off"
        />
      );
  }
}
