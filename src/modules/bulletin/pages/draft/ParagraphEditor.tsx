import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import { type Mark, type Run, sameRuns } from './draft-text.ts';
import {
  caretToStart,
  chipOf,
  faceChip,
  type MarkFace,
  markOf,
  readRuns,
  splitAtCaret,
  writeRuns,
} from './runs-in-dom.ts';

/** What the editor around it can do with the paragraph in which the caret stands. */
export interface ParagraphHandle {
  insert(mark: Mark): void;
}

interface Props {
  readonly label: string;
  readonly runs: readonly Run[];
  readonly faceOf: (mark: Mark) => MarkFace;
  /** The paragraph that last held the caret. */
  readonly active: RefObject<ParagraphHandle | null>;
  readonly startHere: boolean;
  readonly onChange: (runs: Run[]) => void;
  readonly onSplit: (before: Run[], after: Run[]) => void;
  readonly onEmptied: () => void;
  readonly onInsert: () => void;
  readonly onMark: (mark: Mark, replace: (mark: Mark | undefined) => void) => void;
}

/**
 * One paragraph to write in: plain text with marks as chips. The browser edits the text; what it made is read back after every
 * change, so that only texts and marks are ever kept.
 */
export function ParagraphEditor(props: Props) {
  const { label, runs, faceOf, active, startHere } = props;
  const root = useRef<HTMLDivElement>(null);
  const caret = useRef<Range | null>(null);

  // Only what changed elsewhere is written: rewriting while somebody types would throw the caret out.
  useLayoutEffect(() => {
    const box = root.current!;
    if (!sameRuns(readRuns(box), runs)) writeRuns(box, runs, faceOf);
    for (const chip of box.querySelectorAll<HTMLElement>('[data-figure]')) faceChip(chip, faceOf(markOf(chip)));
  });
  useLayoutEffect(() => {
    if (startHere) caretToStart(root.current!);
  }, [startHere]);

  const changed = () => props.onChange(readRuns(root.current!));

  const insert = (mark: Mark) => {
    const box = root.current!;
    const range = caret.current && box.contains(caret.current.startContainer) ? caret.current : document.createRange();
    if (range !== caret.current) {
      range.selectNodeContents(box);
      range.collapse(false);
    }
    range.deleteContents();
    const chip = chipOf(mark, faceOf(mark));
    range.insertNode(chip);
    range.setStartAfter(chip);
    range.collapse(true);
    box.focus();
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    changed();
  };

  const remember = () => {
    const selection = getSelection();
    if (selection && selection.rangeCount > 0 && root.current!.contains(selection.anchorNode)) {
      caret.current = selection.getRangeAt(0).cloneRange();
    }
    active.current = { insert };
  };

  const openChip = (target: EventTarget): boolean => {
    const chip = (target as HTMLElement).closest<HTMLElement>('[data-figure]');
    if (!chip) return false;
    props.onMark(markOf(chip), (mark) => {
      if (mark) chip.replaceWith(chipOf(mark, faceOf(mark)));
      else chip.remove();
      changed();
    });
    return true;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const onChip = (event.target as HTMLElement).dataset.figure !== undefined;
    if (onChip) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        openChip(event.target);
      } else if (event.key === 'Backspace' || event.key === 'Delete') {
        event.preventDefault();
        (event.target as HTMLElement).remove();
        root.current!.focus();
        changed();
      }
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      remember();
      props.onInsert();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      // While an input method composes, Enter belongs to it.
      event.preventDefault();
      const halves = splitAtCaret(root.current!);
      if (halves) props.onSplit(...halves);
    } else if (event.key === 'Backspace' && readRuns(root.current!).length === 0) {
      event.preventDefault();
      props.onEmptied();
    }
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a textarea holds no marks
    <div
      ref={root}
      className="paragraph-editor"
      contentEditable
      suppressContentEditableWarning
      role="textbox"
      aria-multiline
      aria-label={label}
      tabIndex={0}
      lang="zh-CN"
      spellCheck={false}
      onInput={changed}
      onKeyDown={onKeyDown}
      onKeyUp={remember}
      onMouseUp={remember}
      onFocus={remember}
      onBlur={remember}
      onClick={(event) => openChip(event.target)}
      onDrop={(event) => event.preventDefault()}
      onPaste={(event) => {
        // Only words come in: what another program adds around them is left behind.
        event.preventDefault();
        const text = event.clipboardData.getData('text/plain').replace(/\s*\n\s*/g, ' ');
        document.execCommand('insertText', false, text);
      }}
    />
  );
}
