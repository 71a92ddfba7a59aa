import { Tag } from 'antd';
import type { PlanList } from '../../../web/api/recheck.ts';
import { useSpeech } from '../../../web/locales/index.ts';

const colours = { COMMITTED: 'processing', DUE: 'warning', DRAWN: 'processing', DONE: 'success' } as const;

/** Where a plan stands, in words. */
export function StateTag({ state }: { state: PlanList['plans'][number]['state'] }) {
  const { t } = useSpeech();
  return <Tag color={colours[state]}>{t.recheck.states[state]}</Tag>;
}
