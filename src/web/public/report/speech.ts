import type { Language } from '../../../platform/words.ts';
import { useLanguage } from '../../locales/language.ts';
import { reportEn, reportZh } from '../../locales/rooms/report.ts';
import type { Shape } from '../../locales/shape.ts';

type ReportTexts = Shape<typeof reportZh>;

const texts: Readonly<Record<Language, ReportTexts>> = { zh: reportZh, en: reportEn };

/** The texts of the reporter's pages. */
export function useReportTexts(): { readonly language: Language; readonly r: ReportTexts } {
  const language = useLanguage();
  return { language, r: texts[language] };
}
