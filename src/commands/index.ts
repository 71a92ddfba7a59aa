import { accountCommand } from './account.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { bulletinCommand } from './bulletin.ts';
import { clockCommand } from './clock.ts';
import type { Command } from './command.ts';
import { demoCommand } from './demo.ts';
import { draftCommand } from './draft.ts';
import { figuresCommand } from './figures.ts';
import { importCommand } from './import.ts';
import { recheckCommand } from './recheck.ts';
import { startCommand } from './start.ts';
import { verifyCommand } from './verify.ts';

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [
  startCommand,
  demoCommand,
  importCommand,
  bulletinCommand,
  figuresCommand,
  verifyCommand,
  recheckCommand,
  backupCommand,
  restoreCommand,
  accountCommand,
  clockCommand,
  draftCommand,
];
