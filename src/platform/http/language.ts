import type { Language } from '../words.ts';

/**
 * The language of an answer by Accept-Language (RFC 9110, 12.5.4): of Chinese and English the one with the higher weight;
 * Chinese when neither is asked for.
 */
export function languageOf(header: string | undefined): Language {
  const weights: Record<Language, number> = { zh: 0, en: 0 };
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const tag = range.split('-')[0];
    if (tag !== 'zh' && tag !== 'en') continue;
    const quality = parameters.find((one) => one.startsWith('q='));
    const weight = quality ? Number(quality.slice(2)) : 1;
    if (weight > weights[tag]) weights[tag] = weight;
  }
  return weights.en > weights.zh ? 'en' : 'zh';
}
