import { openDatabase } from '../open.ts';

/**
 * A program of its own that opens a database and waits, for tests that kill it. Arguments: data directory, migrations folder.
 * Says its server's process id.
 */
const [directory, migrations] = process.argv.slice(2) as [string, string];
const database = await openDatabase({ directory, migrations });
process.stdout.write(`${database.server?.pid()}\n`);
