import { Button, Tag } from 'antd';
import type { Register } from '../../platform/register/declare.ts';
import type { Condition, Where } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { useTitles } from './use-titles.ts';
import { sayCondition } from './where.ts';

interface Props {
  readonly register: Register;
  readonly where: Where;
  readonly onChange: (where: Where | undefined) => void;
}

/** The filters that are on, each with a button to take it off. */
export function ActiveFilters({ register, where, onChange }: Props) {
  const { t } = useSpeech();
  const entries = Object.entries(where);
  const without = (key: string): Where | undefined => {
    const rest = entries.filter(([name]) => name !== key);
    return rest.length > 0 ? Object.fromEntries(rest) : undefined;
  };
  return (
    <div className="active-filters">
      {entries.map(([key, condition]) => (
        <ActiveFilter
          key={key}
          register={register}
          name={key}
          condition={condition}
          onRemove={() => onChange(without(key))}
        />
      ))}
      <Button type="link" size="small" onClick={() => onChange(undefined)}>
        {t.register.clear}
      </Button>
    </div>
  );
}

interface OneProps {
  readonly register: Register;
  readonly name: string;
  readonly condition: Condition;
  readonly onRemove: () => void;
}

function ActiveFilter({ register, name, condition, onRemove }: OneProps) {
  const { say, language } = useSpeech();
  const column = register.columns[name]!;
  const records = column.kind === 'ref' && Array.isArray(condition) ? condition.map(String) : [];
  const titles = useTitles(column.to ?? '', records);
  const said = sayCondition(column, condition, language, (record) => titles.get(record) ?? record.slice(0, 8));
  return (
    <Tag closable onClose={onRemove} color="blue">
      {say(column.words)}: {said}
    </Tag>
  );
}
