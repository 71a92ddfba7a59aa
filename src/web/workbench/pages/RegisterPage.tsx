import { useParams } from '@tanstack/react-router';
import { Result } from 'antd';
import { findRegister } from '../../../modules/pages.ts';
import { Anchor } from '../../kit/Anchor.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { RegisterView } from './register/RegisterView.tsx';

/** One register by its address. */
export default function RegisterPage() {
  const { t } = useSpeech();
  const { name = '' } = useParams({ strict: false }) as { name?: string };
  const register = findRegister(name);
  if (!register) {
    return (
      <Result status="info" title={t.register.missing} extra={<Anchor to={paths.registers}>{t.register.all}</Anchor>} />
    );
  }
  return <RegisterView key={name} register={register} />;
}
