import { dayOf } from '../../platform/calendar/day.ts';
import { documentDocx } from '../../platform/documents/docx.ts';
import { documentHtml } from '../../platform/documents/html.ts';
import type { Annex, OfficialDocument, Run } from '../../platform/documents/official-document.ts';
import { words } from '../../platform/words.ts';
import type { CorrectionContent } from './bundle/format.ts';
import type { BulletinText } from './contract.ts';
import { printValue } from './prose.ts';

/** A figure as an export shows it. */
export interface ExportedFigure {
  readonly id: string;
  readonly words: { readonly zh: string; readonly en: string };
  readonly unit: string;
  readonly value: number | string | null;
  readonly base: number | null;
  readonly records: number;
  /** Hex; null for a draft. */
  readonly root: string | null;
}

/** What every export is made of. */
export interface Exported {
  readonly text: BulletinText;
  readonly figures: readonly ExportedFigure[];
  readonly corrections: readonly Pick<CorrectionContent, 'figure' | 'before' | 'after' | 'cause'>[];
  readonly issuer: string;
  readonly demo: boolean;
  /** Address under which a figure opens its records; left out where there is none. */
  linkOf?(figure: string): string;
}

/** The machine-readable bulletin, exactly in the form that the outside relies on. */
export const bulletinJson = (
  { text, figures }: Pick<Exported, 'text' | 'figures'>,
  checkpoint: string | null,
): string =>
  `${JSON.stringify(
    {
      asOf: text.asOf,
      checkpoint,
      figures: figures.map(({ id, value, unit, base, records, root }) => ({ id, value, unit, base, records, root })),
    },
    null,
    2,
  )}\n`;

export const bulletinHtml = (exported: Exported): string => documentHtml(bulletinDocument(exported));
export const bulletinDocx = (exported: Exported): Promise<Buffer> => documentDocx(bulletinDocument(exported));

export const DEMO_MARK = words('演示数据　纯属虚构', 'Demo data, wholly invented');

/** The bulletin as an official document (GB/T 9704): prose with its marks, and every figure in the annex. */
export function bulletinDocument(exported: Exported): OfficialDocument {
  const { text, figures, issuer, demo } = exported;
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    issuer,
    number: null,
    title: text.sequence === null ? text.title : `${text.title}\n（第${text.sequence}次新闻发布会）`,
    recipient: null,
    body: text.sections.flatMap(({ heading, paragraphs }) => [
      { kind: 'heading' as const, level: 1 as const, runs: [heading] },
      ...paragraphs.map(({ runs }) => ({
        kind: 'paragraph' as const,
        runs: runs.map((run): Run => {
          if ('text' in run) return run.text;
          const figure = known.get(run.figure);
          const said = figure ? printValue(figure, run.printed, run.said, 'zh') : '—';
          return { id: run.figure, text: said, link: exported.linkOf?.(run.figure) };
        }),
      })),
    ]),
    annexes: [figureAnnex(text.asOf, figures), ...correctionAnnex(exported, known)],
    signedBy: issuer,
    date: text.asOf,
    ...(demo ? { demoMark: DEMO_MARK.zh } : {}),
  };
}

const figureAnnex = (asOf: string, figures: readonly ExportedFigure[]): Annex => ({
  title: `各项数字一览表（截至${printValue({ value: asOf, unit: 'date' }, 'exact', undefined, 'zh')}）`,
  columns: ['序号', '指标', '数值', '分母', '记录数', '记录集根'],
  rows: figures.map((figure, at) => [
    String(at + 1),
    figure.words.zh,
    printValue(figure, 'exact', undefined, 'zh'),
    figure.base === null ? '—' : String(figure.base),
    String(figure.records),
    // The whole root stands in the json and in the bundle; on paper its beginning tells one set from another.
    figure.root?.slice(0, 12) ?? '—',
  ]),
});

const correctionAnnex = ({ corrections }: Exported, figures: ReadonlyMap<string, ExportedFigure>): Annex[] =>
  corrections.length === 0
    ? []
    : [
        {
          title: '更正',
          columns: ['指标', '原数', '现数', '原因'],
          rows: corrections.map((one) => correctionRow(one, figures)),
        },
      ];

function correctionRow(
  { figure: id, before, after, cause }: Exported['corrections'][number],
  figures: ReadonlyMap<string, ExportedFigure>,
): string[] {
  const figure = figures.get(id);
  const print = (value: ExportedFigure['value']) =>
    printValue({ value, unit: figure?.unit ?? '' }, 'exact', undefined, 'zh');
  return [figure?.words.zh ?? id, print(before), print(after), cause];
}

/** The notice of one correction: old value, new value, cause. */
export function correctionDocument(exported: Exported, correction: CorrectionContent): OfficialDocument {
  const known = new Map(exported.figures.map((figure) => [figure.id, figure]));
  const [name, before, after, cause] = correctionRow(correction, known) as [string, string, string, string];
  const asOf = printValue({ value: correction.asOf, unit: 'date' }, 'exact', undefined, 'zh');
  const { demo, issuer, text } = exported;
  return {
    issuer,
    number: null,
    title: `关于更正《${text.title}》\n有关数字的说明`,
    recipient: null,
    body: [
      {
        kind: 'paragraph',
        runs: [
          `《${text.title}》（截至${asOf}）中，“${name}”原为${before}，现更正为`,
          { id: correction.figure, text: after },
          '。',
        ],
      },
      { kind: 'paragraph', runs: [`更正原因：${cause}`] },
      {
        kind: 'paragraph',
        runs: [`原数仍保留在已冻结的通报中；现数由${correction.records}条记录得出，记录集根为${correction.root}。`],
      },
    ],
    annexes: [],
    signedBy: issuer,
    date: dayOf(new Date(correction.knownAt)),
    ...(demo ? { demoMark: DEMO_MARK.zh } : {}),
  };
}
