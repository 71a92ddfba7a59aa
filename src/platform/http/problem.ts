import { z } from 'zod';
import { AppError, type ErrorCode, errors } from '../errors.ts';
import { type Language, type Words, words } from '../words.ts';
import { Plain } from './reply.ts';
import { defineRoute } from './route.ts';

/** Problem details (RFC 9457), with the code of the catalogue and its params as extension members. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()),
});
export type Problem = z.infer<typeof problem>;

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const titles: Readonly<Record<number, Words>> = {
  400: words('请求无效', 'Bad request'),
  401: words('未登录', 'Not signed in'),
  403: words('不允许', 'Not allowed'),
  404: words('未找到', 'Not found'),
  409: words('发生冲突', 'Conflict'),
  413: words('内容过大', 'Too large'),
  415: words('类型不支持', 'Unsupported type'),
  422: words('内容无法处理', 'Cannot be processed'),
  429: words('请求过多', 'Too many requests'),
  500: words('内部错误', 'Internal error'),
  503: words('暂不可用', 'Unavailable'),
  507: words('空间不足', 'Out of space'),
};

/** The one place where an error becomes an answer. */
export function problemOf(error: AppError, language: Language): Problem {
  return {
    type: `/api/problems/${error.code}`,
    title: (titles[error.status] ?? titles[500]!)[language],
    status: error.status,
    detail: error.in(language),
    code: error.code,
    params: sayable(error.params, language),
  };
}

/** Params as JSON; phrases in the reader's language. */
function sayable(params: Readonly<Record<string, unknown>>, language: Language): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, isWords(value) ? value[language] : value]),
  );
}

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** What the framework and its plugins call the faults of a request. */
const known: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'request.tooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request.mediaType',
  FST_REQ_FILE_TOO_LARGE: 'request.tooLarge',
  FST_PARTS_LIMIT: 'upload.tooMany',
  FST_FILES_LIMIT: 'upload.tooMany',
  FST_FIELDS_LIMIT: 'upload.tooMany',
};

/**
 * Any error as one of the catalogue. What is not known is `internal` with the request's id, under which the log holds it: its
 * message is never sent.
 */
export function asAppError(error: unknown, id: string): AppError {
  if (error instanceof AppError) return error;
  const { code = '', statusCode = 500 } = error as { code?: string; statusCode?: number };
  const found = known[code];
  if (found) return new AppError(found, { expected: 'application/json' }, { cause: error });
  if (statusCode >= 400 && statusCode < 500) {
    if (statusCode === 404) return new AppError('route.missing', {}, { cause: error });
    // The framework's words for a broken request ("Body is not valid JSON but …") quote nothing of its content.
    const detail = error instanceof SyntaxError ? 'JSON' : (error as Error).message;
    return new AppError('request.invalid', { detail, fields: [] }, { cause: error });
  }
  return new AppError('internal', { id }, { cause: error });
}

/** The catalogue behind the `type` of every problem, so that following it explains it. */
export const problemRoute = defineRoute({
  method: 'GET',
  path: '/api/problems/:code',
  words: words('错误说明', 'What an error means'),
  permission: 'public',
  params: z.object({ code: z.string().max(80) }),
  async handle(_ctx, { params }) {
    if (!Object.hasOwn(errors, params.code)) throw new AppError('route.missing');
    const { status, text } = errors[params.code as ErrorCode];
    return new Plain('application/json; charset=utf-8', JSON.stringify({ code: params.code, status, text }));
  },
});
