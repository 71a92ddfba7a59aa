import { createReadStream } from 'node:fs';
import { begunUploads } from '../../../platform/files/contract.ts';
import { uploadRoutes } from '../../../platform/files/routes.ts';
import { permission } from '../../../platform/http/permission.ts';
import { Download } from '../../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { words } from '../../../platform/words.ts';
import * as contract from '../contract/report.ts';
import * as acts from './acts.ts';
import type { ReportDesk } from './desk.ts';
import * as door from './door.ts';
import * as work from './work.ts';

const onReports = permission({
  name: 'reports.work',
  words: words('拆阅办理举报', 'Work on public reports'),
  roles: ['DISCIPLINE_LIAISON'],
});

const BY_BODY = 'what it asks for must stand in no address; it changes no record';

/** The door of those who report: no account, no cookie, nothing about the sender kept. */
function publicRoutes(desk: ReportDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/public/reports/door',
      words: words('举报所用公钥', 'What a report is sealed with'),
      permission: 'public',
      response: contract.door,
      handle: () => door.openDoor(desk),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/public/reports/challenge',
      words: words('防滥用计算', 'A calculation that keeps machines out'),
      permission: 'public',
      response: contract.challenge,
      handle: async () => desk.challenges.issue(),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/public/reports',
      words: words('提交举报', 'Send a report'),
      permission: 'public',
      acts: [acts.receiving],
      body: contract.newReport,
      response: contract.receivedReport,
      handle: (ctx, { body }) => door.receiveReport(desk, body, ctx.address),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/public/reports/ask',
      words: words('凭回执码查询', 'Ask by receipt code'),
      permission: 'public',
      withoutAct: BY_BODY,
      body: contract.asking,
      response: contract.conversation,
      handle: (ctx, { body }) => door.converse(desk, body, ctx.address),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/public/reports/texts',
      words: words('补充举报', 'Add to a report'),
      permission: 'public',
      acts: [acts.adding],
      body: contract.addedText,
      handle: (ctx, { body }) => door.addText(desk, body, ctx.address),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/public/reports/uploads',
      words: words('开始上传附件', 'Begin uploads'),
      permission: 'public',
      withoutAct: BY_BODY,
      body: contract.beginning,
      response: begunUploads,
      handle: (ctx, { body }) => door.beginUploads(desk, body, ctx.address),
    }),
    ...uploadRoutes(desk, { root: '/api/public/reports/uploads', permission: 'public' }),
  ];
}

/** Reports at the discipline desk. */
function deskRoutes(desk: ReportDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/reports',
      words: words('举报列表', 'Reports'),
      permission: onReports,
      query: contract.reportQuery,
      response: contract.reportList,
      handle: (ctx, { query }) => work.listReports(desk, ctx.session, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/open',
      words: words('拆阅举报', 'Open a report'),
      permission: onReports,
      acts: [acts.opening],
      params: contract.byRecord,
      response: contract.openedReport,
      handle: (ctx, { params }) => work.openReport(desk, ctx.session, params.record),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/contact',
      words: words('查看举报人联系方式', "Open a reporter's contact"),
      permission: onReports,
      acts: [acts.openingContact],
      params: contract.byRecord,
      response: contract.openedContact,
      handle: (ctx, { params }) => work.openContact(desk, ctx.session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/reports/:record/files/:hash',
      words: words('取加密附件', 'Take a sealed attachment'),
      permission: onReports,
      acts: [acts.openingFile],
      params: contract.fileOfReport,
      async handle(ctx, { params: { record, hash } }) {
        const path = await work.pathOfFile(desk, ctx.session, record, hash);
        return new Download(`${hash.slice(0, 12)}.age`, 'application/octet-stream', createReadStream(path));
      },
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/answers',
      words: words('答复举报人', 'Answer a reporter'),
      permission: onReports,
      acts: [acts.answering],
      params: contract.byRecord,
      body: contract.answering,
      handle: (ctx, { params, body }) => work.answerReport(desk, ctx.session, params.record, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/reseal',
      words: words('举报换密', 'Seal a report anew'),
      permission: onReports,
      acts: [acts.resealing],
      params: contract.byRecord,
      body: contract.resealing,
      handle: (ctx, { params, body }) => work.resealText(desk, ctx.session, params.record, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/decide',
      words: words('办理举报', 'Decide on a report'),
      permission: onReports,
      acts: [acts.deciding],
      params: contract.byRecord,
      body: contract.deciding,
      handle: (ctx, { params, body }) => work.decideReport(desk, ctx.session, params.record, body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/reports/:record/hand-on',
      words: words('举报转为线索', 'Hand a report on as a clue'),
      permission: onReports,
      acts: [acts.handingOn],
      params: contract.byRecord,
      body: contract.handingOn,
      response: contract.handedOn,
      handle: async (ctx, { params, body }) => ({ clue: await work.handOn(desk, ctx.session, params.record, body) }),
    }),
  ];
}

export const reportRoutes = (desk: ReportDesk): Route[] => [...publicRoutes(desk), ...deskRoutes(desk)];
