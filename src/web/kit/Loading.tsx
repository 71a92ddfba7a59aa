import { Spin } from 'antd';
import { useSpeech } from '../locales/index.ts';

/** Said to screen readers as well: something is on its way. */
export function Loading() {
  const { t } = useSpeech();
  return (
    <div role="status" style={{ padding: 48, textAlign: 'center' }}>
      <Spin />
      <div className="quiet" style={{ marginTop: 8 }}>
        {t.app.loading}
      </div>
    </div>
  );
}
