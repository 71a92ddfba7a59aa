import type { z } from 'zod';
import type { aboutSite, BulletinView, bulletinList, publicRows } from '../../modules/bulletin/contract.ts';
import type { publicClarifications } from '../../modules/disclosure/contract.ts';
import type { PlanList, PlanView } from '../../modules/recheck/contract.ts';
import { withQuery } from './client.ts';

export type PublicBulletin = BulletinView;
export type PublicFigure = BulletinView['figures'][number];
export type PublicList = z.infer<typeof bulletinList>;
export type PublicRows = z.infer<typeof publicRows>;
export type About = z.infer<typeof aboutSite>;
export type PublicPlans = PlanList;
export type PublicPlan = PlanView;
export type PublicClarifications = z.infer<typeof publicClarifications>;
export type Part = 'records' | 'base';

const bulletins = '/api/public/bulletins';
const rechecks = '/api/public/recheck/plans';

/** Addresses of what everybody may read. */
export const open = {
  about: '/api/public/about',
  bulletins,
  bulletin: (id: string) => `${bulletins}/${encodeURIComponent(id)}`,
  records: (id: string, figure: string, part: Part, cursor?: string) =>
    withQuery(`${bulletins}/${id}/figures/${encodeURIComponent(figure)}/records`, { part, cursor }),
  bundle: (id: string) => `${bulletins}/${id}/bundle`,
  document: (id: string, format: 'docx' | 'html') => `${bulletins}/${id}/export?format=${format}`,
  /** @param number of the correction, from 1 */
  notice: (id: string, number: number) => `${bulletins}/${id}/corrections/${number}/notice`,
  rechecks,
  recheck: (id: string) => `${rechecks}/${encodeURIComponent(id)}`,
  recheckFile: (id: string) => `${rechecks}/${encodeURIComponent(id)}/file`,
  clarifications: (cursor?: string) => withQuery('/api/public/clarifications', { cursor }),
  checker: '/public/checker.html',
  checkpoint: '/ledger/checkpoint',
} as const;
