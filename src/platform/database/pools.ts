import pg from 'pg';

// A day stays a day, and counts fit a JavaScript number: one that would not stays text (house, section 5).
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
});

/** Milliseconds to wait for a connection, free or new, before the database counts as away. */
const CONNECT = 10_000;

/** A pool whose idle connections may break: the next one is opened anew, so the program survives its database going away. */
export function poolOf(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: CONNECT,
    keepAlive: true,
    application_name: 'mingjing',
    // Days are days in the programme's own zone, on a server elsewhere too.
    options: '-c timezone=Asia/Shanghai',
  });
  pool.on('error', () => undefined);
  return pool;
}

/** Runs one piece of work on a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // The failure reaches the caller through the statement it breaks.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The connection string with another role, wherever the given one names its own. */
export function urlAs(url: string, role: string, password: string): string {
  const target = new URL(url);
  // Without a host, as in `postgresql:///name?host=/run/postgresql`, a URL has no place for a user and would keep its own.
  if (!target.hostname) target.hostname = 'localhost';
  for (const name of ['user', 'password']) target.searchParams.delete(name);
  target.username = role;
  target.password = password;
  return target.href;
}

/** The connection string to another database of the server. */
export function urlTo(url: string, database: string): string {
  const target = new URL(url);
  target.searchParams.delete('database');
  target.pathname = `/${database}`;
  return target.href;
}
