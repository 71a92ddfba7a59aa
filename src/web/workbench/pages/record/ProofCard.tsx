import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card } from 'antd';
import type { Register } from '../../../../platform/register/declare.ts';
import { proofAddress, type Version } from '../../../api/registers.ts';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { useSpeech } from '../../../locales/index.ts';
import { VersionSource } from './VersionSource.tsx';

/** Where the record came from and where it stands in the ledger, with the proof to take away. */
export function ProofCard({ register, version }: { register: Register; version: Version }) {
  const { t, language } = useSpeech();
  const { act } = version;
  return (
    <Card
      size="small"
      title={<h2>{t.record.proof}</h2>}
      extra={
        act.seq !== null && (
          <Button
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            href={proofAddress(register.name, version.record)}
            download={`${version.record}.json`}
          >
            {t.record.downloadProof}
          </Button>
        )
      }
    >
      <p className="quiet card-hint">{t.record.proofHint}</p>
      <dl className="facts">
        <div>
          <dt>{t.record.source}</dt>
          <dd>
            <VersionSource version={version} />
          </dd>
        </div>
        <div>
          <dt>{t.record.ledgerPlace}</dt>
          <dd className="numbers">{act.seq === null ? t.record.pending : formatNumber(act.seq)}</dd>
        </div>
        <div>
          <dt>{t.record.recordedAt}</dt>
          <dd>{formatMoment(version.recordedAt, language)}</dd>
        </div>
        <div>
          <dt>{t.record.by}</dt>
          <dd>{act.actor ?? t.record.bySystem}</dd>
        </div>
      </dl>
    </Card>
  );
}
