import type { ComponentType } from 'react';
import type { Role } from '../platform/access/roles.ts';
import type { MatterView } from '../platform/lifecycle/contract.ts';
import type { AnyLifecycle } from '../platform/lifecycle/declare.ts';
import type { Register } from '../platform/register/declare.ts';
import type { Values } from '../platform/register/rows.ts';
import { type Words, words } from '../platform/words.ts';
import * as appeals from './appeals/registers.ts';
import * as bulletin from './bulletin/registers.ts';
import * as casework from './casework/registers.ts';
import { clueLifecycle } from './clues/lifecycle.ts';
import { clearingLifecycle, hearingLifecycle, reviewLifecycle } from './clues/officer/lifecycle.ts';
import * as clues from './clues/registers.ts';
import { leniencyLifecycle, problemItemLifecycle, selfReportLifecycle, talkLifecycle } from './conduct/lifecycle.ts';
import * as conduct from './conduct/registers.ts';
import * as disclosure from './disclosure/registers.ts';
import * as education from './education/registers.ts';
import * as interferenceSteps from './interference/companions.ts';
import { interferenceLifecycle } from './interference/lifecycle.ts';
import * as interference from './interference/registers.ts';
import * as mediation from './mediation/registers.ts';
import * as organisation from './organisation/registers.ts';
import * as outreach from './outreach/registers.ts';
import * as programme from './programme/registers.ts';
import * as property from './property/registers.ts';
import * as recheck from './recheck/registers.ts';
import * as rectification from './rectification/registers.ts';
import * as screening from './screening/registers.ts';
import * as services from './services/registers.ts';
import * as supervision from './supervision/registers.ts';

/** A page of a module in the workbench. It is fetched when it is first opened. */
export interface RoomPage {
  /** Address in the workbench, with `$name` places: `/bulletins/$id`. */
  readonly path: string;
  readonly words: Words;
  /** Pages that stand in the menu; the others are reached from them. */
  readonly menu: boolean;
  /** Roles whose menu lists it; all when left out. */
  readonly roles?: readonly Role[];
  /** One tap away on the home page of its roles: what people begin by their own will. */
  readonly shortcut?: true;
  readonly load: () => Promise<{ default: ComponentType }>;
}

/** What the browser knows of a module. */
export interface Room {
  readonly name: string;
  readonly words: Words;
  readonly registers: readonly Register[];
  readonly pages: readonly RoomPage[];
  readonly matters: readonly RoomMatter[];
}

/** What the browser knows of a matter: its table of steps, and its register. */
export interface RoomMatter {
  readonly lifecycle: AnyLifecycle;
  readonly register: Register;
  /** Address of the room's own list of them, which then stands in the menu in place of the common desk. */
  readonly list?: string;
  /** Address where the officers concerned find theirs and answer: the common desk is for everybody else. */
  readonly own?: string;
  /** What the room shows on the matter's page. */
  readonly part?: () => Promise<{ default: ComponentType<PartProps> }>;
  /** What the room shows among the gaps: work of this kind that somebody must have left out. */
  readonly gaps?: () => Promise<{ default: ComponentType }>;
  /** Whether somebody who was not named may open one in an emergency, by an act that is told to the overseers. */
  readonly emergency?: boolean;
  /** Actions that the part takes, so that the common form does not offer them. */
  readonly takes?: readonly string[];
  /** What stands under the form of an action while it is filled in. */
  readonly notes?: Readonly<Record<string, () => Promise<{ default: ComponentType<{ values: Values }> }>>>;
}

/** What a room's part of a matter's page is given. */
export interface PartProps {
  readonly view: MatterView;
  /** Reads the matter again. */
  readonly refresh: () => Promise<void>;
  /** Opens the form of a step, with some of its fields filled in. */
  readonly take: (action: string, start: Readonly<Record<string, string>>) => void;
}

const room = (
  name: string,
  zh: string,
  en: string,
  declared: Readonly<Record<string, unknown>>,
  pages: readonly RoomPage[] = [],
  matters: readonly RoomMatter[] = [],
): Room => ({ name, words: words(zh, en), registers: Object.values(declared).filter(isRegister), pages, matters });

/** `registers.ts` may export more than registers: shared choices, for example. */
const isRegister = (value: unknown): value is Register =>
  typeof value === 'object' && value !== null && 'columns' in value && 'policy' in value;

/** Who sees how batches stand and what was reported each quarter. */
const clueBooks = Object.keys(clues.quarterReports.policy.read) as Role[];

/** The table of contents for the browser, in the order of the menu. */
export const rooms: readonly Room[] = [
  room('organisation', '组织与花名册', 'Organisation and roster', organisation),
  room('programme', '专项方案', 'Programme', programme),
  room('supervision', '督导', 'Supervision', supervision),
  room('education', '学习教育', 'Education', education),
  room(
    'conduct',
    '谈话与自查',
    'Talks and self-examination',
    conduct,
    [
      {
        path: '/self-report',
        words: words('我的自查', 'My self-examination'),
        menu: true,
        shortcut: true,
        roles: ['OFFICER_SELF'],
        load: () => import('./conduct/pages/SelfReportPage.tsx'),
      },
      {
        path: '/self-reports',
        words: words('自查报告', 'Self-reports'),
        menu: true,
        roles: ['DISCIPLINE_LIAISON', 'APPROVER', 'AUDITOR'],
        load: () => import('./conduct/pages/SelfReportsPage.tsx'),
      },
      {
        path: '/papers',
        words: words('我的文书', 'My papers'),
        menu: true,
        roles: ['OFFICER_SELF'],
        load: () => import('./conduct/pages/OwnPapersPage.tsx'),
      },
      {
        path: '/papers/$delivery',
        words: words('文书', 'Paper'),
        menu: false,
        load: () => import('./conduct/pages/OwnPaperPage.tsx'),
      },
      {
        path: '/paper-desk',
        words: words('文书签阅', 'Papers to officers'),
        menu: true,
        roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
        load: () => import('./conduct/pages/PapersPage.tsx'),
      },
      {
        path: '/paper-desk/new',
        words: words('发布文书', 'Publish a paper'),
        menu: false,
        load: () => import('./conduct/pages/NewPaperPage.tsx'),
      },
      {
        path: '/paper-desk/$record',
        words: words('文书', 'Paper'),
        menu: false,
        load: () => import('./conduct/pages/PaperPage.tsx'),
      },
      {
        path: '/my-talks',
        words: words('我的谈话', 'My talks'),
        menu: true,
        roles: ['OFFICER_SELF'],
        load: () => import('./conduct/pages/OwnTalksPage.tsx'),
      },
      {
        path: '/my-talks/$record',
        words: words('谈话', 'Talk'),
        menu: false,
        load: () => import('./conduct/pages/TalkPage.tsx'),
      },
      {
        path: '/talks',
        words: words('必谈落实', 'Talks due and held'),
        menu: true,
        roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
        load: () => import('./conduct/pages/TalksPage.tsx'),
      },
      {
        path: '/talks/$record',
        words: words('谈话', 'Talk'),
        menu: false,
        load: () => import('./conduct/pages/TalkPage.tsx'),
      },
      {
        path: '/life-meetings',
        words: words('生活会问题', 'Life meetings'),
        menu: true,
        roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
        load: () => import('./conduct/pages/MeetingsPage.tsx'),
      },
      {
        path: '/life-meetings/$record',
        words: words('生活会', 'Life meeting'),
        menu: false,
        load: () => import('./conduct/pages/MeetingPage.tsx'),
      },
    ],
    [
      {
        lifecycle: selfReportLifecycle,
        register: conduct.selfReports,
        list: '/self-reports',
        part: () => import('./conduct/pages/self-reports/ReportPart.tsx'),
        takes: ['SUBMIT', 'UNSEAL', 'UNSEAL_AGAIN'],
      },
      {
        lifecycle: leniencyLifecycle,
        register: conduct.leniencyDecisions,
        part: () => import('./conduct/pages/leniency/DecisionPart.tsx'),
        takes: ['DECIDE', 'DECIDE_AGAIN'],
      },
      { lifecycle: talkLifecycle, register: conduct.talks },
      { lifecycle: problemItemLifecycle, register: conduct.problemItems },
    ],
  ),
  room(
    'clues',
    '线索核查',
    'Clues',
    clues,
    [
      {
        path: '/clue-batches',
        words: words('线索批次', 'Batches of clues'),
        menu: true,
        roles: clueBooks,
        load: () => import('./clues/pages/batches/BatchesPage.tsx'),
      },
      {
        path: '/clue-batches/$record',
        words: words('线索批次', 'Batch of clues'),
        menu: false,
        load: () => import('./clues/pages/batches/BatchPage.tsx'),
      },
      {
        path: '/clue-quarters',
        words: words('季度办结报告', 'Quarterly reports'),
        menu: true,
        roles: clueBooks,
        load: () => import('./clues/pages/batches/QuartersPage.tsx'),
      },
      {
        path: '/reports',
        words: words('群众举报', 'Public reports'),
        menu: true,
        roles: ['DISCIPLINE_LIAISON'],
        load: () => import('./clues/pages/ReportsPage.tsx'),
      },
      {
        path: '/reports/$record',
        words: words('群众举报', 'Public report'),
        menu: false,
        load: () => import('./clues/pages/ReportPage.tsx'),
      },
      {
        path: '/supervised-clues',
        words: words('督办看板', 'Supervised clues'),
        menu: true,
        roles: ['SUPERVISOR', 'OFFICE_DIRECTOR', 'CLUE_MANAGER', 'DISCIPLINE_LIAISON', 'AUDITOR'],
        load: () => import('./clues/pages/overseeing/SupervisedPage.tsx'),
      },
      {
        path: '/clue-openings',
        words: words('紧急查阅', 'Emergency openings'),
        menu: true,
        roles: Object.keys(clues.openings.policy.read) as Role[],
        load: () => import('./clues/pages/overseeing/OpeningsPage.tsx'),
      },
      {
        path: '/my-file',
        words: words('我的事项', 'My file'),
        menu: true,
        roles: ['OFFICER_SELF'],
        load: () => import('./clues/pages/MyFilePage.tsx'),
      },
    ],
    [
      {
        lifecycle: clueLifecycle,
        register: clues.clues,
        emergency: true,
        part: () => import('./clues/pages/clue/ClueCards.tsx'),
        gaps: () => import('./clues/pages/batches/BatchGaps.tsx'),
        notes: { RECEIVE: () => import('./clues/pages/clue/LikelyNote.tsx') },
      },
      { lifecycle: hearingLifecycle, register: clues.hearings, own: '/my-file' },
      { lifecycle: reviewLifecycle, register: clues.reviewRequests, own: '/my-file' },
      { lifecycle: clearingLifecycle, register: clues.clearings, own: '/my-file' },
    ],
  ),
  room('recheck', '随机抽查', 'Random re-check', recheck, [
    {
      path: '/rechecks',
      words: words('随机抽查', 'Re-checks'),
      menu: true,
      load: () => import('./recheck/pages/RechecksPage.tsx'),
    },
    {
      path: '/rechecks/new',
      words: words('制定抽查计划', 'Plan a re-check'),
      menu: false,
      load: () => import('./recheck/pages/NewPlanPage.tsx'),
    },
    {
      path: '/rechecks/$id',
      words: words('随机抽查', 'Re-check'),
      menu: false,
      load: () => import('./recheck/pages/RecheckPage.tsx'),
    },
  ]),
  room('casework', '案件评查', 'Casework', casework),
  room('screening', '经商办企业排查', 'Business screening', screening),
  room(
    'interference',
    '三个规定',
    'Three provisions',
    { ...interference, ...interferenceSteps },
    [
      {
        path: '/interference/record',
        words: words('记录干预过问', 'Record interference'),
        menu: true,
        shortcut: true,
        roles: ['OFFICER_SELF'],
        load: () => import('./interference/pages/RecordPage.tsx'),
      },
      {
        path: '/interference/returns',
        words: words('三个规定填报', 'Returns of the provisions'),
        menu: true,
        roles: ['UNIT_HEAD', 'OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
        load: () => import('./interference/pages/ReturnsPage.tsx'),
      },
      {
        path: '/interference/statistics',
        words: words('三个规定统计', 'Provisions: statistics'),
        menu: true,
        roles: ['SUPERVISOR', 'DISCIPLINE_LIAISON', 'AUDITOR'],
        load: () => import('./interference/pages/StatisticsPage.tsx'),
      },
      {
        path: '/interference/survey',
        words: words('知晓率调查', 'Awareness survey'),
        menu: true,
        roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON'],
        load: () => import('./interference/pages/SurveyPage.tsx'),
      },
    ],
    [{ lifecycle: interferenceLifecycle, register: interference.records }],
  ),
  room('rectification', '顽瘴痼疾整治', 'Rectification', rectification),
  room('appeals', '民声诉求', 'Appeals', appeals),
  room('outreach', '为民办实事', 'Outreach', outreach),
  room('disclosure', '公开公示', 'Disclosure', disclosure),
  room('services', '一窗一码', 'Services', services),
  room('mediation', '非诉解纷', 'Dispute resolution', mediation),
  room('property', '涉案财物', 'Property in cases', property),
  room('bulletin', '新闻通报', 'Bulletins', bulletin, [
    {
      path: '/bulletins',
      words: words('通报', 'Bulletins'),
      menu: true,
      load: () => import('./bulletin/pages/BulletinsPage.tsx'),
    },
    {
      path: '/bulletins/$id',
      words: words('通报', 'Bulletin'),
      menu: false,
      load: () => import('./bulletin/pages/BulletinPage.tsx'),
    },
  ]),
];

const byName = new Map(rooms.flatMap((each) => each.registers).map((register) => [register.name, register]));

export const findRegister = (name: string): Register | undefined => byName.get(name);

export const findMatter = (name: string): RoomMatter | undefined =>
  rooms.flatMap(({ matters }) => matters).find(({ register }) => register.name === name);
