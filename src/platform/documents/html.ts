import { issuerSize, signatureIndents } from './layout.ts';
import {
  type Annex,
  annexMark,
  annexNote,
  numbered,
  type OfficialDocument,
  printable,
  type Run,
  writtenDate,
} from './official-document.ts';

/**
 * The document as one html file: no script, nothing loaded from elsewhere, every text escaped. On paper it takes the measures of
 * GB/T 9704-2012; on a phone it is a readable page. Marks are `<a>` or `<span>` with `data-mark`, the mark's id.
 */
export function documentHtml(document: OfficialDocument): string {
  const { annexes, recipient, signedBy, number, demoMark } = document;
  const date = writtenDate(document.date);
  const indents = signatureIndents(signedBy ?? '', date);
  const notes = annexNote(annexes);
  const signed = (text: string, right: number) => `<p style="margin-right:${right}em">${escaped(text)}</p>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(document.title.replaceAll('\n', ''))}</title>
<style>${styles}${demoMark ? pageHead(demoMark) : ''}</style>
</head>
<body>
${demoMark ? `<p class="demo">${escaped(demoMark)}</p>\n` : ''}<article>
<header>
<p class="issuer" style="font-size:${issuerFont(document.issuer)}">${escaped(document.issuer)}</p>
<p class="number">${escaped(number ?? '')}</p>
</header>
<h1>${document.title.split('\n').map(escaped).join('<br>')}</h1>
${recipient ? `<p class="flush">${escaped(recipient)}：</p>\n` : ''}${numbered(document.body).map(block).join('\n')}
${notes.length > 0 ? `<div class="notes"><span>附件：</span><span>${notes.map(escaped).join('<br>')}</span></div>\n` : ''}<div class="signed">
${signedBy ? `${signed(signedBy, indents.signature)}\n` : ''}${signed(date, indents.date)}
</div>
${annexes.map((annex, i) => annexHtml(annex, annexMark(annexes, i))).join('\n')}
</article>
</body>
</html>
`;
}

function block({ level, number, runs }: ReturnType<typeof numbered>[number]): string {
  const content = escaped(number) + runs.map(run).join('');
  // The title is the h1, so the first level is an h2.
  return level === null ? `<p>${content}</p>` : `<h${level + 1}>${content}</h${level + 1}>`;
}

function run(value: Run): string {
  if (typeof value === 'string') return escaped(value);
  const id = ` data-mark="${escaped(value.id)}"`;
  // A path, a fragment or http(s); `//host` would leave the site and `javascript:` would run.
  return value.link && /^(https?:\/\/|\/(?![/\\])|#)/.test(value.link)
    ? `<a${id} href="${escaped(value.link)}">${escaped(value.text)}</a>`
    : `<span${id}>${escaped(value.text)}</span>`;
}

const row = (cells: readonly string[], tag: 'th' | 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}${tag === 'th' ? ' scope="col"' : ''}>${escaped(cell)}</${tag}>`).join('')}</tr>`;

const annexHtml = ({ title, columns, rows }: Annex, mark: string): string => `<section class="annex">
<p class="mark">${mark}</p>
<h2 class="title">${title.split('\n').map(escaped).join('<br>')}</h2>
<div class="wide"><table>
<thead>${row(columns, 'th')}</thead>
<tbody>
${rows.map((cells) => row(cells, 'td')).join('\n')}
</tbody>
</table></div>
</section>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in a page or in one of its quoted attributes. */
export const escaped = (text: string): string => printable(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);

/** The issuer on one line: its size on paper, less on a screen too narrow for that. */
const issuerFont = (issuer: string): string =>
  `min(${issuerSize(issuer) / 2}pt,calc((100vw - 3rem)/${Math.max(Array.from(issuer).length, 1)}))`;

/** The demo mark at the head of every printed page. Every character as a CSS escape: no text can end the string. */
const pageHead = (text: string): string =>
  `@page{@top-center{content:"${Array.from(printable(text), (character) => `\\${character.codePointAt(0)!.toString(16)} `).join('')}";font:9pt ${HEI};color:#888}}`;

const SONG = "'方正小标宋简体','FZXiaoBiaoSong-B05S','Noto Serif CJK SC','Songti SC',SimSun,serif";
const FANG = "'仿宋_GB2312',FangSong_GB2312,FangSong,STFangsong,'Noto Serif CJK SC',serif";
const HEI = "'黑体',SimHei,'Noto Sans CJK SC','Heiti SC',sans-serif";
const KAI = "'楷体_GB2312',KaiTi_GB2312,KaiTi,STKaiti,'Noto Serif CJK SC',serif";

const styles = `
@page{size:A4;margin:37mm 26mm 35mm 28mm;@bottom-right{content:"— " counter(page) " —";font:14pt SimSun,serif}}
@page:left{@bottom-right{content:none}@bottom-left{content:"— " counter(page) " —";font:14pt SimSun,serif}}
body{margin:0;background:#fff;color:#000;font:16pt/1.81 ${FANG}}
article{max-width:156mm;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
p,h2,h3,h4,h5{margin:0;text-indent:2em;font-size:1em;font-weight:normal;text-align:justify}
h2,h3,h4,h5{break-after:avoid}h2{font-family:${HEI}}h3{font-family:${KAI}}
h1{margin:2em 0 1em;font:22pt/1.5 ${SONG};text-align:center;text-wrap:balance}
header p{text-indent:0;text-align:center}
.issuer{margin:1em 0;color:#f00;font-family:${SONG};line-height:1.3}
.number{border-bottom:1.5pt solid #f00;padding-bottom:4mm}
.flush,.mark,.demo{text-indent:0}
.notes{display:flex;margin:1.8em 0 0 2em}
.signed{margin-top:3.6em;break-inside:avoid}.signed p{text-align:right;text-indent:0}
.annex{break-before:page;margin-top:3em}.mark{font-family:${HEI}}
.annex .title{margin:1em 0;font:22pt/1.5 ${SONG};text-align:center;text-indent:0}
.wide{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:12pt;line-height:1.5}
th,td{border:.5pt solid #000;padding:2pt 4pt;text-align:center}
th{font-family:${HEI};font-weight:normal}thead{display:table-header-group}tr{break-inside:avoid}
a{color:inherit}
.demo{padding:.3em;background:#eee;color:#555;font:9pt ${HEI};text-align:center}
@media screen and (max-width:600px){body{font-size:1.05rem}h1{font-size:1.5rem}.annex .title{font-size:1.3rem}}
@media print{article{max-width:none;padding:0}.annex{margin-top:0}.issuer{margin-top:35mm}.demo{display:none}}
`;
