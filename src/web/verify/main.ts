import { z } from 'zod';
import { verifyBundle } from '../../modules/bulletin/bundle/verify.ts';
import { LENIENCY_FORMAT } from '../../modules/conduct/bundle/leniency-format.ts';
import { SELF_REPORT_FORMAT } from '../../modules/conduct/bundle/self-report-format.ts';
import { tellLeniency, tellSelfReport, toldOfOfficers } from '../../modules/conduct/bundle/told.ts';
import { FORMAT as RECHECK } from '../../modules/recheck/bundle/format.ts';
import { verifyRecheck } from '../../modules/recheck/bundle/verify.ts';
import { fillIn, type Language, type Words, words } from '../../platform/words.ts';
import './verify.css';

// The page forbids itself to make code out of text, which zod would otherwise try.
z.config({ jitless: true });

/** The page that checks what people were given to keep, without any server: one file, opened from a disk. */
const said = {
  title: words('明镜 · 离线核验', 'Mingjing · offline check'),
  language: words('English', '中文'),
  intro: words(
    '选择一份核验文件：通报（.mingjing.json）、随机抽查（.mingjing-recheck.json）、自查报告回执（.mingjing-self-report.json）或从宽认定证明（.mingjing-leniency.json）。核验全部在本机进行，不连接网络。',
    'Choose a file: a bulletin (.mingjing.json), a random re-check (.mingjing-recheck.json), the receipt of a self-report (.mingjing-self-report.json) or the proof of a decision on leniency (.mingjing-leniency.json). Everything is checked on this machine; nothing is sent.',
  ),
  drop: words('把文件拖到这里，或选择文件', 'Drop the file here, or choose it'),
  key: words(
    '存证公钥（选填；从别处得到的公钥可防止整份伪造）',
    "The ledger's key (optional; one that you got elsewhere rules out a forgery of the whole)",
  ),
  checking: words('正在核验……', 'Checking…'),
  unreadable: words('文件读不出来', 'The file cannot be read'),
  holds: words('核验通过：没有发现任何改动。', 'It holds: nothing was altered.'),
  fails: words('核验不通过，发现 {count} 处问题：', 'It does not hold; {count} things are wrong:'),
  more: words('另有 {count} 处', '{count} more'),
  demo: words('演示数据，纯属虚构', 'Demo data, wholly invented'),
  facts: {
    title: words('标题', 'Title'),
    asOf: words('截至日期', 'Cut-off date'),
    figures: words('口径', 'Figures'),
    records: words('逐条核验的记录', 'Records checked one by one'),
    corrections: words('更正', 'Corrections'),
    frozenAt: words('冻结时间', 'Frozen at'),
    size: words('检查点条目数', 'Entries under the tree head'),
    verifierKey: words('存证公钥', 'Key of the ledger'),
    number: words('抽查计划编号', 'Number of the re-check plan'),
    plannedAt: words('计划提交时间', 'Plan committed at'),
    plannedHead: words(
      '计划后首个检查点（请与当时公布的比对）',
      'First tree head after the plan (compare with the one published then)',
    ),
    replaced: words('替代的计划及理由', 'Plan replaced, and why'),
    frame: words('抽样框案件数', 'Cases in the frame'),
    toDraw: words('应抽件数', 'Cases to draw'),
    done: words('已复查', 'Checked again'),
    changed: words('改变原结论', 'Answers changed'),
    error: words('差错率及 95% 置信区间', 'Error rate with its 95% interval'),
    ...toldOfOfficers,
  },
} as const;

/** Findings shown one by one; a file that is wholly something else has thousands. */
const SHOWN = 50;

let language: Language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** What either check gives, with its facts as they are listed. */
interface Judged {
  readonly holds: boolean;
  readonly findings: readonly { readonly words: Words }[];
  readonly facts: Readonly<Record<string, unknown>> | null;
}

let last: { readonly text: string; readonly result: Judged } | null = null;

const element = <E extends HTMLElement = HTMLElement>(id: string): E => document.getElementById(id) as E;
const file = element<HTMLInputElement>('file');
const key = element<HTMLInputElement>('key');
const drop = element('drop');

function make(tag: string, text: string, className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = className;
  return made;
}

function show(): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  element('title').textContent = said.title[language];
  element('language').textContent = said.language[language];
  element('intro').textContent = said.intro[language];
  element('drop-text').textContent = said.drop[language];
  element('key-text').textContent = said.key[language];
  if (last) element('result').replaceChildren(...resultOf(last.result));
}

function resultOf({ holds, findings, facts }: Judged): HTMLElement[] {
  const verdict = holds ? said.holds[language] : fillIn(said.fails, language, { count: findings.length });
  const list = document.createElement('ul');
  list.append(...findings.slice(0, SHOWN).map(({ words }) => make('li', words[language])));
  if (findings.length > SHOWN) {
    list.append(make('li', fillIn(said.more, language, { count: findings.length - SHOWN })));
  }
  const details = document.createElement('dl');
  for (const [name, label] of Object.entries(said.facts)) {
    const value = facts?.[name];
    if (value !== undefined && value !== null) details.append(make('dt', label[language]), make('dd', spoken(value)));
  }
  return [
    make('p', verdict, `verdict ${holds ? 'good' : 'bad'}`),
    ...(holds ? [] : [list]),
    ...(facts?.demo ? [make('p', said.demo[language])] : []),
    details,
  ];
}

/** Facts that are words are said in the reader's language. */
const spoken = (value: unknown): string =>
  typeof value === 'object' && value !== null && language in value
    ? String((value as Record<Language, unknown>)[language])
    : String(value);

function judge(text: string): void {
  const expected = key.value.trim() || undefined;
  const [, judgeFile] = judges.find(([format]) => text.includes(`"format":"${format}"`)) ?? [null, judgeBundle];
  last = { text, result: judgeFile(text, expected) };
  show();
}

const judgeBundle = (text: string, expected: string | undefined): Judged => {
  const { facts, ...result } = verifyBundle(text, expected);
  return { ...result, facts: facts && { ...facts } };
};

/** The facts of a re-check in one list: hashes and rates are for comparing, so they stand there in full. */
function judgeRecheck(text: string, expected: string | undefined): Judged {
  const { facts, ...result } = verifyRecheck(text, { key: expected });
  if (!facts) return { ...result, facts: null };
  const { planned, replaces, results } = facts;
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const { error, done, changed } = results;
  return {
    ...result,
    facts: {
      ...facts,
      plannedHead: planned && `${planned.size} · ${planned.root}`,
      replaced: replaces && `${replaces.number}: ${replaces.reason}`,
      done,
      changed,
      error: error && `${percent(error.rate)} (${percent(error.low)} – ${percent(error.high)})`,
    },
  };
}

const judges = [
  [RECHECK, judgeRecheck],
  [LENIENCY_FORMAT, tellLeniency],
  [SELF_REPORT_FORMAT, tellSelfReport],
] as const satisfies readonly (readonly [format: string, judge: (text: string, key?: string) => Judged])[];

async function read(chosen: File | undefined): Promise<void> {
  if (!chosen) return;
  element('result').replaceChildren(make('p', said.checking[language]));
  const text = await chosen.text().catch(() => null);
  if (text === null) {
    element('result').replaceChildren(make('p', said.unreadable[language], 'verdict bad'));
    return;
  }
  // A large bundle keeps the page busy for some seconds: let it say so first.
  setTimeout(() => judge(text), 50);
}

file.addEventListener('change', () => {
  read(file.files?.[0]);
  // The same file may be chosen again after it was altered; without this the browser would see no change, and an old verdict
  // would stand beside new content.
  file.value = '';
});
key.addEventListener('change', () => last && judge(last.text));
element('language').addEventListener('click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  show();
});
for (const [name, over] of [
  ['dragover', true],
  ['dragleave', false],
  ['drop', false],
] as const) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', over);
    if (name === 'drop') read((event as DragEvent).dataTransfer?.files[0]);
  });
}
show();
