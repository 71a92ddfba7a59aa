import { Button, Form, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { printValue } from '../../prose.ts';
import type { ShownFigure } from '../prose/Prose.tsx';
import type { Mark } from './draft-text.ts';

interface Props {
  readonly mark: Mark;
  /** Undefined when the figure is no longer declared. */
  readonly figure: ShownFigure | undefined;
  readonly asOf: string;
  /** The changed mark, or undefined to take it out. */
  readonly onChange: (mark: Mark | undefined) => void;
  readonly onClose: () => void;
}

/** How one mark prints its number, and the way to its records. */
export function MarkDialog({ mark, figure, asOf, onChange, onClose }: Props) {
  const { t, say } = useSpeech();
  const [draft, setDraft] = useState(mark);
  const number = figure && typeof figure.value === 'number';
  return (
    <Modal
      open
      title={figure ? say(figure.words) : t.bulletins.markTitle}
      onCancel={onClose}
      footer={[
        <Button key="remove" danger onClick={() => onChange(undefined)}>
          {t.bulletins.removeMark}
        </Button>,
        <Button key="done" type="primary" onClick={() => onChange(draft)}>
          {t.bulletins.done}
        </Button>,
      ]}
    >
      {figure && (
        <p className="mark-preview" lang="zh-CN">
          {printValue(figure, draft.printed, draft.said, 'zh')}
        </p>
      )}
      {number && (
        <Form layout="vertical">
          <Form.Item label={t.bulletins.printed}>
            <Radio.Group
              value={draft.printed}
              onChange={(event) => {
                const printed: Mark['printed'] = event.target.value;
                setDraft(printed === 'exact' ? { figure: mark.figure, printed } : { ...draft, printed });
              }}
              options={(['exact', 'more', 'atLeast'] as const).map((value) => ({
                value,
                label: t.bulletins.printing[value],
              }))}
            />
          </Form.Item>
          {draft.printed !== 'exact' && figure.unit !== 'ratio' && (
            <Form.Item label={t.bulletins.said} extra={t.bulletins.saidHint} htmlFor="mark-said">
              <InputNumber
                id="mark-said"
                min={1}
                max={figure.value as number}
                value={draft.said ?? null}
                onChange={(said) => {
                  const { said: _, ...rest } = draft;
                  setDraft(said ? { ...rest, said } : rest);
                }}
              />
            </Form.Item>
          )}
        </Form>
      )}
      <Anchor to={paths.figure(mark.figure)} search={{ asOf }}>
        {t.bulletins.openRecords}
      </Anchor>
    </Modal>
  );
}
