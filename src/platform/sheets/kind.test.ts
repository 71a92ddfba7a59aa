import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { errors } from '../errors.ts';
import { containerOf, fileOf, flip, refusal, sheetXml, workbookOf, zipOf } from './fixtures.ts';
import { openSheets } from './open.ts';

const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>';

test.each([
  ['nothing', ''],
  ['a byte order mark alone', '\ufeff'],
  ['blank lines', ' \r\n\t\r\n'],
])('%s is an empty file', async (_, content) => {
  expect(await refusal(await fileOf(content))).toBe('sheet.empty');
});

test.each([
  ['a password-protected workbook', ['EncryptionInfo', 'EncryptedPackage'], 'sheet.locked'],
  ['an old Excel file', ['Workbook'], 'sheet.isXls'],
  ['an Excel 5 file', ['Book'], 'sheet.isXls'],
  ['an old Word file', ['WordDocument'], 'sheet.isWord'],
  ['an unknown compound file', ['Contents'], 'sheet.damaged'],
] as const)('%s is known by the names in its directory', async (_, names, code) => {
  expect(await refusal(await fileOf(containerOf(names), 'xlsx'))).toBe(code);
});

test('a compound file whose directory runs in a circle ends', async () => {
  const bytes = containerOf([]);
  bytes.writeUInt32LE(1, 516);
  expect(await refusal(await fileOf(bytes, 'xls'))).toBe('sheet.damaged');
});

test.each([
  ['a web page', '<html><body><table><tr><td>姓名</td></tr></table></body></html>', 'sheet.isHtml'],
  ['a web page after a mark and blanks', '\ufeff\r\n<!DOCTYPE html>\n<html></html>', 'sheet.isHtml'],
  ['XML of Excel 2003', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'sheet.isXml'],
  ['a PDF', '%PDF-1.7\n', 'sheet.isPdf'],
  ['rich text', '{\\rtf1 }', 'sheet.isWord'],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'sheet.otherKind'],
  [
    'machine code',
    Buffer.from('7f454c46020101000000000000000000030000000100000002000000040000000500000006', 'hex'),
    'sheet.otherKind',
  ],
] as const)('%s is called what it is, whatever its name', async (_, content, code) => {
  expect(await refusal(await fileOf(content, 'xlsx'))).toBe(code);
});

test.each([
  ['a Word document', { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' }, 'sheet.isWord'],
  ['a binary workbook', { 'xl/workbook.bin': '' }, 'sheet.isXlsb'],
  ['an OpenDocument sheet', { mimetype: '', 'content.xml': '<x/>' }, 'sheet.isOds'],
  ['slides', { 'ppt/presentation.xml': '<x/>' }, 'sheet.otherKind'],
  ['an archive', { 'readme.txt': 'x' }, 'sheet.otherKind'],
] as const)('%s inside a zip is called what it is', async (_, parts, code) => {
  expect(await refusal(await zipOf(parts))).toBe(code);
});

test('a workbook cut off anywhere is refused', async () => {
  const whole = await readFile(await workbookOf(sheetXml(row)));
  for (let length = 60; length < whole.length; length += 97) {
    expect(await refusal(await fileOf(whole.subarray(0, length), 'xlsx'))).toBe('sheet.truncated');
  }
});

test('a changed byte in the compressed rows never goes unseen', async () => {
  const path = await workbookOf(sheetXml(row.repeat(50)));
  const bytes = await readFile(path);
  const name = bytes.indexOf('xl/worksheets/sheet1.xml');
  for (let at = name + 24; at < name + 60; at++) expect(await refusal(await flip(path, at))).toBe('sheet.damaged');
});

test('a part that a program encrypted by itself is a locked workbook', async () => {
  const bytes = await readFile(await workbookOf(sheetXml(row)));
  const header = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt16LE(bytes.readUInt16LE(header + 8) | 1, header + 8);
  expect(await refusal(await fileOf(bytes, 'xlsx'))).toBe('sheet.locked');
});

test('a relation that leads nowhere is damage', async () => {
  const relation = (target: string) =>
    `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"/></Relationships>`;
  for (const target of ['%', '%E4', 'worksheets/none.xml', '//']) {
    const path = await workbookOf(sheetXml(row), { 'xl/_rels/workbook.xml.rels': relation(target) });
    expect(await refusal(path)).toBe('sheet.damaged');
  }
});

test('two parts of one name are refused', async () => {
  const path = await workbookOf(sheetXml(row), { 'XL/Workbook.xml': '<workbook/>' });
  expect(await refusal(path)).toBe('sheet.damaged');
});

test('a document type declaration is refused, so no entity is ever expanded', async () => {
  const xml = `<!DOCTYPE worksheet [<!ENTITY e SYSTEM "file:///etc/passwd">]>${sheetXml('<row><c t="str"><v>&e;</v></c></row>')}`;
  expect(await refusal(await workbookOf(xml))).toBe('sheet.damaged');
  expect(await refusal(await workbookOf(sheetXml('<row><c t="str"><v>&e;</v></c></row>')))).toBe('sheet.damaged');
});

test('a part that inflates beyond the ratio or the size is stopped, whatever its header says', async () => {
  function* bomb() {
    yield `<worksheet><sheetData>`;
    for (let at = 0; at < 40; at++) yield ' '.repeat(1024 ** 2);
    yield '</sheetData></worksheet>';
  }
  const path = await workbookOf(bomb());
  expect(await refusal(path)).toBe('sheet.bomb');
  const bytes = await readFile(path);
  const header = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  for (let at = header; at >= 0; at = bytes.indexOf(Buffer.from('504b0102', 'hex'), at + 1))
    bytes.writeUInt32LE(10, at + 24);
  expect(await refusal(await fileOf(bytes, 'xlsx'))).toBe('sheet.bomb');
  expect(await refusal(await workbookOf(sheetXml(row.repeat(500))), { inflated: 10_000 })).toBe('sheet.bomb');
});

test('depth, parts, text and file size are bounded', async () => {
  expect(await refusal(await workbookOf(sheetXml('<x>'.repeat(300) + '</x>'.repeat(300))))).toBe('sheet.damaged');
  const path = await workbookOf(sheetXml(row));
  expect(await refusal(path, { parts: 3 })).toBe('sheet.tooManyParts');
  expect(await refusal(path, { file: 100 })).toBe('sheet.tooLarge');
});

test('a file that is not there is the system error it is', async () => {
  await expect(openSheets('/nowhere/file.xlsx')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('every refusal says in both languages what to do', () => {
  for (const [code, { text }] of Object.entries(errors)) {
    if (!code.startsWith('sheet.')) continue;
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(text.en).toMatch(/^[A-Z].*\.$/);
    const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(new Set(places(text.zh))).toEqual(new Set(places(text.en)));
  }
});
