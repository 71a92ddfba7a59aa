import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { Register } from '../../platform/register/declare.ts';
import { useSpeech } from '../locales/index.ts';

interface Props {
  readonly register: Register;
  readonly columns: readonly string[];
  /** Undefined goes back to the columns a list starts with. */
  readonly onChange: (columns: string[] | undefined) => void;
}

/** Which columns a list shows, always in declared order. */
export function ColumnChooser({ register, columns, onChange }: Props) {
  const { t, say } = useSpeech();
  const all = Object.keys(register.columns);
  const toggle = (key: string, on: boolean) => {
    const chosen = all.filter((each) => (each === key ? on : columns.includes(each)));
    if (chosen.length > 0) onChange(chosen);
  };
  return (
    <Popover
      trigger="click"
      getPopupContainer={(button) => button.parentElement!}
      placement="bottomRight"
      title={t.register.columns}
      content={
        <div className="column-chooser">
          {all.map((key) => (
            <Checkbox key={key} checked={columns.includes(key)} onChange={(event) => toggle(key, event.target.checked)}>
              {say(register.columns[key]!.words)}
            </Checkbox>
          ))}
          <Button type="link" size="small" onClick={() => onChange(undefined)}>
            {t.register.resetColumns}
          </Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined aria-hidden />}>{t.register.columns}</Button>
    </Popover>
  );
}
