import { z } from 'zod';
import { type Tx, transact } from '../database/transact.ts';
import { AppError } from '../errors.ts';
import { Download } from '../http/reply.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { exporting, listing } from '../register/records/acts.ts';
import { exportSet, formats } from '../register/records/export.ts';
import { lookedThrough } from '../register/records/look-through.ts';
import type { Moment } from '../register/sets.ts';
import { words } from '../words.ts';
import { type CheckedDesk, runChecks } from './checks.ts';
import {
  crossCheckList,
  drill,
  drillQuery,
  figureDetail,
  figureExport,
  figureList,
  figureQuery,
  type figureView,
  trend,
  trendQuery,
} from './contract.ts';
import type { Figure } from './declare.ts';
import { definitionOf } from './definition.ts';
import { evaluate, openFigure, setsOf } from './evaluate.ts';
import { cutOffs, trendOf } from './trend.ts';

export interface FigureService extends CheckedDesk {
  readonly figures: readonly Figure[];
  moduleOf(id: string): string;
  /** The cut-off day when nobody asks for another: the programme's own, else today. */
  cutOff(tx: Tx): Promise<string>;
}

/** Figures are for everybody who is signed in; each sees them over the records that they may see. */
export function figureRoutes(desk: FigureService): Route[] {
  const momentOf = async (tx: Tx, query: { asOf?: string; knownAt?: string }): Promise<Moment & { asOf: string }> => ({
    asOf: query.asOf ?? (await desk.cutOff(tx)),
    knownAt: query.knownAt ? new Date(query.knownAt) : undefined,
  });
  const named = (id: string): Figure => {
    const figure = desk.find(id);
    if (!figure) throw new AppError('record.missing');
    return figure;
  };
  const view = (figure: Figure, result: Awaited<ReturnType<typeof evaluate>>): z.input<typeof figureView> => ({
    id: figure.id,
    module: desk.moduleOf(figure.id),
    words: figure.words,
    unit: figure.unit,
    kind: figure.kind,
    version: figure.version,
    ...result,
  });
  return [
    defineRoute({
      method: 'GET',
      path: '/api/figures',
      words: words('全部口径', 'All figures'),
      permission: 'signedIn',
      query: figureQuery,
      response: figureList,
      handle: (ctx, { query }) =>
        transact(ctx.database, ctx.session, 'read', async (tx) => {
          const moment = await momentOf(tx, query);
          const figures: z.input<typeof figureView>[] = [];
          for (const figure of desk.figures)
            figures.push(view(figure, await evaluate(tx, desk, ctx.session, figure, moment)));
          return { asOf: moment.asOf, figures };
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/figures/:id',
      words: words('一个口径', 'One figure'),
      permission: 'signedIn',
      params: z.object({ id: z.string() }),
      query: figureQuery,
      response: figureDetail,
      handle: (ctx, { params, query }) =>
        transact(ctx.database, ctx.session, 'read', async (tx) => {
          const figure = named(params.id);
          const moment = await momentOf(tx, query);
          const result = await evaluate(tx, desk, ctx.session, figure, moment);
          return { ...view(figure, result), asOf: moment.asOf, definition: definitionOf(figure.value) };
        }),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/figures/:id/records',
      words: words('口径的记录', 'Records of a figure'),
      permission: 'signedIn',
      acts: [listing],
      params: z.object({ id: z.string() }),
      query: drillQuery,
      response: drill,
      async handle({ database, session }, { params, query }) {
        const page = await transact(database, session, 'read', async (tx) =>
          openFigure(tx, desk, session, named(params.id), query.part, await momentOf(tx, query), query),
        );
        return lookedThrough(database, session, desk.registry.catalogue.get(page.register), [], page);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/figures/:id/export',
      words: words('导出口径的记录', 'Export the records of a figure'),
      permission: 'signedIn',
      acts: [exporting],
      params: z.object({ id: z.string() }),
      query: figureExport,
      async handle({ database, session, language }, { params, query }) {
        const figure = named(params.id);
        const set = setsOf(figure.value)[query.part === 'records' ? 0 : 1];
        if (!set) throw new AppError('request.invalid', { detail: `${figure.id}: ${query.part}` });
        const { asOf } = await transact(database, session, 'read', (tx) => momentOf(tx, query));
        const records = { pools: database, registry: desk.registry };
        const asked = { asOf, knownAt: query.knownAt };
        const body = await exportSet(records, session, set, asked, { format: query.format, language });
        return new Download(`${figure.words[language]} ${asOf}.${query.format}`, formats[query.format], body);
      },
    }),
    defineRoute({
      method: 'GET',
      path: '/api/figures/:id/trend',
      words: words('口径的走势', 'A figure over time'),
      permission: 'signedIn',
      params: z.object({ id: z.string() }),
      query: trendQuery,
      response: trend,
      handle: (ctx, { params, query }) =>
        transact(ctx.database, ctx.session, 'read', async (tx) => ({
          id: params.id,
          points: await trendOf(tx, desk, ctx.session, named(params.id), cutOffs(query.from, query.to, query.points)),
        })),
    }),
    defineRoute({
      method: 'GET',
      path: '/api/figures/checks',
      words: words('口径之间的核对', 'Cross-checks between figures'),
      permission: 'signedIn',
      query: figureQuery,
      response: crossCheckList,
      handle: (ctx, { query }) =>
        transact(ctx.database, ctx.session, 'read', async (tx) => {
          const moment = await momentOf(tx, query);
          const results = new Map<string, Awaited<ReturnType<typeof evaluate>>>();
          for (const figure of desk.figures)
            results.set(figure.id, await evaluate(tx, desk, ctx.session, figure, moment));
          return { asOf: moment.asOf, checks: await runChecks(tx, desk, ctx.session, results, moment) };
        }),
    }),
  ];
}
