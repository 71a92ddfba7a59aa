import { defineAct } from '../../ledger/acts.ts';
import { words } from '../../words.ts';

/** Acts upon single records. Who may do them is said by the register's policy; the permission's name is one for all registers. */
export const creating = defineAct({
  name: 'records.create',
  words: words('新增记录', 'Add a record'),
  permission: 'records.write',
  rule: null,
});
export const superseding = defineAct({
  name: 'records.supersede',
  words: words('更改记录', 'Change a record'),
  permission: 'records.write',
  rule: null,
});
export const voiding = defineAct({
  name: 'records.void',
  words: words('作废记录', 'Void a record'),
  permission: 'records.write',
  rule: null,
});
export const reading = defineAct({
  name: 'records.read',
  words: words('查阅涉密记录', 'Open a confidential record'),
  permission: 'records.read',
  rule: null,
});
export const listing = defineAct({
  name: 'records.list',
  words: words('查阅涉密台账', 'Look through a confidential register'),
  permission: 'records.read',
  rule: null,
});
export const exporting = defineAct({
  name: 'records.export',
  words: words('导出涉密台账', 'Export a confidential register'),
  permission: 'records.read',
  rule: null,
});
