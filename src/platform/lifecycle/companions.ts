import type { Policy } from '../access/policies.ts';
import type { Role } from '../access/roles.ts';
import { choice, integer, prose, ref, text, time } from '../register/columns.ts';
import { type Register, register } from '../register/declare.ts';
import { type Words, words } from '../words.ts';
import { type AnyLifecycle, actionsOf } from './declare.ts';

/** The registers beside a matter's own: what was done with it, and its limits. */
export interface Companions {
  readonly steps: Register;
  readonly clocks: Register;
  /** What was done with it before it came into the program, for matters whose past may be handed in. */
  readonly history?: Register;
}

/**
 * Declares the registers `<matter>Steps` and `<matter>Clocks` of a matter. They are registers like any other, so every step and
 * every limit is committed to the ledger, verified, listed and counted; the program alone writes them, and they are as open as
 * the matter itself.
 */
export function companionsOf(lifecycle: AnyLifecycle, matter: Register): Companions {
  const one = matter.name.replace(/s$/, '');
  const of = () => ref(matter.words.zh, matter.words.en, matter.name);
  const policy = followingPolicy(lifecycle, matter.policy);
  const called = (zh: string, en: string): Words => words(`${lifecycle.words.zh}${zh}`, `${lifecycle.words.en}: ${en}`);
  const common = { kept: true, follows: { column: 'matter', register: matter }, policy } as const;
  const steps = register(`${one}Steps`, {
    ...common,
    words: called('办理记录', 'steps'),
    record: words('步', 'step'),
    key: ['matter', 'number'],
    title: 'action',
    columns: {
      matter: of(),
      number: integer('序号', 'No.'),
      action: choice('操作', 'Action', pairs(actionsOf(lifecycle).map(([name, action]) => [name, action.words]))),
      fromState: choice('原状态', 'From', pairs(Object.entries(lifecycle.states)), { optional: true }),
      toState: choice('新状态', 'To', pairs(Object.entries(lifecycle.states))),
      account: text('办理账户', 'Account', { max: 36 }),
      takenAt: time('办理时间', 'Taken at'),
      reason: prose('理由', 'Reason', { optional: true }),
      input: text('填写内容', 'Given', { max: 200_000 }),
      rule: text('规则版本', 'Rule', { max: 80 }),
    },
  });
  const clocks = register(`${one}Clocks`, {
    ...common,
    words: called('期限', 'limits'),
    record: words('个', 'limit'),
    key: ['matter', 'clock', 'number'],
    title: 'clock',
    queue: { order: 'dueAt', until: 'stoppedAt' },
    columns: {
      matter: of(),
      clock: choice(
        '期限',
        'Limit',
        pairs(Object.entries(lifecycle.clocks).map(([id, versions]) => [id, versions.at(-1)!.words])),
      ),
      number: integer('序号', 'No.'),
      ruleFrom: text('规则版本', 'Rule in force from', { max: 10 }),
      startedAt: time('起算时间', 'Started at'),
      warnAt: time('预警时间', 'Yellow from'),
      dueAt: time('到期时间', 'Due at'),
      lateAt: time('逾期时间', 'Red from'),
      stoppedAt: time('停止时间', 'Stopped at', { optional: true }),
      pausedUntil: time('暂停至', 'Paused until', { optional: true }),
      course: text('经过', 'Course', { max: 100_000 }),
    },
  });
  return { steps, clocks };
}

/** Whoever takes steps writes them; whoever reads the matter reads them. */
function followingPolicy(lifecycle: AnyLifecycle, { read, confidential }: Policy): Policy {
  const acting = new Set<Role>(actionsOf(lifecycle).flatMap(([, { who }]) => who));
  const write = Object.fromEntries(Object.entries(read).filter(([role]) => acting.has(role as Role)));
  return { read, write, ...(confidential ? { confidential } : {}) };
}

const pairs = (entries: readonly (readonly [string, Words])[]): Record<string, readonly [zh: string, en: string]> =>
  Object.fromEntries(entries.map(([code, { zh, en }]) => [code, [zh, en]]));
