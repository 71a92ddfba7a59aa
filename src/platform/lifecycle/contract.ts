import { z } from 'zod';
import { cell, row, version } from '../register/contract.ts';

/** Fewest characters of the reason for which somebody who was not named opens a matter in an emergency. */
export const EMERGENCY_REASON = 10;

const reason = z.object({ zh: z.string(), en: z.string() });

/** One limit of a matter as its page shows it. */
export const limit = z.object({
  id: z.string(),
  /** Which of several of its kind: the letter of a supervision. */
  of: z.string().nullable(),
  startedAt: z.string(),
  warnAt: z.string(),
  dueAt: z.string(),
  lateAt: z.string(),
  stoppedAt: z.string().nullable(),
  pausedUntil: z.string().nullable(),
  colour: z.enum(['GREEN', 'YELLOW', 'RED']),
  /** Rungs of the ladder it has climbed, lowest first. */
  rungs: z.array(z.object({ id: z.string(), at: z.string() })),
  extensions: z.array(z.object({ amount: z.number(), at: z.string(), by: z.string(), reason: z.string() })),
});
export type LimitView = z.infer<typeof limit>;

export const step = z.object({
  number: z.number().int(),
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  /** Name of the person; null for the program. */
  by: z.string().nullable(),
  at: z.string(),
  reason: z.string().nullable(),
  input: z.record(z.string(), z.unknown()),
  titles: z.record(z.string(), z.string()),
  /** Where a step stands that was handed in with the matter's past; null for one taken in the program. */
  source: z.object({ file: z.string(), sheet: z.string(), row: z.number().int() }).nullable(),
});
export type StepView = z.infer<typeof step>;

/** A matter opened: its record, what hangs on it, where it stands, what was done, what the reader may do now. */
export const matterView = z.object({
  register: z.string(),
  record: z.uuid(),
  current: version,
  /** Null of what was registered before its kind had a life. */
  state: z.string().nullable(),
  limits: z.array(limit),
  steps: z.array(step),
  /** Actions the reader may take now. */
  actions: z.array(z.string()),
  /** Why the reader must leave steps to others that the own roles would allow; null where nothing bars. */
  standingBack: reason.nullable(),
  /** What hangs on the matter, register by register; those without a record are there for whoever may add one. */
  beside: z.array(z.object({ register: z.string(), rows: z.array(row), mayAdd: z.boolean() })),
  /** Everybody on the need-to-know list, as far as the record is confidential. */
  named: z.array(z.object({ name: z.string(), since: z.string(), until: z.string().nullable() })),
});
export type MatterView = z.infer<typeof matterView>;

export const stepTaken = z.object({
  version: z.number().int().optional(),
  input: z.record(z.string().max(80), z.unknown()).default({}),
});
export const matterOpened = z.object({
  action: z.string().max(60),
  values: z.record(z.string().max(80), cell).default({}),
  input: z.record(z.string().max(80), z.unknown()).default({}),
});
export const advanced = z.object({ record: z.uuid(), version: z.number().int(), state: z.string() });

/** A running limit on a line of a desk. */
const runningLimit = z.object({
  clock: z.string(),
  dueAt: z.string(),
  colour: z.enum(['GREEN', 'YELLOW', 'RED']),
  pausedUntil: z.string().nullable(),
});

/** One line of a desk: a matter, and its limit that ends first. */
export const deskLine = z.object({
  record: z.uuid(),
  title: z.string(),
  state: z.string(),
  changedAt: z.string(),
  /** Whether the reader may open it: lists name confidential matters to more people than may read them. */
  opens: z.boolean(),
  clock: z.string().nullable(),
  dueAt: z.string().nullable(),
  colour: z.enum(['GREEN', 'YELLOW', 'RED']).nullable(),
  pausedUntil: z.string().nullable(),
  /** Its other limits that run, in the order of their ends. */
  others: z.array(runningLimit),
  /** The rung it has climbed to, on a desk that it was called up to. */
  rung: z.string().nullable(),
});
export type DeskLine = z.infer<typeof deskLine>;

/** What one kind of matter asks of the reader: at a glance, what waits, what is late, what changed since yesterday. */
export const deskOfMatter = z.object({
  register: z.string(),
  waiting: z.number().int(),
  byState: z.array(z.object({ state: z.string(), number: z.number().int() })),
  late: z.number().int(),
  warned: z.number().int(),
  /** By a step or an entry; what a workbook brought is not counted. */
  changed: z.number().int(),
  /** The first that wait for the reader, those that end first on top. */
  lines: z.array(deskLine),
  /** Matters that were called up to the reader because they are late. */
  raised: z.number().int(),
  /** The first of them, highest rung on top. */
  raisedLines: z.array(deskLine),
});
export type DeskOfMatter = z.infer<typeof deskOfMatter>;
export const desk = z.object({ since: z.string(), matters: z.array(deskOfMatter) });
export type Desk = z.infer<typeof desk>;

export const wallQuery = z.object({
  colour: z.enum(['YELLOW', 'RED']).optional(),
  /** Part of what the matter is called: its number, where numbers name it. */
  called: z.string().trim().max(100).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const wall = z.object({ lines: z.array(deskLine), next: z.string().nullable() });

/** Open work whose holder cannot, or must not, do it, or that waits for a step which nobody may take. */
export const gap = z.object({
  register: z.string(),
  record: z.uuid(),
  title: z.string(),
  state: z.string(),
  /** Whether the reader may open it. */
  opens: z.boolean(),
  /** The holder; null where nobody may take the step it waits for. */
  officer: z.uuid().nullable(),
  name: z.string().nullable(),
  /** The register of the officers, to choose a successor from. */
  people: z.string(),
  grounds: z.array(z.object({ code: z.string(), words: reason })),
});
export type Gap = z.infer<typeof gap>;
/** The first of them, and how many there are. */
export const gaps = z.object({ gaps: z.array(gap), total: z.number().int() });
export type Gaps = z.infer<typeof gaps>;

export const handOver = z.object({ from: z.uuid(), to: z.uuid(), reason: z.string().trim().min(2).max(500) });
const handedLine = z.object({ register: z.string(), record: z.uuid(), title: z.string() });
/** What went to the successor, and what did not, with the reason. */
export const handedOver = z.object({ moved: z.array(handedLine), left: z.array(handedLine.extend({ why: reason })) });
export type HandedOver = z.infer<typeof handedOver>;

/** Where the matters that were late in a month lay, and how long. */
export const lateReport = z.object({
  month: z.string(),
  /** Whether there were more than the report holds. */
  cut: z.boolean(),
  rows: z.array(
    z.object({
      /** The limit: a matter may have several, also of one kind. */
      limit: z.uuid(),
      record: z.uuid(),
      title: z.string(),
      state: z.string(),
      /** The unit that the register says is responsible now; null where there is none. */
      unit: z.string().nullable(),
      clock: z.string(),
      dueAt: z.string(),
      stoppedAt: z.string().nullable(),
      /** Days late by the end of the month. */
      daysLate: z.number(),
      /** Days in each state from the limit's start up to then. */
      lay: z.array(z.object({ state: z.string(), days: z.number() })),
    }),
  ),
});
export type LateReport = z.infer<typeof lateReport>;
