import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { load, machine } from './machine.ts';
import { measureCity } from './measures/city.ts';
import { measureImport } from './measures/import.ts';
import { measureLedger } from './measures/ledger.ts';
import { measureRecheck } from './measures/recheck.ts';
import type { Measure } from './place.ts';
import { markdownOf, type Recorded, type Report, ratioOf, reached } from './result.ts';

const measures: Readonly<Record<string, Measure>> = {
  import: measureImport,
  ledger: measureLedger,
  city: measureCity,
  recheck: measureRecheck,
};

const usage = `npm run bench -- [${Object.keys(measures).join('|')}]… [--full] [--scale N] [--table] [--out FILE] | --from FILE… --table`;

/** Runs the measures named, or all, and prints what they found: JSON, or with --table the Markdown of docs/benchmarks.md. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
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
  const before = await machine(tmpdir());
  for (const name of positionals.length > 0 ? positionals : Object.keys(measures)) {
    const say = (text: string): void => console.error(`${name}: ${text}`);
    say(`begins at load ${load()}`);
    await measures[name]!({
      full: values.full,
      scale,
      say,
      found: (result) => {
        results.push({ ...result, ratio: ratioOf(result), reached: reached(result), load: load() });
        say(`${result.what}: ${result.value} ${result.unit}, ratio ${ratioOf(result)?.toFixed(3) ?? '-'}`);
      },
    });
  }
  const report: Report = { machine: before, full: values.full, scale, results };
  const json = `${JSON.stringify(report, null, 2)}\n`;
  if (values.out) await writeFile(values.out, json);
  process.stdout.write(values.table ? markdownOf(report) : values.out ? '' : json);
  return 0;
}

process.exitCode = await main();
