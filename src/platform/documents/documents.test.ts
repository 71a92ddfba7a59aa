import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { documentDocx } from './docx.ts';
import { documentHtml } from './html.ts';
import { freeFonts, issuerSize, line, page, signatureIndents } from './layout.ts';
import { type Block, chineseNumber, numbered, type OfficialDocument, writtenDate } from './official-document.ts';
import { sample } from './sample-document.ts';

const parts = async (document: OfficialDocument, fonts = freeFonts): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await documentDocx(document, fonts))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
const plain = (xml: string) => xml.replace(/<[^>]+>/g, '');
const paragraphs = (xml: string) => xml.match(/<w:p\/>|<w:p>.*?<\/w:p>/gs) ?? [];
const withBody = (...body: Block[]): OfficialDocument => ({ ...sample, body });

describe('the document as data', () => {
  test('headings are counted by level, each anew under the one above', () => {
    const levels = [1, 2, 2, 3, 4, 4, 3, 1, 2] as const;
    const blocks = numbered(levels.map((level) => ({ kind: 'heading', level, runs: [] })));
    expect(blocks.map(({ number }) => number)).toEqual([
      '一、',
      '（一）',
      '（二）',
      '1.',
      '（1）',
      '（2）',
      '2.',
      '二、',
      '（一）',
    ]);
  });

  test('Chinese numbers and dates', () => {
    expect([1, 9, 10, 12, 20, 21, 99].map(chineseNumber)).toEqual([
      '一',
      '九',
      '十',
      '十二',
      '二十',
      '二十一',
      '九十九',
    ]);
    expect(writtenDate('2021-06-02')).toBe('2021年6月2日');
  });

  test('the signature is centred over the date, or the date under the signature', () => {
    expect(signatureIndents('四字机关', '2021年6月2日')).toEqual({ signature: 5, date: 4 });
    const long = signatureIndents('明镜市教育整顿领导小组办公室', '2021年6月2日');
    expect(long).toEqual({ signature: 2, date: 6 });
  });
});

describe('layout', () => {
  test('the type area is 156 × 225 mm and holds 22 lines of 28 characters', () => {
    const millimetres = (twips: number) => (twips * 25.4) / 1440;
    expect(millimetres(page.width - page.left - page.right)).toBeCloseTo(156, 1);
    expect(millimetres(page.height - page.top - page.bottom)).toBeCloseTo(225, 1);
    expect(Math.floor((page.height - page.top - page.bottom) / line)).toBe(22);
    expect(line / 20).toBeGreaterThanOrEqual(28.95);
  });

  test('the issuer fits one line', () => {
    for (const length of [1, 8, 14, 20]) {
      const width = (issuerSize('镜'.repeat(length)) / 2) * length;
      expect(width).toBeLessThanOrEqual((page.width - page.left - page.right) / 20);
    }
  });
});

describe('docx', () => {
  test('page, margins, grid and even pages', async () => {
    const files = await parts(sample);
    const section = /<w:sectPr>.*<\/w:sectPr>/s.exec(files['word/document.xml']!)![0];
    expect(section).toContain('w:w="11906" w:h="16838"');
    expect(section).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>');
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
    const styles = files['word/styles.xml']!;
    expect(styles).toContain('<w:spacing w:val="-5"/>');
    expect(styles).toContain('<w:sz w:val="32"/>');
    expect(styles).toContain('w:line="579" w:lineRule="exact"');
  });

  test('the page number stands between dashes, odd pages right, even pages left, one character in', async () => {
    const files = await parts(sample);
    const footers = Object.keys(files).filter((name) => /^word\/footer\d+\.xml$/.test(name));
    const alignment = footers.map((name) => [
      /<w:jc w:val="(\w+)"/.exec(files[name]!)?.[1],
      /<w:ind ([^/]*)\/>/.exec(files[name]!)?.[1],
      plain(files[name]!).replace('PAGE', 'n'),
    ]);
    expect(alignment).toEqual([
      ['right', 'w:right="316"', '— n —'],
      ['left', 'w:left="316"', '— n —'],
    ]);
  });

  test('the red head', async () => {
    const [issuer, , , number] = paragraphs((await parts(sample))['word/document.xml']!);
    expect(plain(issuer!)).toBe(sample.issuer);
    expect(issuer).toContain('<w:color w:val="FF0000"/>');
    expect(issuer).toContain('w:before="1984"');
    expect(plain(number!)).toBe('明教整办〔2021〕5号');
    expect(number).toMatch(/<w:bottom w:val="single" w:color="FF0000" w:sz="12" w:space="11"\/>/);
  });

  test('the body in order, with the fonts of each level', async () => {
    const xml = (await parts(sample, undefined))['word/document.xml']!;
    const texts = paragraphs(xml).map(plain);
    expect(texts.slice(6, 12)).toEqual([
      '明镜市教育整顿领导小组办公室',
      '关于第一阶段工作情况的通报',
      '',
      '各区县教育整顿办，市直各政法单位：',
      '现将第一阶段工作情况通报如下。',
      '一、学习教育扎实推进',
    ]);
    expect(texts).toContain('附件：1. 各单位学习教育情况表');
    expect(texts).toContain('2021年6月2日');

    const official = strFromU8(unzipSync(await documentDocx(sample))['word/document.xml']!);
    const fontOf = (start: string) =>
      /w:eastAsia="([^"]+)"/.exec(paragraphs(official).find((paragraph) => plain(paragraph).startsWith(start))!)![1];
    expect(['一、', '（一）', '1.', '（1）', '关于'].map(fontOf)).toEqual([
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '仿宋_GB2312',
      '方正小标宋简体',
    ]);
  });

  test('annexes begin on a page of their own, and a table repeats its head', async () => {
    const xml = (await parts(sample))['word/document.xml']!;
    expect(xml.match(/<w:pageBreakBefore\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:tr>/g)).toHaveLength(43);
  });

  test('only absolute web addresses are linked', async () => {
    const run = (link: string) => ({ id: 'x', text: 'x', link });
    const links = async (...targets: string[]) => {
      const files = await parts(withBody({ kind: 'paragraph', runs: targets.map(run) }));
      return (files['word/_rels/document.xml.rels']!.match(/Target="[^"]*" TargetMode="External"/g) ?? []).length;
    };
    expect(await links('https://example.org/a?b=1&c=2')).toBe(1);
    expect(await links('javascript:alert(1)', '#a', '/a', 'file:///etc/passwd')).toBe(0);
  });

  test('substituted fonts are recorded, the official ones need no record', async () => {
    expect((await parts(sample))['docProps/custom.xml']).toContain('仿宋_GB2312 → Noto Serif CJK SC');
    const official = Object.keys(unzipSync(await documentDocx(sample)));
    expect(official).toContain('word/document.xml');
    const custom = unzipSync(await documentDocx(sample))['docProps/custom.xml'];
    expect(custom ? strFromU8(custom) : '').not.toContain('→');
  });

  test('control characters and broken surrogates do not spoil the file', async () => {
    const dirty = 'a\u0000b\u000Bc\uD800d<&>';
    const xml = (await parts(withBody({ kind: 'paragraph', runs: [dirty] })))['word/document.xml']!;
    expect(xml).toContain('abc\uFFFDd&lt;&amp;&gt;');
  });
});

describe('html', () => {
  const html = documentHtml(sample);

  test('nothing runs and nothing is loaded', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|url\(/i);
    expect(html).toContain("default-src 'none'");
  });

  test('every text is escaped, wherever it stands', () => {
    const evil = `"><script>alert('1')</script>&`;
    const everywhere = documentHtml({
      issuer: evil,
      number: evil,
      title: evil,
      recipient: evil,
      body: [
        { kind: 'heading', level: 1, runs: [evil] },
        { kind: 'paragraph', runs: [evil, { id: evil, text: evil, link: `https://example.org/${evil}` }] },
      ],
      annexes: [{ title: evil, columns: [evil], rows: [[evil]] }],
      signedBy: evil,
      date: '2021-06-02',
      demoMark: `${evil}</style>`,
    });
    expect(everywhere).not.toContain('<script');
    expect(everywhere.match(/<\/style>/g)).toHaveLength(1);
    // title element, issuer, number, h1, recipient, heading, run, mark id, href and text, annex note, signature, annex title, th, td, mark
    expect(everywhere.match(/&quot;&gt;&lt;script&gt;alert\(&#39;1&#39;\)&lt;\/script&gt;&amp;/g)!.length).toBe(16);
  });

  test('marks keep their id; a link is a path, a fragment or a web address, or it is none', () => {
    expect(html).toContain(
      '<a data-mark="education.sessions" href="https://example.org/figures/education.sessions">1286</a>',
    );
    expect(html).toContain('<a data-mark="education.persons" href="#education.persons">19000余</a>');
    const linked = (link?: string) =>
      documentHtml(withBody({ kind: 'paragraph', runs: [{ id: 'x', text: 'x', link }] })).includes('<a ');
    expect(['/a', '#a', 'http://example.org'].map(linked)).toEqual([true, true, true]);
    expect(
      ['javascript:alert(1)', '//example.org', '/\\example.org', 'data:text/html,x', undefined].map(linked),
    ).toEqual(Array(5).fill(false));
  });

  test('the same numbers as the docx', () => {
    expect(html).toContain('<h2>一、学习教育扎实推进</h2>');
    expect(html).toContain('<h3>（二）警示教育</h3>');
    expect(html).toContain('<h4>1.观看警示教育片。</h4>');
    expect(html).toContain('<h5>（1）分批组织。</h5>');
    expect(html).toContain('<p class="mark">附件2</p>');
    expect(html.match(/<tr>/g)).toHaveLength(43);
  });
});
