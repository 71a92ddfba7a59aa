import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { roles } from '../src/platform/access/roles.ts';
import { type AnyLifecycle, actionsOf, requiredFields } from '../src/platform/lifecycle/declare.ts';
import { diagram } from '../src/platform/lifecycle/diagram.ts';

const head = `# Lifecycles

Drawn from the tables in \`src/modules/**/lifecycle.ts\`; \`npx vitest run docs -u\` writes this page anew. How such a table is read:
[src/platform/lifecycle](../src/platform/lifecycle/README.md).
`;

/** One matter: its states as a diagram, and what a diagram does not show. */
function sectionOf(lifecycle: AnyLifecycle): string {
  const actions = new Map(actionsOf(lifecycle));
  const called = (name: string): string => actions.get(name)!.words.en;
  const rows = [...actions.values()].map((action) => {
    const who = action.who.map((role) => roles[role].en).join(', ');
    const notBy = (action.notBy ?? []).map(called).join(', ');
    const needs = requiredFields(action).join(', ');
    return `| ${action.words.en} ${action.words.zh} | ${who} | ${notBy} | ${needs} |`;
  });
  return `
## ${lifecycle.words.en} (${lifecycle.words.zh})

\`${lifecycle.name}\`, version ${lifecycle.version}.

\`\`\`mermaid
${diagram(lifecycle, 'en')}\`\`\`

| action | who | not whoever did | needs |
|---|---|---|---|
${rows.join('\n')}
`;
}

const isLifecycle = (value: unknown): value is AnyLifecycle =>
  typeof value === 'object' && value !== null && 'states' in value && 'actions' in value;

test('the page of lifecycles is drawn from the tables of the modules', async () => {
  const root = fileURLToPath(new URL('../', import.meta.url));
  const files = globSync('src/modules/**/lifecycle.ts', { cwd: root }).sort();
  const loaded = await Promise.all(files.map((file) => import(`../${file}`) as Promise<Record<string, unknown>>));
  const lifecycles = loaded.flatMap((exported) => Object.values(exported).filter(isLifecycle));
  expect(lifecycles.length).toBeGreaterThanOrEqual(files.length);
  const sections = lifecycles.length > 0 ? lifecycles.map(sectionOf).join('') : '\nNo module has one yet.\n';
  await expect(head + sections).toMatchFileSnapshot('./lifecycles.md');
});
