import { Result } from 'antd';
import { Anchor } from '../../kit/Anchor.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';

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
