import { z } from 'zod';
import type { Role } from '../access/roles.ts';
import { AppError } from '../errors.ts';
import { permission } from '../http/permission.ts';
import { Download } from '../http/reply.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { exporting, reading } from '../register/records/acts.ts';
import type { RecordDesk } from '../register/records/desk.ts';
import { formats } from '../register/records/export.ts';
import { words } from '../words.ts';
import { advance, type MatterDesk } from './advance.ts';
import * as contract from './contract.ts';
import { actionsOf } from './declare.ts';
import { gapRoles, gapsOf } from './gaps.ts';
import { handingOver, handOver, handOverRoles } from './hand-over.ts';
import { lateIn } from './late.ts';
import { exportLate } from './late-workbook.ts';
import type { Matter } from './matter.ts';
import { viewMatter } from './view.ts';
import { deskOf, wallOf } from './waiting.ts';

const ofMatter = z.object({ name: z.string().max(80) });
const ofRecord = ofMatter.extend({ record: z.uuid() });
const month = z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) });

/** The routes of all matters: one set for every lifecycle that is declared. */
export function matterRoutes(desk: MatterDesk & Pick<RecordDesk, 'nameOf'>, matters: readonly Matter[]): Route[] {
  const byName = new Map(matters.map((matter) => [matter.name, matter]));
  const named = ({ name }: { readonly name: string }): Matter => {
    const matter = byName.get(name);
    if (!matter) throw new AppError('record.missing');
    return matter;
  };
  const acting = matters.flatMap(({ lifecycle }) => actionsOf(lifecycle).flatMap(([, { who }]) => who));
  const seeing = matters.flatMap(({ register }) => Object.keys(register.policy.read) as Role[]);
  const see = permission({ name: 'matters.see', words: words('查看办件', 'See matters'), roles: [...new Set(seeing)] });
  const act = permission({ name: 'matters.act', words: words('办理', 'Act on matters'), roles: [...new Set(acting)] });
  const acts = matters.flatMap((matter) => Object.values(matter.acts));
  return [
    defineRoute({
      method: 'GET',
      path: '/api/desk',
      words: words('工作台：待办、逾期、变动', 'What waits for me'),
      permission: 'signedIn',
      response: contract.desk,
      handle: ({ session }) => deskOf(desk, session, matters),
    }),
    ...gapRoutes(desk, matters),
    defineRoute({
      method: 'GET',
      path: '/api/matters/:name/wall',
      words: words('期限墙', 'Clock wall'),
      permission: see,
      params: ofMatter,
      query: contract.wallQuery,
      response: contract.wall,
      handle: ({ session }, { params, query }) => wallOf(desk, session, named(params), query),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/matters/:name/late',
      words: words('逾期月报', 'Monthly report of what is late'),
      permission: see,
      params: ofMatter,
      query: month,
      response: contract.lateReport,
      handle: ({ session }, { params, query }) => lateIn(desk, session, named(params), query.month),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/matters/:name/late.xlsx',
      words: words('导出逾期月报', 'The monthly report as a workbook'),
      permission: see,
      acts: [exporting],
      params: ofMatter,
      query: month,
      async handle({ session, language }, { params, query }) {
        const matter = named(params);
        const body = await exportLate(desk, session, matter, query.month, language);
        const name = `${matter.register.words[language]} ${query.month}.xlsx`;
        return new Download(name, formats.xlsx, body);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/matters/:name/:record',
      words: words('打开办件', 'Open a matter'),
      permission: see,
      acts: [reading],
      params: ofRecord,
      response: contract.matterView,
      handle: ({ session }, { params }) => viewMatter(desk, session, named(params), params.record),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/matters/:name',
      words: words('新建办件', 'Open a new matter'),
      permission: act,
      acts,
      params: ofMatter,
      body: contract.matterOpened,
      response: contract.advanced,
      handle: ({ session }, { params, body }) => advance(desk, session, named(params), body),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/matters/:name/:record/:action',
      words: words('办理一步', 'Take a step'),
      permission: act,
      acts,
      params: ofRecord.extend({ action: z.string().max(60) }),
      body: contract.stepTaken,
      response: contract.advanced,
      handle: ({ session }, { params, body }) =>
        advance(desk, session, named(params), { record: params.record, action: params.action, ...body }),
    }),
  ];
}

/** Where a holder is missing, and the act that hands over; none where no kind of matter says who holds it. */
function gapRoutes(desk: MatterDesk, matters: readonly Matter[]): Route[] {
  if (gapRoles(matters).length === 0) return [];
  const oversee = permission({
    name: 'matters.gaps',
    words: words('查看承办缺口', 'See work without a holder'),
    roles: gapRoles(matters),
  });
  const pass = permission({ name: 'matters.hand-over', words: handingOver.words, roles: handOverRoles(matters) });
  return [
    defineRoute({
      method: 'GET',
      path: '/api/gaps',
      words: words('承办缺口', 'Work without a holder'),
      permission: oversee,
      response: contract.gaps,
      handle: ({ session }) => gapsOf(desk, session, matters),
    }),
    defineRoute({
      method: 'POST',
      path: '/api/gaps/hand-over',
      words: handingOver.words,
      permission: pass,
      acts: [handingOver],
      body: contract.handOver,
      response: contract.handedOver,
      handle: ({ session }, { body }) => handOver(desk, session, matters, body),
    }),
  ];
}
