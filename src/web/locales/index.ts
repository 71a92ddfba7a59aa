import type { Language, Words } from '../../platform/words.ts';
import { en } from './en.ts';
import { useLanguage } from './language.ts';
import { type Texts, zh } from './zh-CN.ts';

const texts: Readonly<Record<Language, Texts>> = { zh, en };

export interface Speech {
  readonly language: Language;
  /** The texts of the pages. */
  readonly t: Texts;
  /** Words of a declaration, in the reader's language. */
  readonly say: (words: Words) => string;
}

/** The reader's language and everything that depends on it. */
export function useSpeech(): Speech {
  const language = useLanguage();
  return { language, t: texts[language], say: (words) => words[language] };
}
