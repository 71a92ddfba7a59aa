import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { checksQuery } from '../../../api/figures.ts';
import { Asked } from '../../../kit/Asked.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** The relations that must hold between figures, with the numbers that were compared; broken ones first. */
export function ChecksCard({ asOf }: { asOf: string | undefined }) {
  const { t, say } = useSpeech();
  const query = useQuery(checksQuery(asOf));
  const checks = [...(query.data?.checks ?? [])].sort((a, b) => Number(a.holds) - Number(b.holds));
  const broken = checks.filter(({ holds }) => !holds).length;
  return (
    <Card
      size="small"
      title={<h2>{t.figures.checks}</h2>}
      extra={
        checks.length > 0 &&
        (broken > 0 ? fill(t.figures.checksBroken, { n: broken }) : fill(t.figures.checksHold, { n: checks.length }))
      }
    >
      <Asked query={query} />
      {query.isSuccess && checks.length === 0 && <p className="card-hint">{t.figures.noChecks}</p>}
      <ul className="checks">
        {checks.map((check) => (
          <li key={check.id} className={check.holds ? undefined : 'check-broken'}>
            <span className="check-state">
              {check.holds ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
              {check.holds ? t.figures.holds : t.figures.broken}
            </span>
            <span>
              <strong>{check.id}</strong> {say(check.words)}
            </span>
            <span className="quiet numbers break">{say(check.detail)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
