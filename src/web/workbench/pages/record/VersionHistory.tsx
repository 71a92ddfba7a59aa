import type { Register } from '../../../../platform/register/declare.ts';
import { fill } from '../../../../platform/words.ts';
import type { Version } from '../../../api/registers.ts';
import { formatMoment, formatNumber } from '../../../kit/format.ts';
import { VersionTag } from '../../../kit/VersionTag.tsx';
import { useSpeech } from '../../../locales/index.ts';
import { VersionChanges } from './VersionChanges.tsx';
import { VersionSource } from './VersionSource.tsx';

interface Props {
  readonly register: Register;
  /** Newest first. */
  readonly versions: readonly Version[];
}

/** All versions of a record, each with what it changed, who did it, from which source, and why the one before went. */
export function VersionHistory({ register, versions }: Props) {
  const { t, language } = useSpeech();
  return (
    <ol className="versions">
      {versions.map((version, index) => {
        const before = versions[index + 1];
        return (
          <li key={version.version}>
            <div className="version-head">
              <strong>{fill(t.record.version, { n: version.version })}</strong>
              <VersionTag version={version} />
              <span className="quiet">{formatMoment(version.recordedAt, language)}</span>
              <span className="quiet">{version.act.actor ?? t.record.bySystem}</span>
              <span className="quiet numbers">
                {t.record.ledgerPlace} {version.act.seq === null ? t.record.pending : formatNumber(version.act.seq)}
              </span>
            </div>
            <div className="quiet">
              {t.record.source}: <VersionSource version={version} />
            </div>
            {version.retiredReason && (
              <div>
                {version.retiredAs === 'voided' ? t.record.voided : t.record.superseded} · {t.record.reason}:{' '}
                {version.retiredReason}
              </div>
            )}
            {before ? (
              <VersionChanges register={register} before={before} after={version} />
            ) : (
              <div className="quiet">{t.record.first}</div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
