import { roles } from '../access/roles.ts';
import type { Language } from '../words.ts';
import { type Action, type AnyLifecycle, actionsOf } from './declare.ts';

/**
 * The lifecycle as a Mermaid state diagram, drawn from the table, so that a page about it cannot be out of date: one arrow for
 * each action and state it starts from, a loop where it does not move the matter.
 */
export function diagram(lifecycle: AnyLifecycle, language: Language = 'zh'): string {
  const lines = ['stateDiagram-v2'];
  for (const [state, name] of Object.entries<{ zh: string; en: string }>(lifecycle.states))
    lines.push(`  state "${safe(name[language])}" as ${state}`);

  const opening = actionsOf(lifecycle).filter(([, action]) => action.from.length === 0);
  if (opening.length === 0) lines.push(`  [*] --> ${lifecycle.initial}`);
  for (const [, action] of opening) lines.push(`  [*] --> ${lifecycle.initial}: ${label(action, language)}`);

  for (const [, action] of actionsOf(lifecycle))
    for (const from of action.from) lines.push(`  ${from} --> ${action.to ?? from}: ${label(action, language)}`);
  for (const state of lifecycle.final) lines.push(`  ${state} --> [*]`);
  return `${lines.join('\n')}\n`;
}

function label(action: Action, language: Language): string {
  const who = action.who.map((role) => roles[role][language]).join(language === 'zh' ? '、' : ', ');
  return safe(language === 'zh' ? `${action.words.zh}（${who}）` : `${action.words.en} (${who})`);
}

/** Signs that Mermaid would read as its own, in their full-width form. */
const safe = (text: string): string =>
  text.replace(/[:;#"\n]/g, (sign) => ({ ':': '：', ';': '；', '#': '＃', '"': '”', '\n': ' ' })[sign]!);
