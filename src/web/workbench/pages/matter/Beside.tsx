import { DownOutlined } from '@ant-design/icons';
import { App, Button, Card, Dropdown } from 'antd';
import { Fragment, useState } from 'react';
import { findRegister, type RoomMatter } from '../../../../modules/pages.ts';
import type { Register } from '../../../../platform/register/declare.ts';
import { fill } from '../../../../platform/words.ts';
import type { MatterView } from '../../../api/matters.ts';
import { addRecord, type Values } from '../../../api/registers.ts';
import { Anchor } from '../../../kit/Anchor.tsx';
import { CellValue } from '../../../kit/CellValue.tsx';
import { isProse, titleColumn } from '../../../kit/columns-shown.ts';
import { paths } from '../../../kit/paths.ts';
import { RecordForm } from '../../../kit/RecordForm.tsx';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly matter: RoomMatter;
  readonly record: string;
  readonly beside: MatterView['beside'];
  /** Left out where nothing is added. */
  readonly onAdded?: () => Promise<unknown>;
}

/** The records that hang on a matter, in full, and a way to add more: nobody has to look for them in their registers. */
export function Beside({ matter, record, beside, onAdded }: Props) {
  const { t, say } = useSpeech();
  const { message } = App.useApp();
  const [adding, setAdding] = useState<Register>();
  const known = beside.flatMap((one) => {
    const register = findRegister(one.register);
    return register ? [{ ...one, register }] : [];
  });
  const open = onAdded ? known.filter(({ mayAdd }) => mayAdd) : [];
  const held = known.filter(({ rows }) => rows.length > 0);
  if (open.length + held.length === 0) return null;
  const fixed = adding?.follows?.column;
  return (
    <Card
      size="small"
      className="hanging"
      title={<h2>{t.matters.beside}</h2>}
      extra={
        open.length > 0 && (
          <Dropdown
            trigger={['click']}
            getPopupContainer={(button) => button.parentElement!}
            menu={{
              items: open.map(({ register }) => ({ key: register.name, label: say(register.words) })),
              onClick: ({ key }) => setAdding(findRegister(key)),
            }}
          >
            <Button size="small">
              {t.matters.add} <DownOutlined aria-hidden />
            </Button>
          </Dropdown>
        )
      }
    >
      {held.length === 0 && <p className="card-hint">{t.matters.nothingBeside}</p>}
      {held.map(({ register, rows }) => (
        <section key={register.name} aria-label={say(register.words)}>
          <h3>{say(register.words)}</h3>
          {rows.map((row) => (
            <Fragment key={row.record}>
              {register.follows ? (
                <Facts register={register} matter={matter.register.name} row={row} />
              ) : (
                <Anchor to={paths.record(register.name, row.record)}>
                  {String(row.values[titleColumn(register)])}
                </Anchor>
              )}
            </Fragment>
          ))}
        </section>
      ))}
      {adding && fixed && (
        <RecordForm
          register={{ ...adding, columns: without(adding, fixed) }}
          title={fill(t.matters.addOne, { what: say(adding.words) })}
          start={numbered(adding, known.find(({ register }) => register === adding)?.rows.length ?? 0)}
          saveAs={t.matters.add}
          onSave={async (values) => {
            await addRecord(adding.name, { ...values, [fixed]: record });
            message.success(fill(t.matters.added, { what: say(adding.words) }));
            setAdding(undefined);
            await onAdded?.();
          }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </Card>
  );
}

const without = (register: Register, fixed: string): Register['columns'] =>
  Object.fromEntries(Object.entries(register.columns).filter(([key]) => key !== fixed));

/** Where a matter's records are numbered, the form begins with the next number. */
const numbered = ({ columns }: Register, rows: number): Values =>
  columns.number?.kind === 'integer' ? { number: rows + 1 } : {};

/** What one record holds; what is empty in it is left out, as is the matter it hangs on. */
function Facts({ register, matter, row }: { register: Register; matter: string; row: Row }) {
  const { say } = useSpeech();
  const given = Object.entries(register.columns).filter(
    ([key, column]) => column.to !== matter && (row.values[key] ?? null) !== null,
  );
  return (
    <dl className="facts">
      {given.map(([key, column]) => (
        <div key={key} className={isProse(column) ? 'facts-wide' : undefined}>
          <dt>{say(column.words)}</dt>
          <dd className="prewrap">
            <CellValue column={column} value={row.values[key]} title={row.titles[key]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Row = MatterView['beside'][number]['rows'][number];
