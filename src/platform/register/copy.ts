import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { id } from './tables.ts';

/**
 * Encodes rows for COPY, so that this is done while the database still writes other ones.
 * @param table a table of the schema `module.register`, already quoted where it must be
 * @param names the columns that each row fills, in its order
 * @returns what copies the rows into a table of the transaction's own with the columns of the given one, empty before and gone
 *   after, and gives that table's name
 */
export function copyRows(
  table: string,
  names: readonly string[],
  rows: readonly (readonly unknown[])[],
): (client: PoolClient) => Promise<string> {
  const bytes = Buffer.from(rows.map(copyLine).join(''));
  const name = `incoming_${table.replace('.', '_')}`;
  return async (client) => {
    await client.query(
      `create temp table if not exists ${name} (like ${table}) on commit drop; truncate pg_temp.${name}`,
    );
    const stream = client.query(copyFrom(`copy pg_temp.${name} (${names.map(id).join(', ')}) from stdin`));
    await new Promise<void>((resolve, reject) => {
      stream.once('finish', resolve).once('error', reject);
      stream.end(bytes);
    });
    return `pg_temp.${name}`;
  };
}

/** One row in COPY's text format. Joined in one go: text that grows value by value is copied again and again. */
const copyLine = (row: readonly unknown[]): string => `${row.map(copyText).join('\t')}\n`;

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
function copyText(value: unknown): string {
  if (value === null) return '\\N';
  if (typeof value === 'string')
    return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!) : value;
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return String(value);
}
