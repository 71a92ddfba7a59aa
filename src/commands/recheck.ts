import { readFile } from 'node:fs/promises';
import { verifyRecheck } from '../modules/recheck/index.ts';
import { words } from '../platform/words.ts';
import { type Command, flag, type Given, needed, textOption, UsageError } from './command.ts';

/** Repeats a random re-check from its file: no database, no server. */
export const recheckCommand: Command = {
  name: 'recheck',
  usage: 'recheck verify FILE [--key KEY] [--case FILE] [--json]',
  words: words('从核验文件重做一次随机抽查', 'repeat a random re-check from its file'),
  positionals: 2,
  options: { key: { type: 'string' }, case: { type: 'string' }, json: { type: 'boolean' } },
  async run(given) {
    if (needed(given, 0, 'verify') !== 'verify') throw new UsageError('recheck verify FILE');
    const path = needed(given, 1, 'FILE');
    const opening = textOption(given, 'case');
    const result = verifyRecheck(await readFile(path, 'utf8'), {
      key: textOption(given, 'key'),
      opening: opening === undefined ? undefined : await readFile(opening, 'utf8'),
    });
    if (flag(given, 'json')) console.log(JSON.stringify(result, null, 2));
    else tell(result, given);
    return result.holds ? 0 : 1;
  },
};

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
