import { reporters, units } from './city.ts';
import { lastDay } from './days.ts';
import type { DemoFile, DemoSheet } from './files.ts';
import { hotlineMonths } from './hotline.ts';
import { englishStyle, type Style, styleOf } from './layout.ts';
import { inventPeople } from './people.ts';
import {
  appealMonth,
  appealTables,
  callbackMonths,
  demandTable,
  governanceTable,
  letterTable,
  workOrderMonth,
} from './rooms/appeals.ts';
import { conferenceTable } from './rooms/bulletin.ts';
import { caseTables, ruleTables } from './rooms/casework.ts';
import { clueFileTables } from './rooms/clue-files.ts';
import { batchTables, handlingTables, inventClues, singleClueTables } from './rooms/clues.ts';
import { conductTables, paperTables, selfReportTables, talkShares } from './rooms/conduct.ts';
import { exposureTables, listTables, publicationTable } from './rooms/disclosure.ts';
import { certificateTable, educationLedgers, inventEducation } from './rooms/education.ts';
import { interferenceTables } from './rooms/interference.ts';
import { mediationTables } from './rooms/mediation.ts';
import { lifeLedgers, meetingTables } from './rooms/meetings.ts';
import { bodyTables, departmentTable, honourTable, rosterTables, unitTable } from './rooms/organisation.ts';
import { eventMonth, inventEvents, outreachTables, projectTables } from './rooms/outreach.ts';
import { programmeTables } from './rooms/programme.ts';
import { propertyTables } from './rooms/property.ts';
import { recheckTables } from './rooms/recheck.ts';
import { kindTable, rectificationTables } from './rooms/rectification.ts';
import { screeningTables, sourceTables } from './rooms/screening.ts';
import { serviceTables } from './rooms/services.ts';
import { supervisionTables } from './rooms/supervision.ts';
import type { Table } from './rows.ts';
import { city, days } from './story.ts';

const office = `${city.name}教育整顿办`;
const months = ['2021-03', '2021-04', '2021-05', '2021-06'];
/** The district that keeps its workbooks in English. */
const englishPlace = '砚浦区';

/** The workbooks of one city, collected path by path. */
class Tray {
  readonly files: DemoFile[] = [];

  /** From the programme office. Its clerks change, and with them the style. */
  ofOffice(path: string, title: string, tables: readonly Table[], reportedOn = '2021-06-30'): void {
    this.add(path, `${city.name}${title}`, office, reportedOn, styleOf(this.files.length), tables);
  }

  /** From a unit or a district. One of them writes English. */
  ofReporter(path: string, reporter: string, number: number, reportedOn: string, tables: readonly Table[]): void {
    const style = reporter.includes(englishPlace.slice(0, 2)) ? englishStyle : styleOf(number);
    this.add(path, reporter, reporter, reportedOn, style, tables);
  }

  csv(path: string, table: Table): void {
    this.files.push({ kind: 'csv', path: `${path}.csv`, table });
  }

  /** A workbook whose sheets are called after their registers. */
  add(path: string, title: string, reporter: string, reportedOn: string, style: Style, tables: readonly Table[]): void {
    const sheets = tables.map((table): DemoSheet => {
      const { zh, en } = table.register.words;
      const tab = style.names === 'english' ? en : zh;
      return { table, frame: { style, title: `${title}·${tab}`, tab, reporter, reportedOn } };
    });
    this.files.push({ kind: 'xlsx', path: `${path}.xlsx`, sheets });
  }
}

/**
 * All files of the demo city in the order of their paths, which is the order to import them in: whatever a record names
 * stands in the same file or an earlier one.
 */
export function handedIn(seed: string, full: boolean): DemoFile[] {
  const tray = new Tray();
  const people = inventPeople(seed);
  const clues = inventClues(seed, people);
  const events = inventEvents(seed);

  tray.ofOffice(
    '01-基础台账/01-政法单位和成员部门名录',
    '政法单位名录',
    [unitTable(), departmentTable()],
    '2021-03-01',
  );
  units.forEach((unit, at) => {
    const path = `02-花名册/${unit.code}-${unit.name}政法干警花名册`;
    tray.ofReporter(path, unit.name, at, '2021-03-05', rosterTables(people, unit));
  });
  tray.ofOffice('03-组织机构/01-领导机构和联络员', '教育整顿组织机构', bodyTables(seed, people), '2021-03-12');
  tray.ofOffice('03-组织机构/02-先进典型', '政法系统先进典型台账', [honourTable(seed, people)]);
  tray.ofOffice('04-方案与任务/01-方案文件和专项行动', '教育整顿方案和专项行动', programmeTables(seed));
  tray.ofOffice('05-公开公示/01-公示台账', '公开公示台账', [publicationTable(seed)]);
  tray.ofOffice('05-公开公示/02-不罚轻罚和公共法律服务清单', '清单台账', listTables(seed));
  tray.ofOffice('06-顽瘴痼疾/01-顽瘴痼疾类别', '顽瘴痼疾类别表', [kindTable()], '2021-04-06');
  tray.ofOffice('06-顽瘴痼疾/02-整治台账', '顽瘴痼疾整治台账', rectificationTables(seed, people));
  tray.ofOffice('06-顽瘴痼疾/03-曝光通报', '典型案例曝光通报台账', exposureTables(seed, people));
  tray.ofOffice('07-督导/01-督导台账', '督导工作台账', supervisionTables(seed));
  clues.batches.forEach((batch, at) => {
    const path = `08-线索核查/01-${at + 1}-线索移交清单（${batch.number}）`;
    const reportedOn = batch.receivedOn > days.asOf ? days.clueLedgers : '2021-06-30';
    tray.ofOffice(path, '线索移交清单', batchTables(clues, batch.number), reportedOn);
  });
  tray.ofOffice('08-线索核查/02-其他来源线索', '其他来源线索台账', singleClueTables(clues), days.clueLedgers);
  tray.ofOffice(
    '08-线索核查/03-线索督办流转台账',
    '线索督办流转台账',
    [...handlingTables(clues), ...clueFileTables(seed, people, clues)],
    days.clueLedgers,
  );
  tray.ofOffice('09-会议/01-会议台账', '教育整顿会议台账', meetingTables(seed));
  lifeLedgers(seed, people).forEach(({ reporter, tables }, at) => {
    tray.ofReporter(`09-会议/02-${reporter.name}民主生活会组织生活会台账`, reporter.name, at + 2, '2021-06-30', tables);
  });
  education(tray, seed, people);
  tray.ofOffice('12-谈话与自查/01-文书和必谈情形', '文书和必谈情形', paperTables(), '2021-03-03');
  const shares = talkShares(people);
  units.forEach((unit, at) => {
    const path = `12-谈话与自查/02-${unit.code}-${unit.name}谈心谈话记录`;
    tray.ofReporter(path, unit.name, at + 4, '2021-06-30', conductTables(seed, people, unit, shares.get(unit)!));
  });
  tray.ofOffice('12-谈话与自查/03-自查从宽台账', '自查从宽台账', selfReportTables(seed, people, clues));
  tray.ofOffice('13-随机抽查/01-随机抽查复查', '随机抽查复查台账', recheckTables(seed, people, clues));
  tray.ofOffice('14-案件评查/01-评查规则', '案件评查规则', ruleTables(), '2021-04-06');
  tray.ofOffice('14-案件评查/02-案件评查台账', '案件评查台账', caseTables(seed, people, clues));
  tray.ofOffice('15-经商办企业/01-数据来源和批次', '数据比对批次', sourceTables(people));
  tray.ofOffice('15-经商办企业/02-排查结果', '经商办企业排查台账', screeningTables(seed, people));
  tray.ofOffice('16-三个规定/01-三个规定台账', '三个规定台账', interferenceTables(seed, people));
  for (const month of months) {
    const title = `开门整顿活动台账（${Number(month.slice(5))}月）`;
    tray.ofOffice(`17-为民办实事/01-${month}-${title}`, title, [eventMonth(events, month)], lastDay(month));
  }
  tray.ofOffice('17-为民办实事/02-意见建议和实事项目', '意见建议和实事项目', outreachTables(seed, events));
  tray.ofOffice('17-为民办实事/03-联系重点项目', '领导班子成员联系重点项目', projectTables(seed, people));
  const { services, counters } = serviceTables(seed);
  tray.ofOffice('18-一站式服务/01-服务事项和办件', '一站式服务台账', services);
  tray.ofOffice('18-一站式服务/02-窗口叫号和办件码', '窗口叫号和办件码', counters);
  tray.ofOffice('18-一站式服务/03-非诉解纷', '矛盾纠纷调解台账', mediationTables(seed));
  hotline(tray, seed, full);
  tray.ofOffice('19-民声诉求/05-梳理诉求和来信', '群众诉求梳理台账', [demandTable(seed, events), letterTable(seed)]);
  tray.ofOffice('19-民声诉求/06-社会治理事件', '社会治理事件台账', [governanceTable(seed)]);
  tray.ofOffice('20-涉案财物/01-涉案财物', '涉案财物管理台账', propertyTables(seed, people));
  tray.ofOffice('21-新闻发布/01-新闻发布会', '新闻发布会台账', [conferenceTable()]);
  return tray.files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** 昭澄市公安局学习教育活动台账（4月）.xlsx and its like: a folder for each month. */
function education(tray: Tray, seed: string, people: ReturnType<typeof inventPeople>): void {
  const held = inventEducation(seed, people);
  for (const { reporter, month, tables } of educationLedgers(held, months)) {
    const path = `10-学习教育/${month}/${reporter.name}学习教育活动台账（${Number(month.slice(5))}月）`;
    tray.ofReporter(path, reporter.name, reporters.indexOf(reporter), lastDay(month), tables);
  }
  tray.ofOffice('11-结业证书/01-市直单位结业证书', '政治轮训结业证书登记', [certificateTable(seed, held)]);
}

/** The hotline exports csv: appeals by month, return visits by quarter. */
function hotline(tray: Tray, seed: string, full: boolean): void {
  tray.ofOffice('19-民声诉求/01-诉求分类和渠道', '诉求分类和渠道', appealTables(), '2020-03-02');
  for (const month of hotlineMonths)
    tray.csv(`19-民声诉求/02-群众诉求/群众诉求${month}`, appealMonth(seed, month, full));
  for (const month of hotlineMonths.slice(-2))
    tray.csv(`19-民声诉求/03-转办工单/转办工单${month}`, workOrderMonth(seed, month));
  for (let at = 0; at < hotlineMonths.length; at += 4) {
    const some = hotlineMonths.slice(at, at + 4);
    tray.csv(`19-民声诉求/04-回访记录/回访记录${some[0]}至${some.at(-1)}`, callbackMonths(some, full));
  }
}
