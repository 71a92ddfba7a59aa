import { FilterOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import type { Register } from '../../../../platform/register/declare.ts';
import { fill } from '../../../../platform/words.ts';
import { ColumnChooser } from '../../../kit/ColumnChooser.tsx';
import { isSortable } from '../../../kit/columns-shown.ts';
import { DayPicker } from '../../../kit/DayPicker.tsx';
import { useSpeech } from '../../../locales/index.ts';
import type { Question } from './use-question.ts';

interface Props {
  readonly register: Register;
  readonly question: Question;
  readonly ask: (change: Question) => void;
  readonly onFilters: () => void;
  readonly columns: readonly string[];
  readonly chooseColumns: (columns: string[] | undefined) => void;
  /** Cards have no headings to click, so the order is chosen here. */
  readonly narrow: boolean;
}

/** Filters, the day, the order and the columns of a list. */
export function RegisterToolbar({ register, question, ask, onFilters, columns, chooseColumns, narrow }: Props) {
  const { t, say } = useSpeech();
  const filters = Object.keys(question.where ?? {}).length;
  const sorts = Object.entries(register.columns)
    .filter(([, column]) => isSortable(column))
    .flatMap(([key, column]) => [
      { value: key, label: `${say(column.words)} · ${t.register.sortedUp}` },
      { value: `-${key}`, label: `${say(column.words)} · ${t.register.sortedDown}` },
    ]);
  return (
    <div className="toolbar">
      <Button icon={<FilterOutlined aria-hidden />} onClick={onFilters}>
        {filters > 0 ? fill(t.register.filterCount, { n: filters }) : t.register.filters}
      </Button>
      {register.date && (
        <div className="toolbar-day" title={t.register.asOfHint}>
          <span aria-hidden>{t.register.asOf}</span>
          <DayPicker label={t.register.asOf} value={question.asOf} onChange={(asOf) => ask({ asOf })} />
        </div>
      )}
      {narrow && (
        <Select
          aria-label={t.register.sortBy}
          value={question.sort ?? ''}
          onChange={(sort) => ask({ sort: sort || undefined })}
          options={[{ value: '', label: t.register.noSort }, ...sorts]}
          style={{ flex: 1, minWidth: 160 }}
        />
      )}
      <span className="toolbar-end">
        <ColumnChooser register={register} columns={columns} onChange={chooseColumns} />
      </span>
    </div>
  );
}
