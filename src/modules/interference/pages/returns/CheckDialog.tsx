import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { get } from '../../../../web/api/client.ts';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { DueReturn, ReturnCheck } from '../../contract.ts';
import { texts } from './texts.ts';
import { usePeriodName } from './use-period-name.ts';

/** A signed return against what is in the store now, and the file with which anybody holds the count against the ledger. */
export function CheckDialog({ of, record, onClose }: { of: DueReturn; record: string; onClose: () => void }) {
  const { say } = useSpeech();
  const periodName = usePeriodName();
  const query = useQuery({
    queryKey: ['interference', 'check', record],
    queryFn: () => get<ReturnCheck>(`/api/interference/returns/${record}/check`),
    gcTime: 0,
  });
  return (
    <Modal
      open
      title={fill(say(texts.checking), { unit: of.unitName, period: periodName(of) })}
      footer={null}
      onCancel={onClose}
    >
      <Asked query={query} />
      {query.data && <Checked check={query.data} record={record} />}
    </Modal>
  );
}

function Checked({ check, record }: { check: ReturnCheck; record: string }) {
  const { say } = useSpeech();
  if (check.holds === null) return <Alert type="info" showIcon title={say(texts.typed)} />;
  return (
    <>
      <Alert
        type={check.holds ? 'success' : 'error'}
        showIcon
        title={say(check.holds ? texts.holds : texts.differs)}
        className="card-alert"
      />
      {check.counts ? <Counts counts={check.counts} record={record} /> : <p className="quiet">{say(texts.noCounts)}</p>}
    </>
  );
}

function Counts({ counts, record }: { counts: NonNullable<ReturnCheck['counts']>; record: string }) {
  const { say } = useSpeech();
  const facts = [
    [texts.signedCount, counts.signedCount],
    [texts.foundCount, counts.foundCount],
    [texts.signedRoot, counts.signedRoot],
    [texts.foundRoot, counts.foundRoot],
  ] as const;
  return (
    <>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name.en}>
            <dt>{say(name)}</dt>
            <dd className="numbers break">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{say(texts.proofHint)}</p>
      <Button
        icon={<DownloadOutlined aria-hidden />}
        href={`/api/interference/returns/${record}/proof`}
        download={`${record}.json`}
      >
        {say(texts.proof)}
      </Button>
    </>
  );
}
