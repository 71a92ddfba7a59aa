import { clues } from '../../src/modules/clues/index.ts';
import { addDays, addWorkingDays } from '../days.ts';
import type { Random } from '../random.ts';
import type { RowOf, Values } from '../rows.ts';
import { stepNotes } from './clue-words.ts';

type Clue = RowOf<typeof clues>;

/** Who takes the steps that the handlers do not, by officer number; the province's supervisors stand on no roster of the city. */
export interface Desks {
  readonly manager: string;
  readonly liaison: string;
  readonly approver: string;
}

/** What is decided of a clue before its days are. */
export interface Plot {
  readonly clue: Clue;
  readonly desks: Desks;
  /** Letters that put it under supervision: who sent it, on which day, and by which day a report is due. */
  readonly letters: readonly { readonly from: string; readonly issuedOn: string; readonly dueOn: string }[];
  readonly referred: boolean;
  /** The last day on which it may be closed. */
  readonly closedBy: string;
  /** Where it stands on the last day of the ledgers, for a clue that is not closed. */
  readonly stopsIn?: Clue['state'];
}

export interface Course {
  readonly steps: readonly Values[];
  readonly clue: Clue;
  /** Days of steps that other ledgers name, by action: the last of each kind. */
  readonly days: Readonly<Record<string, string>>;
}

/** More tries than any day of receipt needs before its course fits; each is a little quicker than the one before. */
const TRIES = 8;

/**
 * Lays out the days of a clue: most steps in good time, some late, some sent back, a few set aside for a while. The same chance
 * gives the same course.
 */
export function courseOf(random: Random, plot: Plot): Course {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const course = new Walk(random, plot, attempt).whole();
    if (plot.stopsIn || course.days.CLOSE! <= plot.closedBy) return plot.stopsIn ? cut(course, plot) : course;
  }
  throw new Error(`the clue ${plot.clue.serialNo} cannot be closed by ${plot.closedBy}`);
}

type Given = Readonly<Record<string, string | number | null>>;

class Walk {
  readonly #random: Random;
  readonly #plot: Plot;
  readonly #hurry: number;
  readonly #steps: Values[] = [];
  readonly #days: Record<string, string> = {};
  #day: string;
  /** Minutes since midnight. */
  #minute: number;

  constructor(random: Random, plot: Plot, hurry: number) {
    this.#random = random;
    this.#plot = plot;
    this.#hurry = hurry;
    this.#day = plot.clue.receivedOn;
    this.#minute = random.int(8 * 60 + 40, 10 * 60);
  }

  whole(): Course {
    const { clue, desks, referred } = this.#plot;
    this.#step('RECEIVE', [0, 0], desks.manager, { jurisdiction: 'OWN' });
    this.#step('REGISTER', this.#rarely(0.03) ? [6, 7] : [0, 1], desks.manager);
    if (clue.reporterMode === 'NAMED') this.#step('TELL_ACCEPTED', [0, 2], desks.manager);
    this.#assign();
    this.#decide();
    if (clue.disposal === 'PRELIMINARY_VERIFICATION') this.#verify();
    else if (clue.disposal === 'TALK_OR_LETTER') this.#inquire();
    this.#report();
    if (referred) {
      this.#step('REFER', [0, 1], desks.approver);
      this.#step('RESULT', [2, 4], desks.liaison);
    }
    const { letters } = this.#plot;
    this.#moveOn([1, 2]);
    if (letters.length > 0) this.#step('LIFT', [0, 0], letters[0]!.from);
    this.#step('CLOSE', [0, 0], desks.approver);
    if (clue.reporterMode === 'NAMED') this.#step('FEED_BACK', [1, 9], desks.manager);
    const at = this.#days;
    return {
      steps: this.#steps,
      days: at,
      clue: {
        ...clue,
        registeredAt: String(this.#steps[1]!.takenAt),
        studiedOn: at.PROPOSE,
        approvedOn: at.APPROVE,
        closedOn: at.CLOSE,
        state: 'CLOSED',
      },
    };
  }

  #assign(): void {
    const { clue, desks, letters } = this.#plot;
    const assign = (): void => {
      const way = clue.batch ? 'ASSIGN_WITH_REPORT' : 'ASSIGN';
      this.#step('ASSIGN', [0, 2], desks.manager, { way, dueOn: clue.dueOn ?? null });
    };
    assign();
    if (this.#rarely(0.04)) {
      this.#step('RETURN', [1, 2], clue.firstHandler!);
      assign();
    }
    for (const { from, issuedOn, dueOn } of letters) {
      if (this.#day < issuedOn) this.#startDay(issuedOn);
      this.#step('SUPERVISE', [0, 0], from, { dueOn });
    }
    this.#step('ACCEPT', this.#rarely(0.02) ? [6, 7] : [0, 2], clue.firstHandler!);
    if (this.#rarely(0.02)) this.#step('REASSIGN', [0, 1], desks.manager);
  }

  #decide(): void {
    const { clue, desks } = this.#plot;
    this.#step('PROPOSE', [1, 3], clue.firstHandler!);
    this.#opinions();
    if (this.#rarely(0.02)) {
      this.#step('SEND_BACK', [0, 1], desks.approver);
      this.#step('PROPOSE', [1, 2], clue.firstHandler!);
      this.#opinions();
    }
    this.#step('APPROVE', this.#rarely(0.03) ? [4, 5] : [0, 2], desks.approver);
  }

  #opinions(): void {
    const { desks } = this.#plot;
    this.#step('FIRST_OPINION', this.#rarely(0.04) ? [2, 3] : [0, 1], desks.manager);
    this.#step('SECOND_OPINION', [0, 1], desks.liaison);
  }

  #verify(): void {
    const { clue, desks } = this.#plot;
    this.#step('VERIFY', [0, 1], clue.firstHandler!);
    this.#interview();
    this.#answer();
    if (this.#rarely(0.04)) {
      this.#moveOn([0, 1]);
      const until = addDays(this.#day, this.#random.int(10, 16));
      this.#step('HOLD', [0, 0], desks.approver, { until });
      this.#startDay(addWorkingDays(addDays(until, -3), 1));
      this.#step('RESUME', [0, 0], desks.manager);
    }
    if (this.#random.chance(0.4)) this.#interview();
    if (this.#rarely(0.06)) {
      const extension = this.#random.int(5, 10);
      this.#step('EXTEND', [0, 1], desks.approver, { extension });
      this.#moveOn([4, 8]);
    } else if (this.#rarely(0.03)) this.#moveOn([14, 16]);
  }

  #interview(): void {
    this.#step('INTERVIEW', [1, 3], this.#plot.clue.secondHandler!);
  }

  #inquire(): void {
    const { clue } = this.#plot;
    this.#moveOn([0, 1]);
    this.#step('INQUIRE', [0, 0], clue.firstHandler!, { letterOn: this.#day });
    this.#answer();
    this.#moveOn(this.#rarely(0.05) ? [16, 18] : [3, 8]);
    this.#step('ANSWERED', [0, 0], clue.firstHandler!, { answeredOn: this.#day });
  }

  /** Whoever supervises is told how far it is. */
  #answer(): void {
    const { clue, letters } = this.#plot;
    if (letters.length > 0) this.#step('ANSWER_SUPERVISION', [0, 1], clue.firstHandler!);
  }

  #report(): void {
    const { clue, desks } = this.#plot;
    this.#step('REPORT', [1, 4], clue.firstHandler!);
    if (this.#rarely(0.04)) {
      this.#step('RETURN_REPORT', [1, 2], desks.liaison);
      this.#interview();
      this.#step('REPORT', [1, 2], clue.firstHandler!);
    }
    this.#step('REVIEW', this.#rarely(0.02) ? [6, 7] : [0, 3], desks.liaison);
  }

  /** What is out of the ordinary stays out where time is short. */
  #rarely(probability: number): boolean {
    const drawn = this.#random.chance(probability);
    return drawn && this.#hurry < 2;
  }

  #step(action: string, wait: readonly [number, number], by: string, given: Given = {}): void {
    this.#moveOn(wait);
    this.#days[action] = this.#day;
    const known = /^\d+$/.test(by);
    this.#steps.push({
      matter: this.#plot.clue.serialNo,
      number: this.#steps.length + 1,
      action,
      takenAt: `${this.#day} ${two(Math.floor(this.#minute / 60))}:${two(this.#minute % 60)}`,
      officer: known ? by : null,
      taker: known ? null : by,
      note: filled(this.#random.pick(stepNotes[action]!), this.#plot.clue),
      ...given,
    });
  }

  /** Waits working days, or a while on the same day as long as the office is open. */
  #moveOn([least, most]: readonly [number, number]): void {
    const wait = this.#random.int(least, Math.max(least, most - Math.floor(this.#hurry / 2)));
    const later = this.#minute + this.#random.int(12, 95);
    if (wait > 0) this.#startDay(addWorkingDays(this.#day, wait));
    else if (later > 17 * 60 + 40) this.#startDay(addWorkingDays(this.#day, 1));
    else this.#minute = later;
  }

  #startDay(day: string): void {
    this.#day = day;
    this.#minute = this.#random.int(8 * 60 + 40, 15 * 60);
  }
}

/** The course of a clue that is still in hand: it ends with the step that leads where the clue stands. */
function cut({ steps, clue, days }: Course, { stopsIn }: Plot): Course {
  const leads: Readonly<Record<string, string>> = {
    REGISTERED: 'REGISTER',
    ASSIGNED: 'ASSIGN',
    ACCEPTED: 'ACCEPT',
    DISPOSAL_PROPOSED: 'PROPOSE',
    DISPOSAL_APPROVED: 'APPROVE',
    IN_VERIFICATION: clue.disposal === 'PRELIMINARY_VERIFICATION' ? 'VERIFY' : 'INQUIRE',
    REPORTED: 'REPORT',
    REVIEWED: 'REVIEW',
  };
  const at = steps.findLastIndex(({ action }) => action === leads[stopsIn!]);
  const kept = steps.slice(0, at + 1);
  const done = new Set(kept.map(({ action }) => action));
  const reported = done.has('REPORT');
  return {
    steps: kept,
    days: Object.fromEntries(Object.entries(days).filter(([action]) => done.has(action))),
    clue: {
      ...clue,
      disposal: done.has('PROPOSE') ? clue.disposal : null,
      studiedOn: done.has('PROPOSE') ? clue.studiedOn : null,
      approvedOn: done.has('APPROVE') ? clue.approvedOn : null,
      conclusion: reported ? clue.conclusion : null,
      form: reported ? clue.form : null,
      falseReport: null,
      closedOn: null,
      state: stopsIn!,
    },
  };
}

const filled = (note: string, { handlingUnit, disposal, conclusion }: Clue): string =>
  note
    .replace('{unit}', handlingUnit ?? '')
    .replace('{disposal}', clues.columns.disposal.choices![disposal ?? '']?.zh ?? '')
    .replace('{conclusion}', clues.columns.conclusion.choices![conclusion ?? '']?.zh ?? '');

const two = (number: number): string => String(number).padStart(2, '0');
