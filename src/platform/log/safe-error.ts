/** What the log keeps of an error. */
interface LoggedError {
  readonly name: string;
  readonly message?: string;
  readonly code?: string;
  readonly at?: string;
  readonly stack: string;
  readonly cause?: LoggedError;
}

/**
 * An error for the log. The database quotes values in its messages ("invalid input syntax for type date: …"), and values are
 * personal data: of its errors only the code, the place and the stack frames stay.
 */
export function safeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' };
  const { code, severity, table, constraint } = error as Error & Partial<Record<string, string>>;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? undefined : safeError(error.cause);
  const fromDatabase = severity !== undefined;
  return {
    name: error.name,
    ...(fromDatabase ? { at: [table, constraint].filter(Boolean).join(' ') } : { message: error.message }),
    code,
    stack: frames.join('\n'),
    cause,
  };
}
