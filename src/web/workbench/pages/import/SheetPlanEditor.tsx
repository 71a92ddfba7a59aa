import { Alert, Select } from 'antd';
import { useState } from 'react';
import { findRegister, rooms } from '../../../../modules/pages.ts';
import { fill } from '../../../../platform/words.ts';
import type { SheetPlan } from '../../../api/imports.ts';
import { formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { ColumnPlanTable } from './ColumnPlanTable.tsx';
import { doubled, draftOf, lacking, type SheetDraft, withRegister } from './plan.ts';

interface Props {
  readonly plan: SheetPlan;
  readonly draft: SheetDraft;
  readonly editable: boolean;
  readonly onChange: (draft: SheetDraft) => void;
}

/** One sheet: which register it is, and its column map, folded away while all is well. */
export function SheetPlanEditor({ plan, draft, editable, onChange }: Props) {
  const { t, say, language } = useSpeech();
  const register = draft.register ? findRegister(draft.register) : undefined;
  const missing = editable ? lacking(draft, register) : [];
  const twice = doubled(draft);
  const found = Object.values(draft.keys).filter((key) => key !== null).length;
  // Open from the start where something is missing; after that only the reader folds it.
  const [unfolded, setUnfolded] = useState(missing.length > 0);
  const label = (key: string): string => {
    const column = register?.columns[key];
    return column ? say(column.words) : key;
  };
  return (
    <section className="sheet-plan" aria-label={`${t.import.sheet} ${plan.sheet}`}>
      <div className="sheet-plan-head">
        <h3>
          {t.import.sheet} “{plan.sheet}”
        </h3>
        {plan.headerRow !== null && (
          <span className="quiet">{fill(t.import.headerRow, { n: formatNumber(plan.headerRow) })}</span>
        )}
        {editable ? (
          <Select
            aria-label={t.import.register}
            value={draft.register ?? ''}
            onChange={(name) =>
              onChange(name === plan.register ? draftOf(plan) : withRegister(plan, findRegister(name)))
            }
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={[
              { value: '', label: t.import.leftOut },
              ...rooms.map((room) => ({
                label: say(room.words),
                options: room.registers.map((each) => ({ value: each.name, label: say(each.words) })),
              })),
            ]}
            style={{ minWidth: 220 }}
          />
        ) : (
          <span>{register ? say(register.words) : t.import.leftOut}</span>
        )}
      </div>
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={fill(t.import.missing, { columns: missing.map(label).join(language === 'zh' ? '、' : ', ') })}
        />
      )}
      {twice.map((key) => (
        <Alert key={key} type="warning" showIcon title={fill(t.import.twice, { column: label(key) })} />
      ))}
      {register && (
        <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary>{fill(t.import.columnsFound, { n: plan.columns.length, m: found })}</summary>
          <ColumnPlanTable plan={plan} draft={draft} register={register} editable={editable} onChange={onChange} />
        </details>
      )}
    </section>
  );
}
