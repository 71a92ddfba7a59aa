import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Language } from '../words.ts';

const wording = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** Where a value stands, as a person writes it: `body.rows[3].name`. */
const placeOf = (part: string, path: readonly PropertyKey[]): string =>
  path.reduce<string>((place, key) => (typeof key === 'number' ? `${place}[${key}]` : `${place}.${String(key)}`), part);

/**
 * Reads one part of a request by its schema, with faults in the reader's language.
 * @param part `query`, `params` or `body`: it leads the name of every field at fault
 * @throws AppError `request.invalid` with `detail` in words and `fields` as `{ field, message }`
 */
export function validate(schema: z.ZodType | undefined, value: unknown, part: string, language: Language): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: wording[language] });
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => ({ field: placeOf(part, path), message }));
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join(language === 'zh' ? '；' : '; ');
  throw new AppError('request.invalid', { detail, fields });
}
