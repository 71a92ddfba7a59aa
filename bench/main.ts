import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { load, machine } from './machine.ts';
import { measureCity } from './measures/city.ts';
import { measureDesks } from './measures/desks.ts';
import { measureFiles } from './measures/files.ts';
import { measureImport } from './measures/import.ts';
import { measureLedger } from './measures/ledger.ts';
import { measureRecheck } from './measures/recheck.ts';
import { measureReports } from './measures/reports.ts';
import type { Measure } from './place.ts';
import { markdownOf, type Recorded, type Report, type Result, ratioOf, reached } from './result.ts';

const measures: Readonly<Record<string, Measure>> = {
  import: measureImport,
  ledger: measureLedger,
  city: measureCity,
  files: measureFiles,
  recheck: measureRecheck,
  reports: measureReports,
  desks: measureDesks,
};

const usage = `npm run bench -- [${Object.keys(measures).join('|')}]… [--full] [--scale N] [--files DIR] [--table] [--out FILE] | --from FILE… --table`;

/** Where the public files lie unless somebody says otherwise: beside the checkout. */
const beside = fileURLToPath(new URL('../../shared/data', import.meta.url));

/** Runs the measures named, or all, and prints what they found: JSON, or with --table the Markdown of docs/benchmarks.md. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      files: { type: 'string', default: beside },
      table: { type: 'boolean', default: false },
      out: { type: 'string' },
      from: { type: 'string', multiple: true },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !(name in measures));
  const scale = Number(values.scale);
  if (values.help || unknown.length > 0 || !(scale > 0)) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  if (values.from) {
    for (const path of values.from) console.log(markdownOf(JSON.parse(await readFile(path, 'utf8')) as Report));
    return 0;
  }
  const results: Recorded[] = [];
  const skipped: string[] = [];
  const before = await machine(tmpdir());
  const report: Report = { machine: before, full: values.full, scale, results, skipped };
  // After each result: what was found is kept, whatever ends the run.
  const save = (): void => {
    if (values.out) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
  };
  let failed = false;
  for (const name of positionals.length > 0 ? positionals : Object.keys(measures)) {
    const say = (text: string): void => console.error(`${name}: ${text}`);
    const skip = (what: string): void => {
      skipped.push(what);
      save();
      say(`not measured: ${what}`);
    };
    say(`begins at load ${load()}`);
    const found = (result: Result): void => {
      results.push({ ...result, ratio: ratioOf(result), reached: reached(result), load: load() });
      save();
      say(`${result.what}: ${result.value} ${result.unit}, ratio ${ratioOf(result)?.toFixed(3) ?? '-'}`);
    };
    try {
      await measures[name]!({ full: values.full, scale, files: values.files, say, skipped: skip, found });
    } catch (error) {
      failed = true;
      skip(`the rest of ${name}, because of an error: ${error}`);
    }
  }
  if (values.table) process.stdout.write(markdownOf(report));
  else if (!values.out) console.log(JSON.stringify(report, null, 2));
  return failed ? 1 : 0;
}

process.exitCode = await main();
