import { z } from 'zod';
import type { FileStore } from '../../files/store.ts';
import type { Ctx } from '../../http/context.ts';
import { Download } from '../../http/reply.ts';
import { defineRoute, type Route } from '../../http/route.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import { words } from '../../words.ts';
import { registerPermissions } from '../permissions.ts';
import { exporting, reading } from '../records/acts.ts';
import * as contract from './contract.ts';
import { importDifferences } from './differences.ts';
import { queueImport } from './jobs.ts';
import { correctPlan } from './plan.ts';
import {
  cancelImport,
  cancelling,
  type ImportDesk,
  mustBeChecked,
  planning,
  receiveFile,
  receiving,
  registering,
} from './service.ts';
import type { ImportRow } from './store.ts';
import { takeBackImport, takingBack } from './take-back.ts';
import { listFaults, listImports, markedWorkbook, type Reader, showImports, viewImport } from './view.ts';

/** Files that may come in one request. */
const FILES = 50;

const one = z.object({ id: z.uuid() });
const page = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** What the routes of imports need beside the desk. */
export interface ImportRoom {
  readonly desk: ImportDesk;
  readonly files: FileStore;
  readonly jobs: Jobs;
  /** Largest file, in bytes. */
  readonly uploadBytes: number;
  readonly nameOf: Reader['nameOf'];
}

/** The routes of imports: hand in, look, correct, register, cancel, take back. */
export function importRoutes({ desk, files, jobs, uploadBytes, nameOf }: ImportRoom): Route[] {
  const may = registerPermissions(desk.registry.catalogue);
  const reader = ({ language }: Ctx): Reader => ({ language, nameOf });
  const show = async (ctx: Ctx, row: ImportRow) => (await showImports(desk, ctx.session, [row], reader(ctx)))[0]!;
  return [
    defineRoute({
      method: 'POST',
      path: '/api/imports',
      words: receiving.words,
      permission: may.handIn,
      acts: [receiving],
      upload: { files: FILES, bytes: uploadBytes },
      response: z.array(contract.importView),
      async handle(ctx, input) {
        const rows: ImportRow[] = [];
        for await (const { name, stream } of input.files) {
          const row = await receiveFile(desk, ctx.session, { name, ...(await files.keep(stream)) });
          await queueImport(jobs, ctx.session, row.id, 'check');
          rows.push(row);
        }
        return showImports(desk, ctx.session, rows, reader(ctx));
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/imports',
      words: words('报送文件', 'Workbooks handed in'),
      permission: may.seeImports,
      query: page,
      response: contract.importList,
      handle: (ctx, { query }) => listImports(desk, ctx.session, query, reader(ctx)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/imports/:id',
      words: words('一份报送文件', 'A workbook handed in'),
      permission: may.seeImports,
      params: one,
      response: contract.importView,
      handle: (ctx, { params }) => viewImport(desk, ctx.session, params.id, reader(ctx)),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/imports/:id/plan',
      words: planning.words,
      permission: may.handIn,
      acts: [planning],
      params: one,
      body: contract.planChange,
      response: contract.importView,
      async handle(ctx, { params, body }) {
        const row = await correctPlan(desk, ctx.session, params.id, body.sheets);
        await queueImport(jobs, ctx.session, params.id, 'check');
        return show(ctx, row);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/imports/:id/register',
      words: registering.words,
      permission: may.handIn,
      acts: [registering],
      params: one,
      body: contract.registering,
      response: contract.importView,
      async handle(ctx, { params, body }) {
        await mustBeChecked(desk, ctx.session, params.id);
        await queueImport(jobs, ctx.session, params.id, body.mode);
        return viewImport(desk, ctx.session, params.id, reader(ctx));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/imports/:id/cancel',
      words: cancelling.words,
      permission: may.handIn,
      acts: [cancelling],
      params: one,
      response: contract.importView,
      handle: async (ctx, { params }) => show(ctx, await cancelImport(desk, ctx.session, params.id)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/imports/:id/take-back',
      words: takingBack.words,
      permission: may.handIn,
      acts: [takingBack],
      params: one,
      body: contract.takingBack,
      response: contract.importView,
      handle: async (ctx, { params, body }) =>
        show(ctx, await takeBackImport(desk, ctx.session, params.id, body.reason)),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/imports/:id/faults',
      words: words('报送文件的问题', 'Faults of a workbook'),
      permission: may.seeImports,
      acts: [reading],
      params: one,
      query: page,
      response: contract.faultList,
      handle: ({ session, language }, { params, query }) =>
        listFaults(desk, session, params.id, { ...query, language }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/imports/:id/marked',
      words: words('标出问题的工作簿', 'The workbook with its faults marked'),
      permission: may.seeImports,
      acts: [exporting],
      params: one,
      async handle({ session, language }, { params }) {
        const { name, body } = await markedWorkbook(desk, session, params.id, language);
        return new Download(name, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', body);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/imports/:id/differences',
      words: words('更正前后对照', 'What a corrected workbook changed'),
      permission: may.seeImports,
      acts: [reading],
      params: one,
      query: page,
      response: contract.differenceList,
      handle: ({ session, language }, { params, query }) =>
        importDifferences(desk, session, params.id, { ...query, language }),
    }),
  ];
}
