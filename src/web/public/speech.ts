import type { Language, Words } from '../../platform/words.ts';
import { useLanguage } from '../locales/language.ts';
import { publicEn, publicZh } from '../locales/rooms/public.ts';
import type { Shape } from '../locales/shape.ts';

type PublicTexts = Shape<typeof publicZh>;

const texts: Readonly<Record<Language, PublicTexts>> = { zh: publicZh, en: publicEn };

/** The reader's language, the texts of the public site in it, and the words of declarations. */
export function useSpeech(): {
  readonly language: Language;
  readonly t: PublicTexts;
  readonly say: (words: Words) => string;
} {
  const language = useLanguage();
  return { language, t: texts[language], say: (words) => words[language] };
}
