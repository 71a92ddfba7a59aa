import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import type { BulletinText } from '../../../../web/api/bulletins.ts';
import { DayPicker } from '../../../../web/kit/DayPicker.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { ShownFigure } from '../prose/Prose.tsx';
import { at, emptySection, type Mark, moved } from './draft-text.ts';
import { FigureSearch } from './FigureSearch.tsx';
import { MarkDialog } from './MarkDialog.tsx';
import type { ParagraphHandle } from './ParagraphEditor.tsx';
import { SectionEditor } from './SectionEditor.tsx';
import { useFaces } from './use-faces.ts';

interface Props {
  readonly text: BulletinText;
  readonly figures: readonly ShownFigure[];
  readonly onChange: (text: BulletinText) => void;
}

interface OpenMark {
  readonly mark: Mark;
  readonly replace: (mark: Mark | undefined) => void;
}

/** Title, cut-off day and all parts of a draft, with figures set into the words. */
export function TextEditor({ text, figures, onChange }: Props) {
  const { t } = useSpeech();
  const faceOf = useFaces(figures);
  const active = useRef<ParagraphHandle | null>(null);
  const [searching, setSearching] = useState(false);
  const [open, setOpen] = useState<OpenMark | undefined>();
  const marking = {
    faceOf,
    active,
    onInsert: () => setSearching(true),
    onMark: (mark: Mark, replace: OpenMark['replace']) => setOpen({ mark, replace }),
  };
  const sections = (next: BulletinText['sections']) => onChange({ ...text, sections: next });
  return (
    <div className="text-editor">
      <Form layout="vertical" className="text-head">
        <Form.Item label={t.bulletins.heading} htmlFor="bulletin-title">
          <Input
            id="bulletin-title"
            value={text.title}
            maxLength={200}
            onChange={(event) => onChange({ ...text, title: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={t.bulletins.asOf} htmlFor="bulletin-as-of">
          <DayPicker id="bulletin-as-of" value={text.asOf} onChange={(asOf) => asOf && onChange({ ...text, asOf })} />
        </Form.Item>
        <Form.Item label={t.bulletins.sequence} htmlFor="bulletin-sequence">
          <InputNumber
            id="bulletin-sequence"
            min={1}
            max={999}
            precision={0}
            value={text.sequence}
            onChange={(sequence) => onChange({ ...text, sequence })}
          />
        </Form.Item>
      </Form>
      <div className="editor-bar">
        {/* The button must not take the caret out of the paragraph it inserts into. */}
        <Button
          icon={<PlusOutlined aria-hidden />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setSearching(true)}
        >
          {t.bulletins.insert}
        </Button>
        <span className="quiet">{t.bulletins.insertHint}</span>
      </div>
      {text.sections.map((section, index) => (
        <SectionEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no identity but their place
          key={index}
          section={section}
          number={index + 1}
          marking={marking}
          onChange={(changed) => sections(at(text.sections, index, () => changed))}
          onMove={(by) => sections(moved(text.sections, index, by))}
          onRemove={() => sections(at(text.sections, index, () => undefined))}
        />
      ))}
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => sections([...text.sections, emptySection()])}>
        {t.bulletins.addSection}
      </Button>
      {searching && (
        <FigureSearch
          figures={figures}
          onChoose={(figure) => {
            setSearching(false);
            active.current?.insert({ figure, printed: 'exact' });
          }}
          onClose={() => setSearching(false)}
        />
      )}
      {open && (
        <MarkDialog
          mark={open.mark}
          figure={figures.find(({ id }) => id === open.mark.figure)}
          asOf={text.asOf}
          onChange={(mark) => {
            open.replace(mark);
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
