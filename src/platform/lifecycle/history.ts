import { choice, integer, prose, ref, text, time } from '../register/columns.ts';
import { type Columns, type Register, register } from '../register/declare.ts';
import { words } from '../words.ts';
import {
  type Action,
  type AnyLifecycle,
  actionsOf,
  clockOf,
  EXTENSION_FIELD,
  INFORMED_FIELD,
  UNTIL_FIELD,
} from './declare.ts';

/** Columns that every history has; the others are what limits ask for. */
export const COMMON: readonly string[] = ['matter', 'number', 'action', 'takenAt', 'officer', 'taker', 'note'];

/**
 * Declares the register `<matter>History`: steps of a matter before it came into this program, handed in as workbooks. They stand
 * apart from the steps taken here, each with its workbook, sheet and row, so that the one is never mistaken for the other. Beside
 * who did what and when, it has a column for everything that a limit of the lifecycle asks for and the matter itself does not say.
 */
export function broughtIn(lifecycle: AnyLifecycle, matter: Register): Register {
  return register(`${matter.name.replace(/s$/, '')}History`, {
    words: words(`${lifecycle.words.zh}办理经过`, `${lifecycle.words.en}: steps before this program`),
    record: words('步', 'step'),
    key: ['matter', 'number'],
    title: 'action',
    follows: { column: 'matter', register: matter },
    policy: matter.policy,
    columns: {
      matter: ref(matter.words.zh, matter.words.en, matter.name, {
        aliases: [`${lifecycle.words.zh}编号`, matter.columns[matter.key[0]!]!.words.zh],
      }),
      number: integer('序号', 'No.', { aliases: ['步骤序号'] }),
      action: choice(
        '办理环节',
        'Step',
        Object.fromEntries(actionsOf(lifecycle).map(([name, { words: called }]) => [name, [called.zh, called.en]])),
        { aliases: ['环节', '步骤'] },
      ),
      takenAt: time('办理时间', 'Taken at', { aliases: ['办理日期', '日期'] }),
      officer: ref('办理人编号', 'Officer', 'organisation.officers', { optional: true, aliases: ['经办人编号'] }),
      taker: text('办理人', 'Taken by', { optional: true, aliases: ['经办人', '办理单位'] }),
      note: prose('办理情况', 'What was done', { optional: true, aliases: ['说明', '理由'] }),
      ...askedByLimits(lifecycle, matter),
    },
  });
}

/** Fields of actions that decide when limits start, end, pause or grow, as far as the matter's own columns do not hold them. */
function askedByLimits(lifecycle: AnyLifecycle, matter: Register): Columns {
  const asked: Record<string, Columns[string]> = {};
  for (const [, action] of actionsOf(lifecycle))
    for (const key of fieldsOfLimits(lifecycle, action, matter)) {
      const column = action.fields?.[key];
      if (column) asked[key] ??= { ...column, optional: true };
    }
  return asked;
}

function fieldsOfLimits(lifecycle: AnyLifecycle, { clock, fields }: Action, matter: Register): string[] {
  const own = (key: string): boolean => !Object.hasOwn(matter.columns, key);
  const starts = clock?.start ?? [];
  const policies = starts.flatMap((start) => lifecycle.clocks[clockOf(start)] ?? []);
  return [
    ...policies.flatMap(({ startsAt }) => startsAt ?? []).filter(own),
    ...starts.flatMap((start) => (typeof start === 'string' ? [] : Object.keys(start.where))).filter(own),
    // The day that a step set may differ from the one the record holds in the end.
    ...policies.flatMap(({ endsOn }) => endsOn ?? []),
    ...(clock?.extend ? [EXTENSION_FIELD, INFORMED_FIELD] : []),
    ...(fields?.[UNTIL_FIELD] ? [UNTIL_FIELD] : []),
  ];
}
