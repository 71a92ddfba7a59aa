import { reporters, units } from './city.ts';
import { lastDay } from './days.ts';
import type { DemoFile, DemoSheet } from './files.ts';
import { englishStyle, type Style, styleOf } from './layout.ts';
import { inventPeople } from './people.ts';
import { certificateTable, educationLedgers, inventEducation } from './rooms/education.ts';
import { bodyTables, departmentTable, honourTable, rosterTables, unitTable } from './rooms/organisation.ts';
import type { Table } from './rows.ts';
import { city } from './story.ts';

/** The unit that keeps its workbooks in English. */
const englishReporter = '砚浦区政法系统';
const office = `${city.name}教育整顿办`;

interface HandedIn {
  readonly path: string;
  readonly title: string;
  readonly reporter: string;
  readonly reportedOn: string;
  readonly style: Style;
}

/** A workbook whose sheets are called after their registers. */
function workbook({ path, title, reporter, reportedOn, style }: HandedIn, tables: readonly Table[]): DemoFile {
  const sheets = tables.map((table): DemoSheet => {
    const { zh, en } = table.register.words;
    const name = style.names === 'english' ? en : zh;
    return { table, frame: { style, title: `${title}·${name}`, tab: name, reporter, reportedOn } };
  });
  return { kind: 'xlsx', path: `${path}.xlsx`, sheets };
}

/** All files of the demo city, in the order of their paths. */
export function handedIn(seed: string, full: boolean): DemoFile[] {
  const people = inventPeople(seed);
  const education = inventEducation(seed, people);
  const files: DemoFile[] = [];
  let count = 0;
  const ofOffice = (path: string, title: string, tables: readonly Table[], reportedOn = '2021-06-30'): void => {
    files.push(
      workbook({ path, title: `${city.name}${title}`, reporter: office, reportedOn, style: styleOf(count++) }, tables),
    );
  };

  ofOffice('01-基础台账/01-政法单位和成员部门名录', '政法单位名录', [unitTable(), departmentTable()], '2021-03-01');
  for (const unit of units) {
    const style = unit.district?.name === '砚浦区' ? englishStyle : styleOf(count++);
    const path = `02-花名册/${unit.regionCode}-${unit.name}政法干警花名册`;
    files.push(
      workbook(
        { path, title: unit.name, reporter: unit.name, reportedOn: '2021-03-05', style },
        rosterTables(people, unit),
      ),
    );
  }
  ofOffice('03-组织机构/01-领导机构和联络员', '教育整顿组织机构', bodyTables(seed, people), '2021-03-12');
  ofOffice('03-组织机构/02-先进典型', '政法系统先进典型台账', [honourTable(seed, people)]);

  for (const { reporter, month, tables } of educationLedgers(education, ['2021-03', '2021-04', '2021-05', '2021-06'])) {
    const style = reporter.name === englishReporter ? englishStyle : styleOf(reporters.indexOf(reporter));
    const path = `10-学习教育/${month}/${reporter.name}学习教育活动台账（${Number(month.slice(5))}月）`;
    files.push(
      workbook({ path, title: reporter.name, reporter: reporter.name, reportedOn: lastDay(month), style }, tables),
    );
  }
  ofOffice('11-学习教育证书/01-市直单位结业证书', '政治轮训结业证书登记', [certificateTable(seed, education)]);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
