import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Space } from 'antd';
import { Loading } from '../../../../web/kit/Loading.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import { ownQuery } from './own.ts';
import { ProofButton, SealFacts } from './SealFacts.tsx';
import { texts } from './texts.ts';

/** What the recorder holds in hand: number, days, the place in the ledger, and the proof. */
export function Receipt({ record, onAnother }: { record: string; onAnother: () => void }) {
  const { say } = useSpeech();
  const { data } = useQuery(ownQuery);
  const own = data?.records.find((one) => one.record === record);
  return (
    <Card size="small" data-testid="receipt">
      <Alert
        type="success"
        showIcon
        title={say(texts.filed)}
        description={say(texts.filedHint)}
        className="card-alert"
      />
      {own ? (
        <>
          <div className="receipt-number">{own.number}</div>
          <SealFacts of={own} />
          {own.sealedAt && (
            <p className="quiet">
              {say(texts.proofHint)} <code className="break">{own.commitment}</code>
            </p>
          )}
        </>
      ) : (
        <Loading />
      )}
      <Space wrap>
        <Button type="primary" onClick={onAnother}>
          {say(texts.another)}
        </Button>
        {own && <ProofButton of={own} />}
      </Space>
    </Card>
  );
}
