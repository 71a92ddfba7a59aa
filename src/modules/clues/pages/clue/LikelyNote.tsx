import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { likelyTextQuery } from '../../../../web/api/clues.ts';
import { meQuery } from '../../../../web/api/me.ts';
import type { Values } from '../../../../web/api/registers.ts';
import { useSettled } from '../../../../web/kit/use-settled.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { COMPARES } from '../../likeness/who.ts';
import { LikelyTable } from './LikelyTable.tsx';

/** Under the form of a new clue: what the words typed so far may repeat. */
export default function LikelyNote({ values }: { values: Values }) {
  const { t } = useSpeech();
  const me = useQuery(meQuery).data;
  const summary = useSettled(String(values.summary ?? ''));
  const may = COMPARES.some((role) => me?.roles.includes(role));
  const asked = likelyTextQuery(summary);
  const found = useQuery({ ...asked, enabled: may && asked.enabled === true }).data ?? [];
  if (found.length === 0) return null;
  return <Alert type="warning" showIcon title={t.clues.likelyTyping} description={<LikelyTable found={found} />} />;
}
