import type { LightMyRequestResponse } from 'fastify';
import type { Role } from '../../../platform/access/roles.ts';
import { createRecord } from '../../../platform/register/records/change.ts';
import type { SentAttachment } from '../../../web/kit/attachments/journey.ts';
import { registers } from '../../index.ts';
import type { Ground } from '../contract/leniency.ts';
import type { ReportText } from '../contract/self-reports.ts';
import { type Content, leniencyFacts, type RuleVersion } from '../leniency/rules.ts';
import { newNumber } from '../numbers.ts';
import { type SealedReport, sealReport } from '../self-reports/seal.ts';
import type { Room } from './room.ts';

/** The people of a story in which somebody reports on himself and is reported on. */
export const cast = {
  officer: [['OFFICER_SELF'], 'D01'],
  colleague: [['OFFICER_SELF'], 'D01'],
  liaison: [['DISCIPLINE_LIAISON'], 'C02'],
  approver: [['APPROVER'], 'C02'],
  // Who holds both offices still may not approve what he decided.
  double: [['DISCIPLINE_LIAISON', 'APPROVER'], 'C02'],
  manager: [['CLUE_MANAGER'], 'C02'],
  first: [['CASE_HANDLER'], 'C02'],
  second: [['CASE_HANDLER'], 'C02'],
} as const satisfies Record<string, readonly [readonly Role[], 'C01' | 'C02' | 'D01']>;

export interface Sent extends SealedReport {
  readonly number: string;
  readonly record: string;
  /** The text as it was sealed. */
  readonly report: ReportText;
}

/** What a report is handed in with beside its text. */
export interface Beside {
  readonly amends?: string;
  readonly talk?: string;
  /** Attachments that are through. */
  readonly files?: readonly SentAttachment[];
}

/** Seals and hands in a report as the officer's browser does. */
export async function handIn(room: Room, who: string, text: ReportText, beside: Beside = {}): Promise<Sent> {
  const number = newNumber('ZC', '2021');
  const { files = [], ...more } = beside;
  const report = files.length > 0 ? { ...text, files: files.map(({ note }) => note) } : text;
  const sealed = await sealReport(report, number, [room.key.publicKey]);
  const { envelope, commitment } = sealed;
  const sent = files.map(({ upload, note }) => ({ upload: upload.name, hash: note.hash }));
  const body = { number, envelope, commitment, ...more, files: sent };
  return { ...sealed, number, report, record: must(await room.at(who, 'POST', '/api/self-reports', body)).record };
}

export function must<T = { readonly record: string }>(answer: LightMyRequestResponse): T {
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json() as T;
}

const CLUES = '/api/matters/clues.clues';

/** A clue on an officer, worked on up to a step of its life. */
export class ClueStory {
  readonly #room: Room;
  readonly record: string;
  #version: number;

  private constructor(room: Room, record: string, version: number) {
    this.#room = room;
    this.record = record;
    this.#version = version;
  }

  static async received(room: Room, on: string): Promise<ClueStory> {
    const input = {
      receivedOn: '2021-04-12',
      source: 'DISCIPLINE',
      reporterMode: 'NONE',
      summary: '反映该民警打听案情',
      jurisdiction: 'OWN',
      unit: room.city.units.D01,
    };
    const { record, version } = must<{ record: string; version: number }>(
      await room.at('manager', 'POST', CLUES, { action: 'RECEIVE', input }),
    );
    await createRecord(room.city.records, room.people.manager!, registers.get('clues.subjects'), {
      clue: record,
      number: 1,
      officer: room.people[on]!.officer,
      unit: room.city.units.D01,
    });
    return new ClueStory(room, record, version);
  }

  async #step(who: string, action: string, input: object = {}): Promise<void> {
    const url = `${CLUES}/${this.record}/${action}`;
    this.#version = must<{ version: number }>(
      await this.#room.at(who, 'POST', url, { version: this.#version, input }),
    ).version;
  }

  register = (): Promise<void> => this.#step('manager', 'REGISTER');

  /** Assigned, accepted, studied, approved. */
  async approve(disposal: 'PRELIMINARY_VERIFICATION' | 'TALK_OR_LETTER' = 'PRELIMINARY_VERIFICATION'): Promise<void> {
    const { people, city } = this.#room;
    await this.#step('manager', 'ASSIGN', {
      way: 'ASSIGN',
      handlingUnit: city.units.C02,
      firstHandler: people.first!.officer,
      secondHandler: people.second!.officer,
    });
    await this.#step('first', 'ACCEPT');
    await this.#step('first', 'PROPOSE', { disposal, studiedOn: '2021-04-12', studiedBy: 5, minutes: '一致同意' });
    await this.#step('approver', 'APPROVE', { disposal });
  }

  async interview(): Promise<void> {
    await this.#step('first', 'VERIFY', { plan: '调取记录' });
    await this.#step('first', 'INTERVIEW', { heldOn: '2021-04-12', present: '甲、乙', notes: '承认' });
  }
}

export const LENIENCY = '/api/matters/conduct.leniencyDecisions';

/** The form of a decision over the places that the desk is shown. */
export async function formOf(
  room: Room,
  report: string,
  clue: string | null,
  rule: RuleVersion,
  content: Content,
  who = 'liaison',
) {
  const ground = must<Ground>(await room.at(who, 'GET', `/api/self-reports/${report}/ground`));
  const timeline = clue ? ground.clues.find(({ record }) => record === clue)!.timeline : ground.alone;
  const { fact, line } = leniencyFacts(rule, timeline, content);
  return {
    report,
    clue,
    ruleVersion: rule,
    content,
    finding: fact,
    sealedPlace: timeline.sealed!.seq,
    linePlace: line ? timeline[line]!.seq : null,
    selfExamined: true,
    confessed: true,
    repented: true,
    ground: '实施意见第五条',
    measure: '由决定人填写',
    reasons: '封存在先，如实说明',
  };
}

/** Decides by one and approves by another. @returns the decision's record */
export async function decideAndApprove(room: Room, form: object): Promise<string> {
  const { record, version } = must<{ record: string; version: number }>(
    await room.at('liaison', 'POST', LENIENCY, { action: 'DECIDE', input: form }),
  );
  must(await room.at('approver', 'POST', `${LENIENCY}/${record}/APPROVE`, { version, input: { reason: '同意' } }));
  return record;
}
