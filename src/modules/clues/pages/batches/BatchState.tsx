import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { fill } from '../../../../platform/words.ts';
import type { BatchStanding } from '../../../../web/api/clues.ts';
import { formatNumber } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

/** Whether what is registered ties to the list that was handed over. */
export function ListTag({ batch: { size, registered, listTies } }: { batch: BatchStanding }) {
  const own = useSpeech().t.clues;
  const apart = registered - size;
  if (apart !== 0)
    return <Tag color="error">{fill(apart < 0 ? own.missing : own.tooMany, { n: Math.abs(apart) })}</Tag>;
  if (listTies === false) return <Tag color="error">{own.differs}</Tag>;
  return listTies ? <Tag color="success">{own.ties}</Tag> : <Tag>{own.noChecksum}</Tag>;
}

export function ClosedTag({ closed }: { closed: boolean }) {
  const own = useSpeech().t.clues;
  return <Tag color={closed ? 'success' : 'processing'}>{closed ? own.batchClosed : own.batchOpen}</Tag>;
}

/** How many more there are than a list shows; nothing where it shows them all. */
export function NotListed({ shown, of, more }: { shown: number; of: number; more?: ReactNode }) {
  const own = useSpeech().t.clues;
  if (of <= shown) return null;
  return (
    <p className="quiet">
      {fill(own.notListed, { shown: formatNumber(shown), n: formatNumber(of - shown) })} {more}
    </p>
  );
}
