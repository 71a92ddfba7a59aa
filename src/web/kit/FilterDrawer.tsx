import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import type { Register } from '../../platform/register/declare.ts';
import type { Condition, Where } from '../api/registers.ts';
import { useSpeech } from '../locales/index.ts';
import { FilterField } from './FilterField.tsx';
import { filterShape, tidyWhere } from './where.ts';

interface Props {
  readonly register: Register;
  readonly where: Where | undefined;
  readonly onApply: (where: Where | undefined) => void;
  readonly onClose: () => void;
}

/** All filters of a register. Nothing is asked of the server before the reader says so. */
export function FilterDrawer({ register, where, onApply, onClose }: Props) {
  const { t, say } = useSpeech();
  const [draft, setDraft] = useState<Readonly<Record<string, Condition | undefined>>>(where ?? {});
  return (
    <Drawer
      open
      onClose={onClose}
      title={t.register.filters}
      size={400}
      footer={
        <Space>
          <Button type="primary" htmlType="submit" form="filters">
            {t.register.apply}
          </Button>
          <Button onClick={() => setDraft({})}>{t.register.clear}</Button>
        </Space>
      }
    >
      <form
        id="filters"
        className="filters"
        onSubmit={(event) => {
          event.preventDefault();
          onApply(tidyWhere(draft, register.columns));
        }}
      >
        {Object.entries(register.columns)
          .filter(([, column]) => filterShape(column))
          .map(([key, column]) => (
            <div key={key}>
              <div className="filter-label" aria-hidden>
                {say(column.words)}
              </div>
              <FilterField
                column={column}
                value={draft[key]}
                onChange={(condition) => setDraft((before) => ({ ...before, [key]: condition }))}
              />
            </div>
          ))}
      </form>
    </Drawer>
  );
}
