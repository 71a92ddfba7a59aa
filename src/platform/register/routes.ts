import { z } from 'zod';
import type { Session } from '../database/session.ts';
import { transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { Download } from '../http/reply.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { words } from '../words.ts';
import { hiddenColumns } from './closed.ts';
import * as contract from './contract.ts';
import type { Register } from './declare.ts';
import { countSet, listRecords } from './list.ts';
import { registerPermissions } from './permissions.ts';
import { creating, exporting, listing, reading, superseding, voiding } from './records/acts.ts';
import { changeRecord, createRecord, voidRecord } from './records/change.ts';
import { choices } from './records/choices.ts';
import type { RecordDesk } from './records/desk.ts';
import { exportRecords, formats } from './records/export.ts';
import { recordHistory } from './records/history.ts';
import { lookedThrough } from './records/look-through.ts';
import { type LedgerDesk, proveRecordVersion } from './records/proof.ts';
import { handsIn, reaches } from './scope.ts';

const ofRegister = z.object({ name: z.string().max(80) });
const ofRecord = ofRegister.extend({ record: z.uuid() });
const written = z.object({ record: z.uuid(), version: z.number().int() });
const exported = contract.listQuery
  .pick({ where: true, sort: true, asOf: true, knownAt: true })
  .extend({ format: z.enum(['xlsx', 'csv']) });

/** The routes of all registers: one set for every register that is declared. */
export function registerRoutes(desk: RecordDesk, ledger: LedgerDesk): Route[] {
  const { catalogue } = desk.registry;
  const may = registerPermissions(catalogue);
  const named = ({ name }: { readonly name: string }): Register => {
    const register = catalogue.find(name);
    if (!register) throw new AppError('record.missing');
    return register;
  };
  return [
    defineRoute({
      method: 'GET',
      path: '/api/registers',
      words: words('台账目录', 'Registers'),
      permission: may.read,
      response: z.array(contract.registerSummary),
      handle: ({ session }) => summaries(desk, session),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/registers/:name/records',
      words: words('台账记录', 'Records of a register'),
      permission: may.read,
      acts: [listing],
      params: ofRegister,
      query: contract.listQuery,
      response: contract.list,
      async handle({ session, database }, { params, query }) {
        const register = named(params);
        const page = await transact(database, session, 'read', (tx) =>
          listRecords(tx, desk.registry, session, register, query),
        );
        return lookedThrough(database, session, register, Object.keys(query.where ?? {}), page);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/registers/:name/export',
      words: words('导出台账', 'Export a register'),
      permission: may.read,
      acts: [exporting],
      params: ofRegister,
      query: exported,
      async handle({ session, language }, { params, query }) {
        const register = named(params);
        const body = await exportRecords(desk, session, register, query, { format: query.format, language });
        return new Download(`${register.words[language]}.${query.format}`, formats[query.format], body);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/registers/:name/choices',
      words: words('供选记录', 'Records to choose from'),
      permission: may.read,
      params: ofRegister,
      query: z.object({ q: z.string().max(100).default('') }),
      response: z.array(z.object({ record: z.uuid(), title: z.string() })),
      handle: ({ session }, { params, query }) => choices(desk, session, named(params), query.q),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/registers/:name/records',
      words: creating.words,
      permission: may.write,
      acts: [creating],
      params: ofRegister,
      body: contract.newRecord,
      response: written,
      handle: ({ session }, { params, body }) => createRecord(desk, session, named(params), body.values),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/registers/:name/records/:record',
      words: words('记录及其沿革', 'A record and its history'),
      permission: may.read,
      acts: [reading],
      params: ofRecord,
      response: contract.recordHistory,
      handle: ({ session }, { params }) => recordHistory(desk, session, named(params), params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/registers/:name/records/:record/proof',
      words: words('记录的存证证明', 'Proof of a record'),
      permission: may.read,
      acts: [reading],
      params: ofRecord,
      async handle({ session }, { params }) {
        const proof = await proveRecordVersion(desk, ledger, session, named(params), params.record);
        return new Download(`${params.record}.json`, 'application/json; charset=utf-8', JSON.stringify(proof, null, 2));
      },
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/registers/:name/records/:record',
      words: superseding.words,
      permission: may.write,
      acts: [superseding],
      params: ofRecord,
      body: contract.changedRecord,
      response: written,
      handle: ({ session }, { params, body }) => changeRecord(desk, session, named(params), params.record, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/registers/:name/records/:record/void',
      words: voiding.words,
      permission: may.write,
      acts: [voiding],
      params: ofRecord,
      body: contract.voiding,
      response: written,
      handle: ({ session }, { params, body }) => voidRecord(desk, session, named(params), params.record, body),
    }),
  ];
}

/** The registers the session reaches; the others do not exist for it. */
function summaries(desk: RecordDesk, session: Session): Promise<z.infer<typeof contract.registerSummary>[]> {
  const { catalogue } = desk.registry;
  return transact(desk.pools, session, 'read', async (tx) => {
    const found = [];
    for (const register of catalogue.registers) {
      if (reaches(session, register, 'read').size === 0) continue;
      found.push({
        name: register.name,
        module: register.module,
        total: await countSet(tx, desk.registry, session, { register, where: {} }, {}),
        mayWrite: handsIn(session, register),
        hidden: hiddenColumns(session, register),
      });
    }
    return found;
  });
}
