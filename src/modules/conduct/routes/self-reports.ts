import { createReadStream } from 'node:fs';
import { begunUploads } from '../../../platform/files/contract.ts';
import { uploadRoutes } from '../../../platform/files/routes.ts';
import { permission } from '../../../platform/http/permission.ts';
import { Download } from '../../../platform/http/reply.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { reading } from '../../../platform/register/records/acts.ts';
import { words } from '../../../platform/words.ts';
import { deskKeysInForce } from '../../organisation/index.ts';
import { selfReportReceipt } from '../bundle/self-report-format.ts';
import * as contract from '../contract/self-reports.ts';
import { selfReportMatter } from '../matters.ts';
import type { SelfExaminationDesk } from '../self-reports/desk.ts';
import { enterItems } from '../self-reports/items.ts';
import { deskReports, ownReports } from '../self-reports/lists.ts';
import { receiptOf } from '../self-reports/receipt.ts';
import { beginUploads, pathOfFile, submitSelfReport, unsealSelfReport } from '../self-reports/service.ts';

const own = permission({
  name: 'self-reports.own',
  words: words('提交和查看本人的自查报告', "Hand in and follow one's own self-reports"),
  roles: ['OFFICER_SELF'],
});
const work = permission({
  name: 'self-reports.work',
  words: words('拆阅办理自查报告', 'Work on self-reports'),
  roles: ['DISCIPLINE_LIAISON'],
});
const see = permission({
  name: 'self-reports.see',
  words: words('查看自查报告收件情况', 'See which self-reports came in'),
  roles: ['DISCIPLINE_LIAISON', 'APPROVER', 'AUDITOR'],
});
/** Where attachments come in, piece by piece. */
const UPLOADS = '/api/self-reports/uploads';
const { SUBMIT, UNSEAL, UNSEAL_AGAIN, ENTER_ITEMS } = selfReportMatter.acts;

/** Handing in, following and opening self-reports; what the desk decides afterwards are steps of the matter. */
export function selfReportRoutes(desk: SelfExaminationDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/self-reports/keys',
      words: words('自查报告所用公钥', 'What a self-report is sealed to'),
      permission: own,
      response: contract.reportKeys,
      handle: async () => ({ keys: await deskKeysInForce(desk.pools), largestFile: desk.largestFile }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/self-reports/own',
      words: words('我的自查报告', 'My self-reports'),
      permission: own,
      response: contract.ownReports,
      handle: async ({ session }) => ({ reports: await ownReports(desk, session) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/self-reports',
      words: words('提交封存的自查报告', 'Hand in a sealed self-report'),
      permission: own,
      acts: [SUBMIT!],
      body: contract.submission,
      response: contract.submitted,
      async handle({ session }, { body }) {
        desk.tries.take(session.account!);
        const { record, hash } = await submitSelfReport(desk, session, body);
        return { record, hash, number: body.number };
      },
    }),
    defineRoute({
      method: 'POST',
      path: UPLOADS,
      words: words('开始上传自查附件', 'Begin uploads of a self-report'),
      permission: own,
      withoutAct: 'it makes room for files that no record speaks of yet',
      body: contract.beginning,
      response: begunUploads,
      handle: async ({ session }, { body }) => ({ uploads: await beginUploads(desk, session, body.count) }),
    }),
    ...uploadRoutes(desk, { root: UPLOADS, permission: own }),
    defineRoute({
      method: 'GET',
      path: '/api/self-reports/:record/receipt',
      words: words('自查报告存证回执', 'Receipt of a self-report'),
      permission: own,
      params: contract.byRecord,
      response: selfReportReceipt,
      handle: ({ session }, { params }) => receiptOf(desk, session, params.record),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/self-reports',
      words: words('自查报告列表', 'Self-reports at the desk'),
      permission: see,
      query: contract.deskQuery,
      response: contract.deskReports,
      handle: ({ session }, { query }) => deskReports(desk, session, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/self-reports/:record/unseal',
      words: words('拆阅自查报告', 'Open the seal of a self-report'),
      permission: work,
      acts: [UNSEAL!, UNSEAL_AGAIN!],
      params: contract.byRecord,
      body: contract.unsealing,
      response: contract.unsealed,
      handle: ({ session }, { params, body }) => unsealSelfReport(desk, session, params.record, body.reason),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/self-reports/:record/items',
      words: words('登记自查事项', 'Enter the matters of a self-report'),
      permission: work,
      acts: [ENTER_ITEMS!],
      params: contract.byRecord,
      body: contract.entering,
      response: contract.entered,
      handle: ({ session }, { params, body }) => enterItems(desk, session, params.record, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/self-reports/:record/files/:hash',
      words: words('取自查报告的加密附件', 'Take a sealed attachment of a self-report'),
      permission: work,
      acts: [reading],
      params: contract.fileOfReport,
      async handle({ session }, { params: { record, hash } }) {
        const path = await pathOfFile(desk, session, record, hash);
        return new Download(`${hash.slice(0, 12)}.age`, 'application/octet-stream', createReadStream(path));
      },
    }),
  ];
}
