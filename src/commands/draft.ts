import { modules } from '../modules/index.ts';
import { createTableSql, snake } from '../platform/register/tables.ts';
import { words } from '../platform/words.ts';
import type { Command } from './command.ts';

/**
 * For developers: prints the SQL of a module's register tables, to be saved as a new migration. Applied migrations are
 * never touched again; a test holds the migrated database against the declarations.
 */
function draftMigration(name: string): string {
  const module = modules.find((one) => one.name === name);
  if (!module) throw new Error(`there is no module "${name}": ${modules.map((one) => one.name).join(', ')}`);
  const schema = snake(module.name);
  const head = [
    `-- ${module.words.zh} / ${module.words.en}: the registers of this module, drafted from their declarations.`,
    `create schema ${schema};`,
    `comment on schema ${schema} is '${module.words.zh} / ${module.words.en.replaceAll("'", "''")}';`,
    `grant usage on schema ${schema} to mingjing_app;`,
  ];
  return [head.join('\n'), ...module.registers.map((register) => createTableSql(register))].join('\n\n');
}

export const draftCommand: Command = {
  name: 'draft',
  usage: 'draft MODULE',
  words: words('供开发者：打印一个模块的建表语句', "for developers: print the SQL of a module's tables"),
  positionals: 1,
  options: {},
  async run({ positionals }) {
    process.stdout.write(draftMigration(positionals[0] ?? ''));
    return 0;
  },
};
