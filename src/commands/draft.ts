import { modules } from '../modules/index.ts';
import { createTableSql, snake } from '../platform/register/tables.ts';

/**
 * For developers: prints the SQL of a module's register tables, to be saved as a new migration. Applied migrations are
 * never touched again; a test holds the migrated database against the declarations.
 */
export function draftMigration(name: string): string {
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
