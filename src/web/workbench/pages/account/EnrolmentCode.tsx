import { QRCode } from 'antd';
import type { Enrolment } from '../../../api/accounts.ts';
import { CopyText } from '../../../kit/CopyText.tsx';
import { useSpeech } from '../../../locales/index.ts';

/** What an authenticator app takes: the picture to scan, and the secret for typing. Drawn here, sent nowhere. */
export function EnrolmentCode({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useSpeech();
  return (
    <>
      <p className="card-hint">{t.account.scan}</p>
      <div className="enrolment">
        <QRCode type="svg" value={enrolment.address} size={180} aria-label={t.account.qr} />
        <div>
          <h3>{t.account.secret}</h3>
          <CopyText text={enrolment.secret} label={t.account.secret} />
        </div>
      </div>
    </>
  );
}
