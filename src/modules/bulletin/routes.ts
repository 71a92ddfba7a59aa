import { z } from 'zod';
import { transact } from '../../platform/database/transact.ts';
import { documentDocx } from '../../platform/documents/docx.ts';
import { documentHtml } from '../../platform/documents/html.ts';
import { AppError, type ErrorCode } from '../../platform/errors.ts';
import type { Ctx } from '../../platform/http/context.ts';
import { permission } from '../../platform/http/permission.ts';
import { Download } from '../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import { type Words, words } from '../../platform/words.ts';
import { cancellingFreeze, correcting, freezing, publishing, writing } from './acts.ts';
import * as contract from './contract.ts';
import { bulletinDocx, bulletinHtml, bulletinJson, correctionDocument } from './export.ts';
import { queueFreeze } from './jobs.ts';
import { bulletinLifecycle } from './lifecycle.ts';
import * as service from './service.ts';
import { loadFigures } from './store.ts';

const write = permission({
  name: 'bulletin.write',
  words: words('起草通报', 'Write bulletins'),
  roles: bulletinLifecycle.actions.WRITE.who,
});
const freeze = permission({
  name: 'bulletin.freeze',
  words: words('冻结通报', 'Freeze bulletins'),
  roles: bulletinLifecycle.actions.FREEZE.who,
});
const publish = permission({
  name: 'bulletin.publish',
  words: words('发布和更正通报', 'Publish and correct bulletins'),
  roles: bulletinLifecycle.actions.PUBLISH.who,
});

const byId = z.object({ id: z.uuid() });
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Bulletins for the workbench, and the published ones for everybody. Readers need no permission of their own: row security
 * shows drafts to those who work on them, and what is published to all.
 */
export function bulletinRoutes(desk: service.BulletinDesk, jobs: Jobs): Route[] {
  const view = (ctx: Ctx, id: string) => service.viewBulletin(desk, ctx.session, id);
  return [
    defineRoute({
      method: 'POST',
      path: '/api/bulletins',
      words: words('新建通报', 'Open a bulletin'),
      permission: write,
      acts: [writing],
      body: contract.newBulletin,
      response: contract.openedBulletin,
      handle: async (ctx, { body }) => ({
        id: await service.openBulletin(desk, ctx.session, body.asOf, body.sequence),
      }),
    }),
    defineRoute({
      method: 'PUT',
      path: '/api/bulletins/:id',
      words: words('修改通报草稿', 'Edit a draft'),
      permission: write,
      acts: [writing],
      params: byId,
      body: contract.editedBulletin,
      response: contract.bulletinView,
      async handle(ctx, { params, body }) {
        await service.editBulletin(desk, ctx.session, params.id, body.version, body.text);
        return view(ctx, params.id);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/bulletins/:id/findings',
      words: words('冻结前检查', 'What speaks against freezing'),
      permission: freeze,
      params: byId,
      response: contract.findings,
      async handle(ctx, { params }) {
        const found = await service.checkBulletin(desk, ctx.session, params.id);
        return {
          findings: found.map(({ severity, figure, words }) => ({ severity, figure, message: words[ctx.language] })),
        };
      },
    }),
    ...freezeRoutes(desk, jobs),
    defineRoute({
      method: 'POST',
      path: '/api/bulletins/:id/publish',
      words: words('发布通报', 'Publish a bulletin'),
      permission: publish,
      acts: [publishing],
      params: byId,
      response: contract.bulletinView,
      async handle(ctx, { params }) {
        await service.publishBulletin(desk, ctx.session, params.id);
        return view(ctx, params.id);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/bulletins/:id/corrections',
      words: words('更正通报', 'Correct a bulletin'),
      permission: publish,
      acts: [correcting],
      params: byId,
      body: contract.correction,
      response: contract.correctionNotice,
      handle: (ctx, { params, body }) => service.correctBulletin(desk, ctx.session, params.id, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/bulletins/:id/comparison',
      words: words('与上次通报比较', 'Compare with the last bulletin'),
      permission: 'signedIn',
      params: byId,
      response: contract.comparison,
      handle: (ctx, { params }) => service.compareBulletin(desk, ctx.session, params.id),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/bulletins/:id/reevaluation',
      words: words('重新计算已冻结的通报', 'Ask a frozen bulletin again'),
      permission: freeze,
      params: byId,
      response: contract.reevaluation,
      async handle(ctx, { params }) {
        const { frozen } = await service.findBulletin(desk, ctx.session, params.id);
        if (!frozen) throw new AppError('bulletin.notFrozen');
        const kept = await transact(desk.pools, ctx.session, 'read', (tx) => loadFigures(tx, params.id));
        return { figures: await service.reevaluateBulletin(desk, frozen, kept) };
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/public/about',
      words: words('公开：本站说明', 'Public: about this site'),
      permission: 'public',
      response: contract.aboutSite,
      handle: async () => ({ demo: desk.demo, issuer: desk.issuer, verifierKey: desk.ledger.verifierKey }),
    }),
    ...readingRoutes(desk, '/api/bulletins', 'signedIn'),
    ...readingRoutes(desk, '/api/public/bulletins', 'public'),
  ];
}

/** Freezing is work for the queue: asked for, looked at while it goes on, and cancelled. */
function freezeRoutes(desk: service.BulletinDesk, jobs: Jobs): Route[] {
  const show = async (ctx: Ctx, id: string): Promise<z.input<typeof contract.freezing>> => {
    const run = await service.freezeRunOf(desk, ctx.session, id);
    if (!run) return { run };
    const { state, draft, by, figures, of, records, refusal } = run;
    const why = refusal && new AppError(refusal.code as ErrorCode, refusal.params).in(ctx.language);
    return { run: { state, draft, by, askedAt: run.askedAt.toISOString(), figures, of, records, refusal: why } };
  };
  const path = '/api/bulletins/:id/freeze';
  const shared = { permission: freeze, params: byId, response: contract.freezing } as const;
  return [
    defineRoute({
      ...shared,
      method: 'POST',
      path,
      words: freezing.words,
      acts: [freezing],
      async handle(ctx, { params }) {
        await queueFreeze(desk, jobs, ctx.session, params.id);
        return show(ctx, params.id);
      },
    }),
    defineRoute({
      ...shared,
      method: 'GET',
      path,
      words: words('冻结的进度', 'How far a freeze is'),
      handle: (ctx, { params }) => show(ctx, params.id),
    }),
    defineRoute({
      ...shared,
      method: 'POST',
      path: `${path}/cancel`,
      words: cancellingFreeze.words,
      acts: [cancellingFreeze],
      async handle(ctx, { params }) {
        await service.cancelFreeze(desk, ctx.session, params.id);
        return show(ctx, params.id);
      },
    }),
  ];
}

/** The same for people signed in and for the public: what differs is what row security shows them. */
function readingRoutes(desk: service.BulletinDesk, base: string, who: 'signedIn' | 'public'): Route[] {
  const shared = { method: 'GET', permission: who } as const;
  const named = (zh: string, en: string): Words =>
    who === 'public' ? words(`公开：${zh}`, `Public: ${en}`) : words(zh, en);
  return [
    defineRoute({
      ...shared,
      path: base,
      words: named('通报列表', 'Bulletins'),
      response: contract.bulletinList,
      handle: async (ctx) => ({ bulletins: await service.listBulletins(desk, ctx.session) }),
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id`,
      words: named('一份通报', 'One bulletin'),
      params: byId,
      response: contract.bulletinView,
      handle: (ctx, { params }) => service.viewBulletin(desk, ctx.session, params.id),
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id/figures/:figure/records`,
      words: named('冻结口径的记录', 'Records of a frozen figure'),
      params: byId.extend({ figure: z.string().max(200) }),
      query: contract.publicRowsQuery,
      response: contract.publicRows,
      handle: (ctx, { params, query }) => service.openPublicFigure(desk, ctx.session, params.id, params.figure, query),
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id/export`,
      words: named('导出通报', 'Export a bulletin'),
      params: byId,
      query: contract.exportQuery,
      async handle(ctx, { params, query }) {
        const exported = await service.exportedBulletin(desk, ctx.session, params.id);
        const name = `${exported.text.title} ${exported.text.asOf}.${query.format}`;
        if (query.format === 'docx') return new Download(name, DOCX, await bulletinDocx(exported));
        if (query.format === 'html') return new Download(name, 'text/html; charset=utf-8', bulletinHtml(exported));
        const checkpoint = await desk.ledger.store.note();
        return new Download(name, 'application/json; charset=utf-8', bulletinJson(exported, checkpoint));
      },
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id/corrections/:number/notice`,
      words: named('更正说明', 'Correction notice'),
      params: byId.extend({ number: z.coerce.number().int().min(1) }),
      query: z.object({ format: z.enum(['html', 'docx']).default('html') }),
      async handle(ctx, { params, query }) {
        const { corrections } = await service.findBulletin(desk, ctx.session, params.id);
        const correction = corrections[params.number - 1]?.content;
        if (!correction) throw new AppError('record.missing');
        const exported = await service.exportedBulletin(desk, ctx.session, params.id);
        const document = correctionDocument(exported, correction);
        const name = `${exported.text.title} 更正${params.number}.${query.format}`;
        return query.format === 'docx'
          ? new Download(name, DOCX, await documentDocx(document))
          : new Download(name, 'text/html; charset=utf-8', documentHtml(document));
      },
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id/bundle`,
      words: named('离线核验文件', 'Offline bundle'),
      params: byId,
      async handle(ctx, { params }) {
        const { text } = await service.findBulletin(desk, ctx.session, params.id);
        const name = `${text.title} ${text.asOf}.mingjing.json`;
        const bundle = await service.bundleOf(desk, ctx.session, params.id);
        return new Download(name, 'application/json; charset=utf-8', bundle);
      },
    }),
  ];
}
