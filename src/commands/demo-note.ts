import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a data directory remembers of the demo city it holds. */
export interface DemoNote {
  readonly full: boolean;
  /** False while its workbooks are still being taken in. */
  readonly done: boolean;
}

const noteOf = (directory: string): string => join(directory, 'demo.json');

/** The note, or undefined for a city of one's own. */
export const readDemoNote = (directory: string): Promise<DemoNote | undefined> =>
  readFile(noteOf(directory), 'utf8').then(
    (text) => JSON.parse(text) as DemoNote,
    () => undefined,
  );

export const writeDemoNote = (directory: string, note: DemoNote): Promise<void> =>
  writeFile(noteOf(directory), JSON.stringify(note));
