import { hotlineTotals } from './hotline.ts';
import { practicalItemCount } from './publications.ts';
import { sortedDemands } from './rooms/appeals.ts';
import { supervised } from './rooms/clues.ts';
import { talkCount } from './rooms/conduct.ts';
import { sessions, trained } from './rooms/education.ts';
import { cityMeetings, lifeMeetings } from './rooms/meetings.ts';
import { eventCounts, projectCount } from './rooms/outreach.ts';
import { closedRound } from './rooms/recheck.ts';
import { screened } from './rooms/screening.ts';
import { onSiteVisits } from './rooms/supervision.ts';
import { clueBatches, days, roster } from './story.ts';

export interface Expected {
  /** Exactly what the records give as of the cut-off day; a ratio is a number from 0 to 1, a date its text. */
  readonly value: number | string;
  /** What the report of the real city says, where the demo's number differs: at least this much (余, 以上). */
  readonly atLeast?: number;
}

/**
 * What every figure must be once the demo city is imported: the 83 that are tested, the four of re-checks and, where a record answers them, the five
 * that are only shown.
 */
export function expected({ full = false }: { full?: boolean } = {}): Readonly<Record<string, Expected>> {
  const hotline = hotlineTotals(full);
  const transferred = clueBatches
    .filter(({ receivedOn }) => receivedOn <= days.asOf)
    .reduce((sum, { size }) => sum + size, 0);
  const exact: Record<string, number | string> = {
    'pressConference.sequence': 2,
    'programme.startDate': days.start,
    'supervisor.central.number': 9,
    'supervisor.provincial.number': 2,
    'supervisor.affirmations': 2,
    'committee.hearings': cityMeetings.STANDING_COMMITTEE_HEARING,
    'leadership.meetings': cityMeetings.MOBILISATION + cityMeetings.PROGRESS + cityMeetings.LEADING_GROUP,
    'leadership.meetingKinds': 3,
    'leadingBody.coverage.districts': 1,
    'leadingBody.coverage.cityUnits': 1,
    'leadingBody.headIsPrincipal': 1,
    'office.meetingKinds': 2,
    'supervision.onSiteVisits': onSiteVisits,
    'supervision.unitCoverage': 1,
    'provincialGroup.actionKinds': 4,
    'education.partyLectures': sessions.PARTY_LECTURE,
    'education.rotationTraining.personTimes': trained.personTimes,
    'education.historyLectures': sessions.SPECIAL_LECTURE,
    'education.partySpirit': sessions.PARTY_SPIRIT,
    'education.integrityReport.coverage': 1,
    'education.violationBulletin.periodStart': '2018-01-01',
    'education.warningFilms': sessions.WARNING_FILM,
    'education.integrityBases': sessions.INTEGRITY_BASE_VISIT,
    'education.roleModelReports': sessions.ROLE_MODEL_REPORT,
    'recognition.collectives': 112,
    'recognition.individuals': 383,
    'mobilisation.documentKinds': 4,
    'talks.mandatoryKinds': 5,
    'talks.personTimes': talkCount,
    'meetings.lifeMeetings': lifeMeetings.DEMOCRATIC_LIFE + lifeMeetings.ORGANISATIONAL_LIFE,
    'meetings.lifeMeetingKinds': 2,
    'selfExam.leaderComparisonChecks': 1,
    'selfExam.itemsClaimed': 1,
    'policy.sevenMeasures': 7,
    'policy.selfExamDocuments': 2,
    'clueGroup.plenaries': cityMeetings.CLUE_GROUP_PLENARY,
    'clueGroup.specialMeetings': cityMeetings.CLUE_GROUP_SPECIAL,
    'clueModel.elements': 3,
    'clues.supervised.provincialOffice': supervised.PROVINCIAL_OFFICE,
    'clues.supervised.provincialGroup': supervised.PROVINCIAL_GROUP,
    'clues.supervised.total': supervised.PROVINCIAL_OFFICE + supervised.PROVINCIAL_GROUP,
    'clues.batches': 5,
    'clues.transferred': transferred,
    'clues.transferred.closed': transferred,
    'clues.closureRate': 1,
    'clues.batchSum': transferred,
    'rectification.nationalKinds': 6,
    'rectification.planCoverage': 1,
    'rectification.publishedCoverage': 1,
    'rectification.mechanisms': 3,
    'caseReview.ruleFamilies': 3,
    'caseReview.sentenceReliefKinds': 3,
    'interference.provisions': 3,
    'briefing.fourHeads': 4,
    'recheck.tiers': 3,
    'recheck.populations': 2,
    'recheck.drawn': closedRound.drawn,
    'recheck.checked': closedRound.drawn,
    'recheck.overturned': closedRound.changed.length,
    'recheck.changeRate': closedRound.changed.length / closedRound.drawn,
    'actions.seven': 7,
    'policy.mechanismDocuments': 2,
    'openDoor.suggestionEvents': eventCounts.OPEN_DOOR_SUGGESTION,
    'openDoor.serviceActivities': eventCounts.PRACTICAL_SERVICE,
    'openDoor.openDays': eventCounts.OPEN_DAY,
    'demands.categories': 10,
    'demands.sorted': sortedDemands,
    'service.threeBig': 3,
    'liaison.levels': 2,
    'liaison.leaderCoverage': 1,
    'liaison.projects': projectCount,
    'practicalItems.published': practicalItemCount,
    'platforms.four': 4,
    'oneStop.features': 3,
    'household.services': 47,
    'penaltyLists.kinds': 2,
    'legalServices.lists': 1,
    'supplyChainCentre.first': 1,
    'governance.oneNet': 1,
  };
  // The report rounds these down: 余, 以上, 等.
  const more: Record<string, Expected> = {
    'officers.participating': { value: roster.participating, atLeast: 19_000 },
    'office.meetings': { value: cityMeetings.OFFICE_DIRECTOR + cityMeetings.OFFICE_SPECIAL, atLeast: 20 },
    'jointWork.departments': { value: 7, atLeast: 3 },
    'rectification.unitPlans.n': { value: 1, atLeast: 1 },
    'screening.sources': { value: 2, atLeast: 2 },
    'screening.coverage': { value: screened / roster.participating, atLeast: 0.9 },
    'demands.namedCategories': { value: 3, atLeast: 3 },
    'hotline.accepted': { value: hotline.accepted, atLeast: full ? 3_200_000 : 32_000 },
    'hotline.satisfaction': { value: hotline.satisfied / hotline.valid, atLeast: 0.95 },
    'liaison.minProjectsPerLeader': { value: 1, atLeast: 1 },
    'specialActions.named': { value: 3, atLeast: 2 },
  };
  return { ...Object.fromEntries(Object.entries(exact).map(([id, value]) => [id, { value }])), ...more };
}

/** Figures that are labels: shown, not tested (`check: false` in the figure list). Here the records give whatever they give. */
export const labels: readonly string[] = ['briefing.tenThousandHeads', 'eventSecurity.anniversary'];
