import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card } from 'antd';
import { useEffect, useState } from 'react';
import { words } from '../../../../platform/words.ts';
import { fetchReceipt, ownReportsQuery } from '../../../../web/api/self-reports.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatMoment } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { saveReceipt } from './receipt-file.ts';
import type { Sent } from './use-hand-in.ts';

const texts = {
  title: words('报告已封存提交', 'Your report is sealed and handed in'),
  number: words('报告编号', 'Number'),
  place: words('存证位次', 'Place in the ledger'),
  at: words('存证时间', 'Time of the entry'),
  waiting: words('正在写入存证…', 'Being written to the ledger…'),
  keep: words(
    '请现在保存证明文件：它含有您报告的原文，日后可向任何人证明这些内容当时已经提交。离开本页后，本机不再保留原文，只能再取不含原文的证明。',
    'Save the proof file now. It holds what you wrote, so that you can prove to anybody that you handed in these very words. Once you leave this page the text is gone from this device, and only a proof without it can be had.',
  ),
  save: words('保存证明文件', 'Save the proof file'),
  done: words('完成', 'Done'),
};

/** The receipt of a report that was just handed in: number, place and time, and the one chance to keep the text with its proof. */
export function SentCard({ sent, onDone }: { sent: Sent; onDone: () => void }) {
  const { say, language } = useSpeech();
  const [error, setError] = useState<unknown>(null);
  const receipt = useQuery({
    queryKey: ['self-reports', 'receipt', sent.record],
    queryFn: () => fetchReceipt(sent.record),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const submitted = receipt.data?.submitted;
  const cache = useQueryClient();
  // Now the report has its place: the list below shows it too.
  useEffect(() => {
    if (submitted) void cache.invalidateQueries({ queryKey: ownReportsQuery.queryKey });
  }, [submitted, cache]);
  return (
    <Card size="small" className="card-gap" title={<h2>{say(texts.title)}</h2>}>
      <dl className="facts">
        <div>
          <dt>{say(texts.number)}</dt>
          <dd>{sent.number}</dd>
        </div>
        <div>
          <dt>{say(texts.place)}</dt>
          <dd>{submitted ? `#${submitted.seq}` : say(texts.waiting)}</dd>
        </div>
        <div>
          <dt>{say(texts.at)}</dt>
          <dd>{submitted ? formatMoment(submitted.at, language) : '—'}</dd>
        </div>
      </dl>
      <Alert type="warning" showIcon title={say(texts.keep)} className="card-alert" style={{ marginTop: 12 }} />
      {receipt.isError && <ErrorNotice error={receipt.error} retry={() => void receipt.refetch()} />}
      {error !== null && <ErrorNotice error={error} />}
      <div className="self-below">
        <Button
          type="primary"
          onClick={() => void saveReceipt(sent.record, sent.opened).then(() => setError(null), setError)}
        >
          {say(texts.save)}
        </Button>
        <Button onClick={onDone}>{say(texts.done)}</Button>
      </div>
    </Card>
  );
}
