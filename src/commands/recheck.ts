import { readFile } from 'node:fs/promises';
import { auditFrame, listPlans, verifyRecheck } from '../modules/recheck/index.ts';
import { verifierKey } from '../platform/ledger/notes.ts';
import { sequence } from '../platform/ledger/sequencer.ts';
import { words } from '../platform/words.ts';
import {
  type Command,
  flag,
  type Given,
  installationOptions,
  needed,
  textOption,
  UsageError,
  withInstallation,
} from './command.ts';
import { recheckDesk } from './recheck-desk.ts';

/** Repeats a random re-check from its file, without database or server; or holds all frames against the register of clues. */
export const recheckCommand: Command = {
  name: 'recheck',
  usage: 'recheck verify FILE [--key KEY] [--case FILE] [--json] | recheck audit [--json] [--data DIR]',
  words: words(
    '从核验文件重做一次随机抽查，或核对全部抽样框',
    'repeat a random re-check from its file, or audit all frames',
  ),
  positionals: 2,
  options: { ...installationOptions, key: { type: 'string' }, case: { type: 'string' }, json: { type: 'boolean' } },
  async run(given) {
    const what = needed(given, 0, 'verify|audit');
    if (what === 'verify') return verify(given);
    if (what !== 'audit' || given.positionals.length > 1) throw new UsageError('recheck verify FILE | recheck audit');
    return audit(given);
  },
};

async function verify(given: Given): Promise<number> {
  if (textOption(given, 'data') !== undefined) throw new UsageError('recheck audit --data');
  const path = needed(given, 1, 'FILE');
  const opening = textOption(given, 'case');
  const result = verifyRecheck(await readFile(path, 'utf8'), {
    key: textOption(given, 'key'),
    opening: opening === undefined ? undefined : await readFile(opening, 'utf8'),
  });
  if (flag(given, 'json')) console.log(JSON.stringify(result, null, 2));
  else tell(result, given);
  return result.holds ? 0 : 1;
}

const auditWords = {
  hidden: words('应在框内而不在', 'belongs to the frame and is not in it'),
  added: words('不应在框内而在', 'is in the frame and does not belong to it'),
  altered: words('框内内容与台账不符', 'is not in the frame as the register has it'),
  excluded: words('回避名单与台账不符', 'bars others than the registers give'),
  root: words('与提交的根不符', 'does not give the committed root'),
  plan: words('与存证的计划不符', 'is not the plan the ledger holds'),
} as const;

/** Every frame, built again out of the register; what is found is named by clue, so the terminal is for those who may know. */
async function audit(given: Given): Promise<number> {
  for (const name of ['key', 'case'])
    if (textOption(given, name) !== undefined) throw new UsageError(`recheck verify --${name}`);
  const { language } = given;
  return withInstallation(given, { writes: false }, async (installation) => {
    const { database, ledger } = installation;
    const integrate = () => sequence(database, ledger.store);
    const desk = recheckDesk(installation, { store: ledger.store, verifierKey: verifierKey(ledger.signer), integrate });
    const reports = [];
    for (const { id, number } of await listPlans(desk)) {
      reports.push({ number, ...(await auditFrame(desk, id)) });
    }
    if (flag(given, 'json')) console.log(JSON.stringify(reports, null, 2));
    else {
      for (const { number, cases, holds, findings } of reports) {
        const verdict = holds
          ? words('与台账一致', 'as the register has it')
          : words('与台账不符', 'not as the register has it');
        console.log(
          words(`第 ${number} 号计划，${cases} 件：${verdict.zh}`, `Plan no. ${number}, ${cases} cases: ${verdict.en}`)[
            language
          ],
        );
        for (const { kind, what } of findings) console.log(`  ${what}: ${auditWords[kind][language]}`);
      }
      if (reports.length === 0) console.log(words('还没有抽查计划。', 'There is no plan yet.')[language]);
    }
    return reports.every(({ holds }) => holds) ? 0 : 1;
  });
}

function tell({ holds, findings, facts }: ReturnType<typeof verifyRecheck>, given: Given): void {
  const { language } = given;
  const say = (zh: string, en: string): void => console.log(words(zh, en)[language]);
  for (const finding of findings) console.log(finding.words[language]);
  if (holds) say('核验通过：抽取可以重复，没有发现任何改动。', 'It holds: the draw repeats, and nothing was altered.');
  if (!facts) return;
  const { title, number, frame, toDraw, results, planned, plannedAt, replaces, verifierKey } = facts;
  say(`第 ${number} 号计划：${title}`, `Plan no. ${number}: ${title}`);
  say(
    `抽样框 ${frame} 件，应抽 ${toDraw} 件，已复查 ${results.done} 件，改变 ${results.changed} 件`,
    `${frame} cases in the frame, ${toDraw} to draw, ${results.done} checked again, ${results.changed} changed`,
  );
  if (results.error) {
    const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
    const { rate, low, high } = results.error;
    say(
      `差错率 ${percent(rate)}，95% 置信区间 ${percent(low)} 至 ${percent(high)}`,
      `error rate ${percent(rate)}, 95% confidence interval ${percent(low)} to ${percent(high)}`,
    );
  }
  if (replaces) {
    say(
      `本计划替代第 ${replaces.number} 号计划，理由：${replaces.reason}`,
      `It replaces plan no. ${replaces.number}: ${replaces.reason}`,
    );
  }
  if (planned) {
    say(
      `计划提交于 ${plannedAt}，其后首个检查点 ${planned.size} 条，根 ${planned.root}，请与当时公布的比对`,
      `committed ${plannedAt}; first tree head after it: ${planned.size} entries, root ${planned.root}. Compare with the one published then`,
    );
  }
  if (textOption(given, 'key') === undefined) {
    say(`请与另一渠道取得的公钥比对：${verifierKey}`, `Compare with the key got elsewhere: ${verifierKey}`);
  }
}
