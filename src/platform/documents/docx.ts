import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  ExternalHyperlink,
  Footer,
  Header,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import {
  character,
  characterSpacing,
  type Fonts,
  issuerDrop,
  issuerSize,
  line,
  officialFonts,
  page,
  RED,
  redLineGap,
  signatureIndents,
  size,
  substitutions,
} from './layout.ts';
import {
  type Annex,
  annexMark,
  annexNote,
  type NumberedBlock,
  numbered,
  type OfficialDocument,
  printable,
  type Run,
  writtenDate,
} from './official-document.ts';

/** The document as a .docx file in the layout of GB/T 9704-2012. Substituted fonts are recorded in its properties. */
export async function documentDocx(document: OfficialDocument, fonts: Fonts = officialFonts): Promise<Buffer> {
  const substituted = substitutions(fonts);
  return Packer.toBuffer(
    new Document({
      title: printable(document.title),
      creator: printable(document.issuer),
      customProperties: substituted ? [{ name: '字体替代', value: substituted }] : [],
      evenAndOddHeaderAndFooters: true,
      styles: {
        default: {
          document: {
            run: {
              font: face(fonts, fonts.body),
              size: size.body,
              characterSpacing,
              language: { value: 'zh-CN', eastAsia: 'zh-CN' },
            },
            paragraph: { spacing: { line, lineRule: LineRuleType.EXACT } },
          },
        },
      },
      sections: [
        {
          ...section(document, fonts),
          children: [
            ...head(document, fonts),
            ...body(document, fonts),
            ...document.annexes.flatMap((annex, i) => annexPage(annex, annexMark(document.annexes, i), fonts)),
          ],
        },
      ],
    }),
  );
}

const face = (fonts: Fonts, eastAsia: string) => ({
  ascii: fonts.latin,
  hAnsi: fonts.latin,
  cs: fonts.latin,
  eastAsia,
});

const text = (value: string, fonts: Fonts, font = fonts.body, more: { size?: number; color?: string } = {}): TextRun =>
  new TextRun({ text: printable(value), font: face(fonts, font), ...more });

const blank = (): Paragraph => new Paragraph({});

const indent = (characters: number): number => Math.round(characters * character);

function section(document: OfficialDocument, fonts: Fonts): Omit<ISectionOptions, 'children'> {
  const pageNumber = (alignment: 'right' | 'left') =>
    new Footer({
      children: [
        new Paragraph({
          alignment: AlignmentType[alignment === 'right' ? 'RIGHT' : 'LEFT'],
          indent: { [alignment]: indent(1) },
          spacing: { lineRule: LineRuleType.AUTO, line: 240 },
          children: [
            new TextRun({
              children: ['— ', PageNumber.CURRENT, ' —'],
              size: size.pageNumber,
              font: { ...face(fonts, fonts.pageNumber), ascii: fonts.pageNumber, hAnsi: fonts.pageNumber },
            }),
          ],
        }),
      ],
    });
  const demoMark = () =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { lineRule: LineRuleType.AUTO, line: 240 },
          children: [text(document.demoMark!, fonts, fonts.first, { size: size.demoMark, color: '808080' })],
        }),
      ],
    });
  return {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: {
          top: page.top,
          right: page.right,
          bottom: page.bottom,
          left: page.left,
          header: page.header,
          footer: page.footer,
        },
      },
      grid: { type: DocumentGridType.LINES, linePitch: line },
    },
    footers: { default: pageNumber('right'), even: pageNumber('left') },
    headers: document.demoMark ? { default: demoMark(), even: demoMark() } : undefined,
  };
}

function head(document: OfficialDocument, fonts: Fonts): Paragraph[] {
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: issuerDrop, lineRule: LineRuleType.EXACT, line: issuerSize(document.issuer) * 10 },
      children: [text(document.issuer, fonts, fonts.title, { size: issuerSize(document.issuer), color: RED })],
    }),
    blank(),
    blank(),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: RED, space: redLineGap } },
      children: [text(document.number ?? '', fonts)],
    }),
    blank(),
    blank(),
    ...document.title.split('\n').map((part) => title(part, fonts)),
    blank(),
    ...(document.recipient ? [new Paragraph({ children: [text(`${document.recipient}：`, fonts)] })] : []),
  ];
}

const title = (part: string, fonts: Fonts): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [text(part, fonts, fonts.title, { size: size.title })],
  });

function body(document: OfficialDocument, fonts: Fonts): Paragraph[] {
  const paragraphs = numbered(document.body).map((block) => paragraph(block, fonts));
  const notes = annexNote(document.annexes);
  if (notes.length > 0) paragraphs.push(blank(), ...notes.map((note, i) => annexLine(note, i === 0, fonts)));

  const date = writtenDate(document.date);
  const indents = signatureIndents(document.signedBy ?? '', date);
  const signed = (line: string, right: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      indent: { right: indent(right) },
      keepNext,
      children: [text(line, fonts)],
    });
  paragraphs.push(blank(), blank());
  if (document.signedBy) paragraphs.push(signed(document.signedBy, indents.signature, true));
  paragraphs.push(signed(date, indents.date, false));
  return paragraphs;
}

function paragraph({ level, number, runs }: NumberedBlock, fonts: Fonts): Paragraph {
  const font = level === 1 ? fonts.first : level === 2 ? fonts.second : fonts.body;
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLineChars: 200, firstLine: indent(2) },
    keepNext: level !== null,
    children: [...(number ? [text(number, fonts, font)] : []), ...runs.map((run) => child(run, fonts, font))],
  });
}

function child(run: Run, fonts: Fonts, font: string): ParagraphChild {
  if (typeof run === 'string') return text(run, fonts, font);
  const inner = text(run.text, fonts, font);
  return run.link && /^https?:\/\//.test(run.link)
    ? new ExternalHyperlink({ link: run.link, children: [inner] })
    : inner;
}

/** 附件：1. … with the following names under the first one, not under 附件. */
const annexLine = (note: string, first: boolean, fonts: Fonts): Paragraph =>
  new Paragraph({
    indent: { left: indent(5), hanging: first ? indent(3) : 0 },
    children: [text(first ? `附件：${note}` : note, fonts)],
  });

function annexPage(annex: Annex, mark: string, fonts: Fonts): (Paragraph | Table)[] {
  const cell = (value: string, font: string) =>
    new TableCell({
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          spacing: { line: 360, lineRule: LineRuleType.EXACT },
          children: [text(value, fonts, font, { size: size.table })],
        }),
      ],
    });
  return [
    new Paragraph({ pageBreakBefore: true, children: [text(mark, fonts, fonts.first)] }),
    blank(),
    title(annex.title, fonts),
    blank(),
    new Table({
      width: { size: page.width - page.left - page.right, type: WidthType.DXA },
      columnWidths: annex.columns.map(() => Math.floor((page.width - page.left - page.right) / annex.columns.length)),
      rows: [
        new TableRow({ tableHeader: true, children: annex.columns.map((column) => cell(column, fonts.first)) }),
        ...annex.rows.map(
          (row) => new TableRow({ cantSplit: true, children: row.map((value) => cell(value, fonts.body)) }),
        ),
      ],
    }),
  ];
}
