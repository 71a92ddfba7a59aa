import { type Mark, type Run, tidyRuns } from './draft-text.ts';

/** What a chip shows and says; asked anew whenever values change. */
export interface MarkFace {
  readonly text: string;
  readonly label: string;
}

const isChip = (node: Node): node is HTMLElement => node instanceof HTMLElement && node.dataset.figure !== undefined;

/** The chip of a mark: an island in the editable text that the keyboard reaches and the caret walks around. */
export function chipOf(mark: Mark, face: MarkFace): HTMLElement {
  const chip = document.createElement('span');
  chip.contentEditable = 'false';
  chip.className = 'mark-chip';
  chip.tabIndex = 0;
  chip.setAttribute('role', 'button');
  chip.dataset.figure = mark.figure;
  chip.dataset.printed = mark.printed;
  if (mark.said !== undefined) chip.dataset.said = String(mark.said);
  faceChip(chip, face);
  return chip;
}

export function faceChip(chip: HTMLElement, face: MarkFace): void {
  if (chip.textContent !== face.text) chip.textContent = face.text;
  chip.setAttribute('aria-label', face.label);
  chip.title = face.label;
}

/** The mark that a chip stands for. */
export function markOf(chip: HTMLElement): Mark {
  const { figure = '', printed, said } = chip.dataset;
  return {
    figure,
    printed: (printed ?? 'exact') as Mark['printed'],
    ...(said !== undefined && { said: Number(said) }),
  };
}

/** Reads what was written: texts and chips in order, whatever the browser wrapped around them. */
export function readRuns(root: Node): Run[] {
  const runs: Run[] = [];
  const walk = (node: Node): void => {
    if (isChip(node)) runs.push(markOf(node));
    else if (node instanceof Text) runs.push({ text: node.data.replace(/[\n\u00a0]/g, ' ') });
    else for (const child of node.childNodes) walk(child);
  };
  for (const child of root.childNodes) walk(child);
  return tidyRuns(runs);
}

/** Writes runs into an editable element in the place of what it held. */
export function writeRuns(root: HTMLElement, runs: readonly Run[], faceOf: (mark: Mark) => MarkFace): void {
  root.replaceChildren(
    ...tidyRuns(runs).map((run) => ('text' in run ? document.createTextNode(run.text) : chipOf(run, faceOf(run)))),
  );
}

/** The runs before and after the caret. */
export function splitAtCaret(root: HTMLElement): [before: Run[], after: Run[]] | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return undefined;
  const caret = selection.getRangeAt(0);
  const before = document.createRange();
  before.selectNodeContents(root);
  before.setEnd(caret.startContainer, caret.startOffset);
  const after = document.createRange();
  after.selectNodeContents(root);
  after.setStart(caret.endContainer, caret.endOffset);
  return [readRuns(before.cloneContents()), readRuns(after.cloneContents())];
}

/** Sets the caret at the beginning of an element. */
export function caretToStart(root: HTMLElement): void {
  root.focus();
  const range = document.createRange();
  range.selectNodeContents(root);
  range.collapse(true);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
