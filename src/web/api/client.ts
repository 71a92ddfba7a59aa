import { currentLanguage, tagOf } from '../locales/language.ts';

interface Details {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** A refusal by the server (RFC 9457): its `message` is worded for the reader, in the reader's language. Status 0: not reached. */
export class Problem extends Error {
  readonly status: number;
  /** What kind of refusal it is, in two or three words. */
  readonly title: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;

  constructor(status: number, details: Details) {
    super(details.detail ?? details.title ?? '');
    this.name = 'Problem';
    this.status = status;
    this.title = details.title ?? '';
    this.code = details.code ?? '';
    this.params = details.params ?? {};
  }
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof Problem && error.status === status;

/** Whether an address leads nowhere: there is no such record, or what stands in its place is no identity at all. */
export const isMissing = (error: unknown): boolean =>
  isStatus(error, 404) || (error instanceof Problem && error.code === 'request.invalid' && faultyPath(error.params));

const faultyPath = ({ fields }: Problem['params']): boolean =>
  Array.isArray(fields) && fields.some((one: { field?: unknown }) => String(one.field).startsWith('params.'));

/** What the server does not give this reader, however often one asks. */
export const isRefusal = (error: unknown): error is Problem => isStatus(error, 403) || isMissing(error);

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  const details: Details = type.includes('json') ? await response.json().catch(() => ({})) : {};
  return new Problem(response.status, details);
}

/** @param credentials `omit` sends no cookie, not even that of somebody who is signed in */
async function send(
  method: string,
  path: string,
  body?: BodyInit,
  type?: string,
  credentials: RequestCredentials = 'same-origin',
): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': tagOf(currentLanguage()) };
  // A page of another site cannot set this header, so the server takes it as proof that the request is meant.
  if (method !== 'GET') headers['x-mingjing'] = '1';
  if (type) headers['content-type'] = type;
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body, credentials });
  } catch {
    throw new Problem(0, {});
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const withJson = async <T>(method: string, path: string, body: unknown): Promise<T> =>
  answer<T>(await send(method, path, JSON.stringify(body ?? {}), 'application/json'));

export const get = async <T>(path: string): Promise<T> => answer<T>(await send('GET', path));
export const post = <T>(path: string, body?: unknown): Promise<T> => withJson<T>('POST', path, body);
export const put = <T>(path: string, body: unknown): Promise<T> => withJson<T>('PUT', path, body);

/** Sends files as multipart form data, each in the field `file`. */
export async function upload<T>(path: string, files: readonly File[]): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return answer<T>(await send('POST', path, form));
}

/** A path with its query; empty values are left out. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined | null>>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

const anonymous = async <T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> =>
  answer<T>(await send(method, path, body, type, 'omit'));

const pieceOf = (bytes: Blob): FormData => {
  const form = new FormData();
  form.append('file', bytes, 'piece');
  return form;
};

/** Requests of somebody who must not be known: without cookies. */
export const anonymously = {
  get: <T>(path: string): Promise<T> => anonymous<T>('GET', path),
  post: <T>(path: string, body: unknown): Promise<T> =>
    anonymous<T>('POST', path, JSON.stringify(body), 'application/json'),
  piece: <T>(path: string, bytes: Blob): Promise<T> => anonymous<T>('POST', path, pieceOf(bytes)),
} as const;

/** Requests of whoever is signed in, for what sends sealed files. */
export const signedIn = {
  get,
  post,
  piece: async <T>(path: string, bytes: Blob): Promise<T> => answer<T>(await send('POST', path, pieceOf(bytes))),
} as const;
