import type { BulletinText } from './contract.ts';
import type { Printed } from './prose.ts';

type Run = BulletinText['sections'][number]['paragraphs'][number]['runs'][number];

const mark = (figure: string, printed: Printed = 'exact'): Run => ({ figure, printed });
const more = (figure: string): Run => mark(figure, 'more');
const atLeast = (figure: string): Run => mark(figure, 'atLeast');

/** Prose with figures in it: a plain id is the exact value. Empty stretches between two marks are left out. */
function paragraph(texts: TemplateStringsArray, ...figures: readonly (string | Run)[]): { runs: Run[] } {
  const runs = texts.flatMap((text, at): Run[] => {
    const figure = figures[at];
    return [
      ...(text === '' ? [] : [{ text }]),
      ...(figure === undefined ? [] : [typeof figure === 'string' ? mark(figure) : figure]),
    ];
  });
  return { runs };
}

/**
 * The draft a bulletin starts from: the five parts of a stage report, with the important figures as live marks. The words are
 * ours; whoever edits it changes them freely. Figures that it does not place stand in the annex.
 * @param city name of the city, as the title has it
 */
export function defaultDraft(city: string, asOf: string, sequence: number | null): BulletinText {
  return {
    title: `${city}政法队伍教育整顿阶段工作情况通报`,
    asOf,
    sequence,
    sections: [
      {
        heading: '组织领导与总体进展',
        paragraphs: [
          paragraph`教育整顿自${'programme.startDate'}启动，全市${more('officers.participating')}政法干警参加。上级派驻的督导组和指导组先后到我市开展工作，其中${'supervisor.affirmations'}对我市做法给予肯定。`,
          paragraph`市委常委会专题听取汇报${'committee.hearings'}，市级召开动员、推进和领导小组会议${'leadership.meetings'}，整顿办召开主任会议和专题会议${more('office.meetings')}。区（市）领导机构设立率为${'leadingBody.coverage.districts'}，市直政法单位为${'leadingBody.coverage.cityUnits'}，由主要负责同志任组长的占${'leadingBody.headIsPrincipal'}。`,
          paragraph`对各政法单位实地点对点督导${'supervision.onSiteVisits'}，单位覆盖率${'supervision.unitCoverage'}。`,
        ],
      },
      {
        heading: '学习教育',
        paragraphs: [
          paragraph`主要负责同志讲授专题党课${'education.partyLectures'}，政治轮训${'education.rotationTraining.personTimes'}；举办党史专题讲座${'education.historyLectures'}，开展党性锻炼${'education.partySpirit'}。`,
          paragraph`两级纪委监委主要负责同志作廉政教育报告，覆盖率${'education.integrityReport.coverage'}；组织观看警示教育片${'education.warningFilms'}，参观廉政教育基地${'education.integrityBases'}。`,
          paragraph`宣传先进集体${'recognition.collectives'}、先进个人${'recognition.individuals'}，举办英模事迹报告会${'education.roleModelReports'}。`,
        ],
      },
      {
        heading: '查纠整改',
        paragraphs: [
          paragraph`自查自纠。按照${'talks.mandatoryKinds'}必谈情形开展谈心谈话${'talks.personTimes'}，召开专题民主生活会和组织生活会${'meetings.lifeMeetings'}；参会领导干部完成对照检查的占${'selfExam.leaderComparisonChecks'}，查摆问题已认领的占${'selfExam.itemsClaimed'}；出台自查措施${'policy.sevenMeasures'}。`,
          paragraph`线索核查。线索工作组召开全体会议${'clueGroup.plenaries'}、专题会议${'clueGroup.specialMeetings'}。省教育整顿办督办线索${'clues.supervised.provincialOffice'}，省指导组督办${'clues.supervised.provincialGroup'}；省指导组先后转交${'clues.batches'}、共${'clues.transferred'}，已核查完结${'clues.transferred.closed'}，完结率${'clues.closureRate'}。`,
          paragraph`随机抽查。已结束的抽查共抽取${'recheck.drawn'}，复查${'recheck.checked'}，改变原结论${'recheck.overturned'}，改变率${'recheck.changeRate'}；每次抽查的核验文件公开，任何人都可以重做抽取。`,
          paragraph`顽瘴痼疾整治。聚焦全国统一整治的${'rectification.nationalKinds'}突出问题，市直政法单位制定整治方案的占${'rectification.planCoverage'}，已向社会公布的占${'rectification.publishedCoverage'}；完成经商办企业排查的干警占${atLeast('screening.coverage')}；实施规范化行动${'actions.seven'}，出台制度机制文件${'policy.mechanismDocuments'}。`,
        ],
      },
      {
        heading: '为民办实事',
        paragraphs: [
          paragraph`开门纳谏${'openDoor.suggestionEvents'}，开展为民实践活动${'openDoor.serviceActivities'}，举办开放日${'openDoor.openDays'}；梳理群众诉求${'demands.sorted'}，归入${'demands.categories'}；热线受理诉求${more('hotline.accepted')}，群众满意率${atLeast('hotline.satisfaction')}。`,
          paragraph`领导班子成员联系重点项目${'liaison.projects'}，人员覆盖率${'liaison.leaderCoverage'}；公示办实事项目${'practicalItems.published'}；户政业务接入微信${'household.services'}；公布不罚、轻罚清单${'penaltyLists.kinds'}、公共法律服务事项清单${'legalServices.lists'}。`,
        ],
      },
      {
        heading: '下一步工作',
        paragraphs: [
          paragraph`一是继续核查尚未办结的线索，对已查否的线索按${'recheck.populations'}总体随机抽查复查。二是按整治方案逐项销号，结果向社会公布。三是把有效做法固定为制度，由各单位按季度报送进展。`,
          paragraph`本通报各项数字截至所列日期，均可由标记打开其全部记录；如有更正，另行公布原数、现数和原因。`,
        ],
      },
    ],
  };
}
