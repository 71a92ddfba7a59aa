import { Alert } from 'antd';
import { fill } from '../../../platform/words.ts';
import type { PlanPreview } from '../../../web/api/recheck.ts';
import { useSpeech } from '../../../web/locales/index.ts';

/** Names listed; a pool of hundreds without accounts is told by its number. */
const LISTED = 20;

/**
 * Who of the pool could do nothing about a case drawn, and what to do about it.
 * @param fixed whether the pool cannot be changed any more
 */
export function UnreadyAlert({ officers, fixed = false }: { officers: PlanPreview['unready']; fixed?: boolean }) {
  const { t } = useSpeech();
  const { unready } = t.recheck;
  if (officers.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="card-alert"
      title={fill(unready.title, { n: officers.length })}
      description={
        <>
          <p>{fixed ? unready.hintLater : unready.hint}</p>
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {officers.slice(0, LISTED).map(({ officer, name, unit, account }) => (
              <li key={officer}>
                {fill(unready.line, {
                  who: [name, unit].filter(Boolean).join(' · '),
                  why: account ? unready.role : unready.account,
                })}
              </li>
            ))}
          </ul>
          {officers.length > LISTED && <p>{fill(unready.more, { n: officers.length - LISTED })}</p>}
        </>
      }
    />
  );
}
