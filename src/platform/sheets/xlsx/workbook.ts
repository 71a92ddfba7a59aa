import { AppError } from '../../errors.ts';
import { attribute, parse } from '../xml.ts';
import type { Zip } from '../zip.ts';

export type SheetState = 'visible' | 'hidden' | 'veryHidden';

export interface SheetPart {
  readonly name: string;
  readonly state: SheetState;
  /** Name of the part in the zip. */
  readonly part: string;
}

export interface Workbook {
  readonly part: string;
  readonly sheets: readonly SheetPart[];
  readonly strings: string | null;
  readonly styles: string | null;
  /** Dates count from 1904-01-01 instead of 1899-12-31. */
  readonly from1904: boolean;
}

export interface Relation {
  readonly id: string;
  /** Last word of the relation's type: `worksheet`, `styles`; the same in transitional and strict workbooks. */
  readonly type: string;
  /** The whole type, which differs between transitional and strict workbooks. */
  readonly uri: string;
  readonly target: string;
}

/** Part that holds the relations of a part. */
export const relationsOf = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

/** Relations of a part, with targets resolved to part names. */
export async function readRelations(zip: Zip, part: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  const file = relationsOf(part);
  if (!zip.has(file)) return relations;
  await parse(file, zip.read(file), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), uri: Type, target: resolve(part, Target) });
    },
  });
  return relations;
}

function resolve(part: string, target: string): string {
  try {
    return decodeURI(new URL(target, `zip:///${part}`).pathname.slice(1));
  } catch (error) {
    throw new AppError('sheet.damaged', { part: relationsOf(part) }, { cause: error });
  }
}

/** Name of the workbook part, or null when the package has none. */
export async function findWorkbook(zip: Zip): Promise<string | null> {
  const main = (await readRelations(zip, '')).find((relation) => relation.type === 'officeDocument');
  const part = main?.target ?? 'xl/workbook.xml';
  return zip.has(part) ? part : null;
}

/** Sheets, in the order of the tabs, and where the shared parts lie. Throws `sheet.damaged` when a sheet has no part. */
export async function readWorkbook(zip: Zip, part: string): Promise<Workbook> {
  const relations = await readRelations(zip, part);
  const target = (type: string) => relations.find((relation) => relation.type === type && zip.has(relation.target));
  const listed: { name: string; id: string; state: SheetState }[] = [];
  let from1904 = false;
  await parse(part, zip.read(part), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      else if (name === 'sheet') {
        const state = attributes.state === 'hidden' || attributes.state === 'veryHidden' ? attributes.state : 'visible';
        listed.push({ name: attributes.name ?? '', id: attribute(attributes, 'id') ?? '', state });
      }
    },
  });
  const sheets: SheetPart[] = [];
  for (const { name, id, state } of listed) {
    const relation = relations.find((candidate) => candidate.id === id);
    if (!relation) throw new AppError('sheet.damaged', { part: name });
    // Chart sheets and macro dialogs are tabs without rows.
    if (relation.type === 'worksheet') sheets.push({ name, state, part: relation.target });
  }
  return {
    part,
    sheets,
    strings: target('sharedStrings')?.target ?? null,
    styles: target('styles')?.target ?? null,
    from1904,
  };
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';
