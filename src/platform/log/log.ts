import pino, { type DestinationStream, type Logger } from 'pino';
import { safeError } from './safe-error.ts';

export type Log = Logger;
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * The program's log: one JSON line an event, without personal data. Whoever logs names ids and counts, never content; what
 * slips through by these names is struck out.
 * @param destination where lines go; standard output if left out
 */
export function openLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: safeError },
      redact: {
        paths: ['password', 'current', 'next', 'code', 'cookie', 'authorization', 'body', 'headers', 'query', 'url'],
        censor: '…',
      },
    },
    destination,
  );
}
