import { z } from 'zod';
import { dayOf } from '../../../platform/calendar/day.ts';
import type { Pools } from '../../../platform/database/transact.ts';
import { AppError } from '../../../platform/errors.ts';
import type { FileStore } from '../../../platform/files/store.ts';
import type { Ctx } from '../../../platform/http/context.ts';
import { permission } from '../../../platform/http/permission.ts';
import { defineRoute, type Route } from '../../../platform/http/route.ts';
import { words } from '../../../platform/words.ts';
import * as acts from './acts.ts';
import { openOwnPaper, ownPaper, ownPapers, refusePaper, signPaper } from './answers.ts';
import * as contract from './contract.ts';
import { keepPaperFile, paperFile } from './files.ts';
import { deliverPaper, publishPaper } from './publish.ts';
import { listPapers, viewPaper, waitingFor } from './standing.ts';

export interface PaperDesk {
  readonly pools: Pools;
  readonly files: FileStore;
  /** Largest file of a version, in bytes. */
  readonly largestFile: number;
  /** Asks once more who sits there: the identity room's way. @throws AppError for a wrong answer */
  confirm(ctx: Ctx, presence: contract.Signing['presence']): Promise<'PASSWORD' | 'SECOND_FACTOR'>;
}

const publish = permission({
  name: 'papers.publish',
  words: words('发布文书', 'Publish papers'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF'],
});
const deliver = permission({
  name: 'papers.deliver',
  words: words('发放文书', 'Hand out papers'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'UNIT_HEAD', 'UNIT_STAFF'],
});
const see = permission({
  name: 'papers.see',
  words: words('查看文书签署情况', 'See who answered papers'),
  roles: ['OFFICE_DIRECTOR', 'OFFICE_STAFF', 'AUDITOR', 'DISCIPLINE_LIAISON', 'UNIT_HEAD', 'UNIT_STAFF'],
});
const answer = permission({
  name: 'papers.answer',
  words: words('阅签本人文书', 'Read and sign own papers'),
  roles: ['OFFICER_SELF'],
});

const byRecord = z.object({ record: z.uuid() });
const byDelivery = z.object({ delivery: z.uuid() });
const today = (): string => dayOf(new Date());

/** Papers of the office and the units, and those of the officer who is signed in. */
export function paperRoutes({ pools, files, largestFile, confirm }: PaperDesk): Route[] {
  return [
    defineRoute({
      method: 'GET',
      path: '/api/conduct/papers',
      words: words('文书及签署情况', 'Papers and who answered them'),
      permission: see,
      response: contract.papers,
      handle: async ({ session }) => ({ papers: await listPapers(pools, session, today()) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/papers',
      words: acts.publishing.words,
      permission: publish,
      acts: [acts.publishing],
      body: contract.newPaper,
      response: contract.published,
      handle: ({ session }, { body: { body, ...heading } }) => publishPaper(pools, session, heading, { body }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/papers/file',
      words: words('以文件发布文书', 'Publish a paper as a file'),
      permission: publish,
      acts: [acts.publishing],
      query: contract.heading,
      upload: { files: 1, bytes: largestFile },
      response: contract.published,
      async handle({ session }, { query, files: sent }) {
        for await (const file of sent) return publishPaper(pools, session, query, await keepPaperFile(files, file));
        throw new AppError('request.invalid', { fields: [] });
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/papers/:record/file',
      words: words('下载文书文件', 'Download the file of a paper'),
      permission: see,
      params: byRecord,
      handle: async ({ session }, { params }) =>
        paperFile(files, await viewPaper(pools, session, params.record, today())),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/papers/:record',
      words: words('文书版本及各单位签署情况', 'A version of a paper, and how far each unit is'),
      permission: see,
      params: byRecord,
      response: contract.paperView,
      handle: ({ session }, { params }) => viewPaper(pools, session, params.record, today()),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/papers/:record/waiting',
      words: words('未签阅人员', 'Who still has to answer'),
      permission: see,
      params: byRecord,
      query: contract.waitingQuery,
      response: contract.waiting,
      handle: ({ session }, { params, query }) => waitingFor(pools, session, params.record, query),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/papers/:record/deliveries',
      words: acts.delivering.words,
      permission: deliver,
      acts: [acts.delivering],
      params: byRecord,
      body: contract.circle,
      response: contract.delivered,
      handle: ({ session }, { params, body }) => deliverPaper(pools, session, params.record, body),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/own-papers',
      words: words('我的文书', 'My papers'),
      permission: answer,
      response: contract.ownPapers,
      handle: async ({ session }) => ({ papers: await ownPapers(pools, session) }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/own-papers/:delivery/open',
      words: acts.opening.words,
      permission: answer,
      acts: [acts.opening],
      params: byDelivery,
      response: contract.ownText,
      handle: ({ session }, { params }) => openOwnPaper(pools, session, params.delivery),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/conduct/own-papers/:delivery/file',
      words: words('下载本人文书文件', 'Download the file of an own paper'),
      permission: answer,
      params: byDelivery,
      handle: async ({ session }, { params }) => paperFile(files, await ownPaper(pools, session, params.delivery)),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/own-papers/:delivery/sign',
      words: acts.signing.words,
      permission: answer,
      acts: [acts.signing],
      params: byDelivery,
      body: contract.signing,
      response: contract.answered,
      handle: async (ctx, { params, body }) => ({
        answer: await signPaper(pools, ctx.session, params.delivery, body.sha256, () => confirm(ctx, body.presence)),
      }),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/conduct/own-papers/:delivery/refuse',
      words: acts.refusing.words,
      permission: answer,
      acts: [acts.refusing],
      params: byDelivery,
      body: contract.refusing,
      response: contract.answered,
      handle: async ({ session }, { params, body }) => ({
        answer: await refusePaper(pools, session, params.delivery, body.reason),
      }),
    }),
  ];
}
