import { Select } from 'antd';
import type { Register } from '../../../../platform/register/declare.ts';
import type { SheetPlan } from '../../../api/imports.ts';
import { ScrollBox } from '../../../kit/ScrollBox.tsx';
import { useSpeech } from '../../../locales/index.ts';
import type { SheetDraft } from './plan.ts';

interface Props {
  readonly plan: SheetPlan;
  readonly draft: SheetDraft;
  readonly register: Register;
  readonly editable: boolean;
  readonly onChange: (draft: SheetDraft) => void;
}

/** Which register column each spreadsheet column feeds. */
export function ColumnPlanTable({ plan, draft, register, editable, onChange }: Props) {
  const { t, say } = useSpeech();
  const options = [
    { value: '', label: t.import.leftOut },
    ...Object.entries(register.columns).map(([key, column]) => ({
      value: key,
      label: column.optional ? say(column.words) : `${say(column.words)} *`,
    })),
  ];
  return (
    <ScrollBox label={`${t.import.plan} ${plan.sheet}`}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t.import.letter}</th>
            <th scope="col">{t.import.header}</th>
            <th scope="col">{t.import.key}</th>
            <th scope="col">{t.import.how}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns.map(({ letter, header, key, by }) => {
            const chosen = draft.keys[letter] ?? null;
            const how = chosen === key ? by : chosen === null ? 'none' : 'person';
            return (
              <tr key={letter}>
                <td>{letter}</td>
                <th scope="row">{header || '—'}</th>
                <td>
                  {editable ? (
                    <Select
                      aria-label={`${t.import.key}: ${letter} ${header}`}
                      size="small"
                      value={chosen ?? ''}
                      onChange={(value) => onChange({ ...draft, keys: { ...draft.keys, [letter]: value || null } })}
                      options={options}
                      showSearch={{ optionFilterProp: 'label' }}
                      popupMatchSelectWidth={false}
                      style={{ width: '100%', minWidth: 160 }}
                    />
                  ) : (
                    options.find(({ value }) => value === (chosen ?? ''))?.label
                  )}
                </td>
                <td className="quiet">{t.import.by[how]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}
