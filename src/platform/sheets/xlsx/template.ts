import { escapeText } from '../xml.ts';

/** The parts of a workbook that do not depend on its rows (ECMA-376 part 1, SpreadsheetML). */

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const worksheetType = `${contentType}.worksheet+xml`;
export const worksheetRelation = `${officeRelations}/worksheet`;
export const stylesType = `${contentType}.styles+xml`;
export const stylesRelation = `${officeRelations}/styles`;

/** Indices into the cell formats of {@link styles}. The marked ones follow in the same order, filled red. */
export const style = { plain: 0, text: 1, guarded: 2, date: 3, moment: 4, header: 5, title: 6 } as const;
export const marked = 7;

/** Light red of Excel's own "bad" cell style. */
export const faultFill =
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/><bgColor indexed="64"/></patternFill></fill>';

const formats = (fill: string): string =>
  [
    `<xf numFmtId="0" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyFill="1"/>`,
    `<xf numFmtId="49" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`,
    // quotePrefix keeps `=1+1` a text even after someone has edited the cell.
    `<xf numFmtId="49" fontId="0" fillId="${fill}" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFill="1"/>`,
    `<xf numFmtId="164" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`,
    `<xf numFmtId="165" fontId="0" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1"/>`,
  ].join('');

const headings = (fill: string): string =>
  `<xf numFmtId="49" fontId="1" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>` +
  `<xf numFmtId="49" fontId="2" fillId="${fill === '3' ? '3' : '0'}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>`;

const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;

export const styles = `${xmlHead}<styleSheet xmlns="${mainNamespace}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="3"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font><font><b/><sz val="16"/><name val="等线"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E9ED"/><bgColor indexed="64"/></patternFill></fill>${faultFill}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="14">${formats('0')}${headings('2')}${formats('3')}${headings('3')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export const rootRelations = `${xmlHead}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const number = (index: number): string => `sheet${index + 1}.xml`;
export const sheetPart = (index: number): string => `xl/worksheets/${number(index)}`;

export const workbook = (names: readonly string[]): string =>
  `${xmlHead}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}"><sheets>${names
    .map((name, index) => `<sheet name="${escapeText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
    .join('')}</sheets></workbook>`;

export const workbookRelations = (sheets: number): string =>
  `${xmlHead}<Relationships xmlns="${packageRelations}">${Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${worksheetRelation}" Target="worksheets/${number(index)}"/>`,
  ).join('')}<Relationship Id="rId${sheets + 1}" Type="${stylesRelation}" Target="styles.xml"/></Relationships>`;

export const types = (sheets: number): string =>
  `${xmlHead}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${stylesType}"/>${Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/${sheetPart(index)}" ContentType="${worksheetType}"/>`,
  ).join('')}</Types>`;
