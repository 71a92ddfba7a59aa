import { z } from 'zod';

/**
 * The life of an import: a file arrives, is checked (a dry run that leaves nothing), and is registered when its owner says so;
 * a registered import can be taken back whole.
 */
export const importState = z.enum([
  'waiting',
  'checking',
  'checked',
  'registering',
  'registered',
  'refused',
  'cancelled',
  'takenBack',
]);

export const fault = z.object({
  sheet: z.string(),
  row: z.number().int(),
  /** Letter of the spreadsheet column, when the fault lies in one cell. */
  column: z.string().nullable(),
  header: z.string().nullable(),
  value: z.string().nullable(),
  /** Code in the catalogue of faults; the message is already in the reader's language. */
  code: z.string(),
  message: z.string(),
});

export const sheetPlan = z.object({
  sheet: z.string(),
  /** The register recognised, or null when the sheet is left out. */
  register: z.string().nullable(),
  headerRow: z.number().int().nullable(),
  columns: z.array(
    z.object({
      letter: z.string(),
      header: z.string(),
      /** Column of the register, or null when this column is left out. */
      key: z.string().nullable(),
      /** Where the proposal comes from. */
      by: z.enum(['label', 'alias', 'remembered', 'person', 'none']),
    }),
  ),
  missing: z.array(z.string()),
});

export const counts = z.object({
  rows: z.number().int(),
  added: z.number().int(),
  superseded: z.number().int(),
  unchanged: z.number().int(),
  faulty: z.number().int(),
});

export const importView = z.object({
  id: z.uuid(),
  file: z.string(),
  size: z.number().int(),
  sha256: z.string(),
  state: importState,
  by: z.string().nullable(),
  at: z.string(),
  /** Rows read so far while checking or registering. */
  progress: z.number().int(),
  counts: counts.nullable(),
  /** Why a file could not be read at all, in the reader's language. */
  refusal: z.string().nullable(),
  sheets: z.array(sheetPlan),
  faults: z.number().int(),
  /** Whether the reader may look into it: its cells, its faults, what it changed. */
  opens: z.boolean(),
  /** Whether the reader may take it back. */
  takesBack: z.boolean(),
});
export type ImportView = z.infer<typeof importView>;

export const importList = z.object({ imports: z.array(importView), next: z.string().nullable() });

export const faultList = z.object({ faults: z.array(fault), next: z.string().nullable() });

/** A record whose content a corrected workbook changed, column by column. */
export const difference = z.object({
  register: z.string(),
  record: z.uuid(),
  title: z.string(),
  row: z.number().int().nullable(),
  changes: z.array(z.object({ column: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export const differenceList = z.object({ differences: z.array(difference), next: z.string().nullable() });

export const planChange = z.object({
  sheets: z.array(
    z.object({
      sheet: z.string(),
      register: z.string().nullable(),
      /** Register column by spreadsheet letter; null leaves a column out. */
      columns: z.record(z.string(), z.string().nullable()),
    }),
  ),
});

/** `all`: one fault and nothing is registered. `good`: rows without a fault are registered. */
export const registering = z.object({ mode: z.enum(['all', 'good']) });
export const takingBack = z.object({ reason: z.string().min(2).max(500) });
