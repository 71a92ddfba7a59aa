import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../src/commands/index.ts';
import { modules } from '../src/modules/index.ts';
import { roles } from '../src/platform/access/roles.ts';
import { settings } from '../src/platform/config.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = globSync(['*.md', '{docs,src,demo,bench,e2e}/**/*.md'], { cwd: root }).sort();

/** Links of a page with their texts, those in code left out. */
const linksOf = (page: string): { text: string; target: string }[] =>
  [
    ...read(page)
      .replace(/```[\s\S]*?```|`[^`\n]*`/g, '')
      .matchAll(/\[([^\]]*)\]\(([^)\s]+)\)/g),
  ].map(([, text, target]) => ({ text: text!, target: target! }));

/** The anchor a heading gets on the usual hosts of Markdown. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

test('there are pages to check', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/architecture.md', 'src/platform/ledger/README.md']));
});

test.each(pages)('every relative link of %s leads to a file, and its anchor to a heading', (page) => {
  const broken = linksOf(page).filter(({ target }) => {
    if (/^[a-z]+:/.test(target)) return false;
    const [path = '', anchor] = target.split('#');
    const there = path === '' ? page : join(dirname(page), decodeURIComponent(path));
    return !existsSync(join(root, there)) || (anchor !== undefined && !anchorsOf(there).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test('every test that a page names is in the file it names', () => {
  const named = pages.flatMap((page) =>
    linksOf(page)
      .filter(({ target }) => target.endsWith('.test.ts'))
      .map(({ text, target }) => ({ text, path: join(dirname(page), target) })),
  );
  const titled = named.filter(({ text, path }) => !path.endsWith(`/${text}`));
  expect(titled.length).toBeGreaterThan(20);
  expect(titled.filter(({ text, path }) => !read(path).includes(text))).toEqual([]);
});

test('every row of the attacks names a defence in the code and a test by its title', () => {
  const rows = [...read('docs/attacks.md').matchAll(/^\| (?!what must|limit \||---)(.+) \|$/gm)].map(([, row]) =>
    row!.split(' | '),
  );
  expect(rows.length).toBeGreaterThan(40);
  const isTest = (cell: string): boolean => /\.test\.ts\)$/.test(cell);
  const wanting = rows.filter(
    (cells) => !isTest(cells.at(-1)!) || (cells.length === 3 && (!/\]\(\.\.\//.test(cells[1]!) || isTest(cells[1]!))),
  );
  expect(wanting).toEqual([]);
});

test('the table of settings is that of the program', () => {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(properties).map(([name, schema]) => {
    const { default: preset, description } = schema as { default?: unknown; description?: string };
    const shown = preset === undefined || String(preset) === '' ? '' : `\`${preset}\``;
    return `| \`${name}\` | ${shown} | ${description} |`;
  });
  const table = ['| setting | default | meaning |', '|---|---|---|', ...rows].join('\n');
  expect(read('docs/operations.md')).toContain(`${table}\n\n`);
});

test('the table of commands is that of the program', () => {
  const [, section = ''] = /^## Commands$([\s\S]*?)^## /m.exec(read('docs/operations.md')) ?? [];
  const documented = [...section.matchAll(/^\| `((?:[^`])+)` \|/gm)].map(([, usage]) => usage!.replaceAll('\\|', '|'));
  expect(documented.toSorted()).toEqual(commands.map(({ usage }) => usage).toSorted());
});

test('roles, modules and registers stand in the glossary under their own words', () => {
  const glossary = read('docs/glossary.md');
  const rows = [
    ...Object.entries(roles).map(([code, { zh, en }]) => `| ${en} \`${code}\` | ${zh} |`),
    ...modules.flatMap(({ words, registers }) => [
      `### ${words.en} (${words.zh})`,
      ...registers.map((one) => `| ${one.words.en} | ${one.words.zh} | ${one.record.en} (${one.record.zh}) |`),
    ]),
  ];
  expect(rows.filter((row) => !glossary.includes(`${row}\n`))).toEqual([]);
});

test.each(modules.map(({ name }) => name))('the page of %s names each of its registers', (name) => {
  const page = read(`src/modules/${name}/README.md`);
  const { registers } = modules.find((one) => one.name === name)!;
  const missing = registers.filter((one) => !page.includes(one.name.slice(name.length + 1)));
  expect(missing.map((one) => one.name)).toEqual([]);
});
