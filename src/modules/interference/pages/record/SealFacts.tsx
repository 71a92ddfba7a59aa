import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { fill } from '../../../../platform/words.ts';
import { proofAddress } from '../../../../web/api/registers.ts';
import { formatDay, formatMoment, formatNumber } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { OwnRecord } from '../../contract.ts';
import { records } from '../../registers.ts';
import { texts } from './texts.ts';

/** When it happened, when it was filed, and where the ledger holds it. */
export function SealFacts({ of }: { of: OwnRecord }) {
  const { say, language } = useSpeech();
  const lag =
    of.lagDays !== null &&
    fill(say(of.lagDays === 0 ? texts.sameDay : of.lagDays === 1 ? texts.day : texts.days), { days: of.lagDays });
  return (
    <dl className="facts">
      <div>
        <dt>{say(texts.event)}</dt>
        <dd>{formatDay(of.askedOn, language)}</dd>
      </div>
      {of.filedAt && (
        <div>
          <dt>{say(texts.filedAt)}</dt>
          <dd>
            {formatMoment(of.filedAt, language)} · {lag} {of.backFilled && <Tag color="purple">{say(texts.late)}</Tag>}
          </dd>
        </div>
      )}
      <div>
        <dt>{say(texts.place)}</dt>
        <dd className="numbers">
          <span role="status">
            {of.seq === null || of.sealedAt === null ? (
              say(texts.waiting)
            ) : (
              <>
                {fill(say(texts.seq), { seq: formatNumber(of.seq) })} · {say(texts.sealedAt)}{' '}
                {formatMoment(of.sealedAt, language)}
                {of.sealedSameDay && say(texts.sealedToday)}
              </>
            )}
          </span>
        </dd>
      </div>
    </dl>
  );
}

/** The proof of the own record, to be kept by the recorder; there once the ledger has signed over it. */
export function ProofButton({ of }: { of: OwnRecord }) {
  const { say } = useSpeech();
  if (of.sealedAt === null) return null;
  return (
    <Button
      icon={<DownloadOutlined aria-hidden />}
      href={proofAddress(records.name, of.record)}
      download={`${of.number}.json`}
      aria-label={`${say(texts.proof)} ${of.number}`}
    >
      {say(texts.proof)}
    </Button>
  );
}
