import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Popconfirm } from 'antd';
import { type RefObject, useState } from 'react';
import { fill } from '../../../../platform/words.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { at, emptyParagraph, type Mark, moved, type Section } from './draft-text.ts';
import { ParagraphEditor, type ParagraphHandle } from './ParagraphEditor.tsx';
import type { MarkFace } from './runs-in-dom.ts';

export interface Marking {
  readonly faceOf: (mark: Mark) => MarkFace;
  readonly active: RefObject<ParagraphHandle | null>;
  readonly onInsert: () => void;
  readonly onMark: (mark: Mark, replace: (mark: Mark | undefined) => void) => void;
}

interface Props {
  readonly section: Section;
  /** From 1. */
  readonly number: number;
  readonly marking: Marking;
  readonly onChange: (section: Section) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One part of the bulletin: its heading and its paragraphs. Enter makes a paragraph, Backspace in an empty one removes it. */
export function SectionEditor({ section, number, marking, onChange, onMove, onRemove }: Props) {
  const { t } = useSpeech();
  const [startAt, setStartAt] = useState<number | undefined>();
  const { paragraphs } = section;
  const change = (next: Section['paragraphs']) => onChange({ ...section, paragraphs: next });
  const place = { n: number };
  return (
    <section className="section-editor" aria-label={fill(t.bulletins.sectionHeading, place)}>
      <div className="section-head">
        <Input
          aria-label={fill(t.bulletins.sectionHeading, place)}
          value={section.heading}
          maxLength={200}
          variant="underlined"
          onChange={(event) => onChange({ ...section, heading: event.target.value })}
        />
        <Button
          type="text"
          icon={<ArrowUpOutlined />}
          aria-label={`${t.bulletins.up}: ${number}`}
          onClick={() => onMove(-1)}
        />
        <Button
          type="text"
          icon={<ArrowDownOutlined />}
          aria-label={`${t.bulletins.down}: ${number}`}
          onClick={() => onMove(1)}
        />
        <Popconfirm
          title={fill(t.bulletins.removeSectionAsk, { heading: section.heading })}
          okText={t.bulletins.removeSection}
          onConfirm={onRemove}
        >
          <Button type="text" icon={<DeleteOutlined />} aria-label={`${t.bulletins.removeSection}: ${number}`} />
        </Popconfirm>
      </div>
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place, and rewrite themselves
        <div key={index} className="paragraph-row">
          <ParagraphEditor
            {...marking}
            label={fill(t.bulletins.paragraph, { ...place, m: index + 1 })}
            runs={paragraph.runs}
            startHere={startAt === index}
            onChange={(runs) => {
              setStartAt(undefined);
              change(at(paragraphs, index, () => ({ runs })));
            }}
            onSplit={(before, after) => {
              setStartAt(index + 1);
              change([
                ...paragraphs.slice(0, index),
                { runs: before },
                { runs: after },
                ...paragraphs.slice(index + 1),
              ]);
            }}
            onEmptied={() => {
              setStartAt(index === 0 ? undefined : index - 1);
              if (paragraphs.length > 1) change(at(paragraphs, index, () => undefined));
            }}
          />
          <span className="paragraph-tools">
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              disabled={index === 0}
              aria-label={`${t.bulletins.up}: ${number}.${index + 1}`}
              onClick={() => change(moved(paragraphs, index, -1))}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${t.bulletins.removeParagraph}: ${number}.${index + 1}`}
              onClick={() => change(at(paragraphs, index, () => undefined))}
            />
          </span>
        </div>
      ))}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => {
          setStartAt(paragraphs.length);
          change([...paragraphs, emptyParagraph()]);
        }}
      >
        {t.bulletins.addParagraph}
      </Button>
    </section>
  );
}
