import { Result } from 'antd';
import { Anchor } from '../../kit/Anchor.tsx';
import { useSpeech } from '../../locales/index.ts';
import { paths } from '../paths.ts';

export function NoSuchPage() {
  const { t } = useSpeech();
  return (
    <Result
      status="info"
      title={t.app.missing}
      subTitle={t.app.missingHint}
      extra={<Anchor to={paths.home}>{t.app.backHome}</Anchor>}
    />
  );
}
