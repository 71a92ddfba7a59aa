/** The two languages of the house. Chinese is the source, English the translation; both are always there. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/** Both languages of one phrase: `words('干警', 'Officer')`. */
export const words = (zh: string, en: string): Words => ({ zh, en });

/** Fills `{name}` places of a phrase. A place without a value stays visible, so that a forgotten parameter is seen. */
export function fill(text: string, params: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in params ? String(params[name]) : place));
}

/** A phrase in one language, filled; params that are phrases themselves (the words of a state) are taken in that language. */
export function fillIn(phrase: Words, language: Language, params: Readonly<Record<string, unknown>>): string {
  const spoken = Object.entries(params).map(([name, value]) => [name, isWords(value) ? value[language] : value]);
  return fill(phrase[language], Object.fromEntries(spoken));
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
