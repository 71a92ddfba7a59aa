import { CheckCircleOutlined, CloseCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { findingsQuery } from '../../../../web/api/bulletins.ts';
import { Anchor } from '../../../../web/kit/Anchor.tsx';
import { Asked } from '../../../../web/kit/Asked.tsx';
import { paths } from '../../../../web/kit/paths.ts';
import { useSpeech } from '../../../../web/locales/index.ts';

interface Props {
  readonly id: string;
  readonly version: number;
  readonly asOf: string;
}

/** What speaks against freezing the draft as it was last saved. */
export function FindingsCard({ id, version, asOf }: Props) {
  const { t } = useSpeech();
  const query = useQuery(findingsQuery(id, version));
  const findings = query.data?.findings ?? [];
  const stops = findings.filter(({ severity }) => severity === 'stop').length;
  const counts = [
    ...(stops > 0 ? [fill(t.bulletins.stops, { n: stops })] : []),
    ...(findings.length > stops ? [fill(t.bulletins.warnings, { n: findings.length - stops })] : []),
  ];
  return (
    <Card size="small" title={<h2>{t.bulletins.findings}</h2>} extra={counts.join(t.figures.or)}>
      <Asked query={query} />
      {query.isSuccess && findings.length === 0 && (
        <p className="card-hint">
          <CheckCircleOutlined aria-hidden /> {t.bulletins.noFindings}
        </p>
      )}
      <ul className="findings" aria-busy={query.isPlaceholderData}>
        {findings.map(({ severity, figure, message }) => (
          <li key={`${severity} ${figure} ${message}`} className={`finding-${severity}`}>
            <span className="finding-state">
              {severity === 'stop' ? <CloseCircleOutlined aria-hidden /> : <WarningOutlined aria-hidden />}{' '}
              {t.bulletins[severity]}
            </span>
            <span className="break">{message}</span>
            {figure && (
              <Anchor to={paths.figure(figure)} search={{ asOf }} className="break figure-id">
                {figure}
              </Anchor>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
