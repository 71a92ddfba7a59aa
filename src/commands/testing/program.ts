import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Cell } from '../../platform/sheets/cells.ts';
import { writeXlsx } from '../../platform/sheets/xlsx/write.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The program as a process of its own, with its lines as they come. */
export interface Begun {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line that fits; fails when the program ends without one. */
  line(pattern: RegExp): Promise<string>;
}

/** Begins `mingjing …` in English, told nothing of the surroundings that could lead it to another installation. */
export function begin(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Begun {
  const { DATABASE_URL: _url, MINGJING_DATA: _data, LC_MESSAGES: _messages, ...rest } = process.env;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts', ...args], {
    cwd: root,
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/mingjing'), ...rest, LC_ALL: 'C.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const heard = new Set<() => void>();
  let err = '';
  child.stderr!.on('data', (chunk) => {
    err += chunk;
  });
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    for (const hear of heard) hear();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve({ code, out: lines.join('\n'), err }));
  });
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const hear = (): void => {
        const found = lines.find((one) => pattern.test(one));
        if (found !== undefined) resolve(found);
      };
      heard.add(hear);
      hear();
      ended.then(({ out }) => reject(new Error(`ended without ${pattern}: ${out}\n${err}`)), reject);
    });
  return { child, ended, line };
}

/** Runs `mingjing …` to its end. */
export const mingjing = (args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Ended> =>
  begin(args, environment).ended;

/** A folder that the server's own account may pass; removed by the returned function. */
export async function testFolder(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mingjing-commands-'));
  await chmod(folder, 0o711);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

const unitHeader = ['单位编码', '单位名称', '单位简称', '系统', '层级', '行政区划代码', '上级单位', '是否参加教育整顿'];
const activityHeader = ['活动编号', '活动类型', '活动名称', '日期', '地点', '牵头单位', '人数'];

/** Writes a workbook of invented units; each by its code and name. */
export const unitsWorkbook = (path: string, units: readonly (readonly [code: string, name: string])[]): Promise<void> =>
  workbook(
    path,
    '单位',
    unitHeader,
    units.map(([code, name]) => [code, name, name, '公安', '市级', '990100', null, '是']),
  );

/** Writes a workbook of invented activities of the unit C01. */
export const activitiesWorkbook = (path: string, count: number, prefix = 'A'): Promise<void> =>
  workbook(
    path,
    '活动台账',
    activityHeader,
    Array.from({ length: count }, (_, at) => {
      const day = `2021-03-${String((at % 28) + 1).padStart(2, '0')}`;
      return [`${prefix}-${at + 1}`, '专题党课', `${prefix}第${at + 1}次党课`, day, '会议室', 'C01', null];
    }),
  );

const workbook = (path: string, name: string, header: readonly Cell[], rows: readonly (readonly Cell[])[]) =>
  writeXlsx(path, [{ name, rows: [[header, ...rows]] }]);
