import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import { permission } from '../../platform/http/permission.ts';
import { Download } from '../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { mustReach } from '../../platform/register/scope.ts';
import { words } from '../../platform/words.ts';
import { clues } from '../clues/index.ts';
import {
  auditing,
  concluding,
  opening,
  planning,
  replacing,
  seeding,
  steppingAside,
  taking,
  typingDice,
} from './acts.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';

const plan = permission({
  name: 'recheck.plan',
  words: words('制定抽查计划', 'Plan re-checks'),
  roles: ['OFFICE_DIRECTOR', 'DISCIPLINE_LIAISON'],
});
const seed = permission({
  name: 'recheck.seed',
  words: words('录入抽查种子', 'Enter the seed of a re-check'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'DISCIPLINE_LIAISON', 'SUPERVISOR', 'AUDITOR'],
});
const check = permission({
  name: 'recheck.check',
  words: words('复查案件', 'Check cases again'),
  roles: ['CASE_HANDLER'],
});
const oversee = permission({
  name: 'recheck.oversee',
  words: words('查看抽中的案件', 'See the cases drawn'),
  roles: ['CLUE_MANAGER', 'APPROVER', 'DISCIPLINE_LIAISON', 'OFFICE_DIRECTOR', 'AUDITOR', 'SUPERVISOR'],
});
const audit = permission({
  name: 'recheck.audit',
  words: words('核对抽样框', 'Audit frames'),
  roles: ['AUDITOR', 'DISCIPLINE_LIAISON', 'SUPERVISOR'],
});

const byId = z.object({ id: z.uuid() });
const oneCase = byId.extend({ number: z.coerce.number().int().min(1) });

/** Plans, seeds and results for the workbench; what is public of them, which is nearly all, for everybody. */
export function recheckRoutes(desk: service.RecheckDesk): Route[] {
  return [
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/preview',
      words: words('试算抽查计划', 'What a plan would draw'),
      permission: plan,
      // It writes nothing; a plan is too long for an address, and the act is the one that a plan would be.
      acts: [planning],
      body: contract.newPlan,
      response: contract.planPreview,
      handle: (_ctx, { body }) => service.previewPlan(desk, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans',
      words: words('提交抽查计划', 'Commit to a plan'),
      permission: plan,
      acts: [planning],
      body: contract.newPlan,
      response: contract.openedPlan,
      handle: async (ctx, { body }) => ({ id: await service.planDraw(desk, ctx.session, body) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/beacon',
      words: words('录入随机信标', 'Enter the round of the beacon'),
      permission: seed,
      acts: [seeding],
      params: byId,
      body: contract.beaconSeed,
      response: contract.planView,
      async handle(ctx, { params, body }) {
        await service.drawByBeacon(desk, ctx.session, params.id, body);
        return service.viewPlan(desk, ctx.session, params.id);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/relay',
      words: words('由服务器取随机信标', 'Let the server ask for the round'),
      permission: seed,
      acts: [seeding],
      params: byId,
      response: contract.planView,
      async handle(ctx, { params }) {
        await service.drawByRelay(desk, ctx.session, params.id);
        return service.viewPlan(desk, ctx.session, params.id);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/dice',
      words: words('录入骰子点数', 'Enter the dice'),
      permission: seed,
      acts: [typingDice, seeding],
      params: byId,
      body: contract.diceSeed,
      response: contract.planView,
      async handle(ctx, { params, body }) {
        await service.enterDice(desk, ctx.session, params.id, body.rolls);
        return service.viewPlan(desk, ctx.session, params.id);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/recheck/plans/:id/cases',
      words: words('抽中的案件', 'Cases drawn'),
      permission: oversee,
      params: byId,
      response: contract.drawnCases,
      handle: async (ctx, { params }) => ({ cases: await service.listDrawn(desk, ctx.session, params.id) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/cases/:number/replace',
      words: words('逾期换人复查', 'Replace a late re-checker'),
      permission: plan,
      acts: [replacing],
      params: oneCase,
      async handle(ctx, { params }) {
        await service.replaceLate(desk, ctx.session, params.id, params.number);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/recheck/plans/:id/unready',
      words: words('人员库中没有承办人账户的人员', 'Pool officers without a handler account'),
      permission: oversee,
      params: byId,
      response: contract.unreadyPool,
      handle: async (ctx, { params }) => ({ officers: await service.unreadyOf(desk, ctx.session, params.id) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/audit',
      words: words('核对抽样框', 'Hold a frame against the register'),
      permission: audit,
      acts: [auditing],
      params: byId,
      response: contract.auditReport,
      handle: (ctx, { params }) => service.auditPlan(desk, ctx.session, params.id),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/openings/:clue',
      words: words('出具个案开启文件', 'Open one case of a frame'),
      permission: oversee,
      acts: [opening],
      params: byId.extend({ clue: z.uuid() }),
      async handle(ctx, { params }) {
        if (!mustReach(ctx.session, clues, 'read').has('all')) throw new AppError('record.missing');
        const opened = await service.openCase(desk, ctx.session, params.id, params.clue);
        return new Download(
          'case.mingjing-recheck-case.json',
          'application/json; charset=utf-8',
          JSON.stringify(opened),
        );
      },
    }),
    ...checkingRoutes(desk),
    ...readingRoutes(desk, '/api/recheck/plans', 'signedIn'),
    ...readingRoutes(desk, '/api/public/recheck/plans', 'public'),
  ];
}

function checkingRoutes(desk: service.RecheckDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/recheck/own',
      words: words('抽签分给我复查的案件', 'Cases drawn for me'),
      permission: check,
      response: contract.drawnCases,
      handle: async (ctx) => ({ cases: await service.listOwn(desk, ctx.session) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/cases/:number/take',
      words: words('领取复查案件', 'Take a case to check again'),
      permission: check,
      acts: [taking],
      params: oneCase,
      response: contract.takenCase,
      handle: (ctx, { params }) => service.takeCase(desk, ctx.session, params.id, params.number),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/cases/:number/aside',
      words: words('复查回避', 'Step aside'),
      permission: check,
      acts: [steppingAside],
      params: oneCase,
      body: contract.aside,
      async handle(ctx, { params, body }) {
        await service.stepAside(desk, ctx.session, params.id, params.number, body.reason);
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/recheck/plans/:id/cases/:number/result',
      words: words('登记复查结果', 'Record the result of a re-check'),
      permission: check,
      acts: [concluding],
      params: oneCase,
      body: contract.result,
      async handle(ctx, { params, body }) {
        await service.recordResult(desk, ctx.session, params.id, params.number, body);
      },
    }),
  ];
}

/** The same for people signed in and for the public: nothing of a plan, a seed or a count is a secret. */
function readingRoutes(desk: service.RecheckDesk, base: string, who: 'signedIn' | 'public'): Route[] {
  const shared = { method: 'GET', permission: who } as const;
  const named = (zh: string, en: string) => (who === 'public' ? words(`公开：${zh}`, `Public: ${en}`) : words(zh, en));
  return [
    defineRoute({
      ...shared,
      path: base,
      words: named('随机抽查计划', 'Random re-checks'),
      response: contract.planList,
      handle: async () => ({ plans: await service.listPlans(desk) }),
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id`,
      words: named('一次随机抽查', 'One random re-check'),
      params: byId,
      response: contract.planView,
      handle: (ctx, { params }) => service.viewPlan(desk, ctx.session, params.id),
    }),
    defineRoute({
      ...shared,
      path: `${base}/:id/file`,
      words: named('抽查核验文件', 'File to repeat a draw from'),
      params: byId,
      async handle(ctx, { params }) {
        const { number } = await service.viewPlan(desk, ctx.session, params.id);
        const file = await service.recheckFile(desk, params.id);
        const name = `recheck-${String(number).padStart(3, '0')}.mingjing-recheck.json`;
        return new Download(name, 'application/json; charset=utf-8', file);
      },
    }),
  ];
}
