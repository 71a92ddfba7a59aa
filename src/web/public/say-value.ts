import type { Language } from '../../platform/words.ts';
import type { PublicFigure } from '../api/public.ts';
import { formatFigure } from '../kit/format-values.ts';

/** A value of a figure with its unit, on one line. */
export function sayValue(
  { unit }: Pick<PublicFigure, 'unit'>,
  value: PublicFigure['value'],
  language: Language,
): string {
  const said = formatFigure(value, unit, language);
  return said.unit === '' ? said.value : language === 'zh' ? `${said.value}${said.unit}` : `${said.value} ${said.unit}`;
}
