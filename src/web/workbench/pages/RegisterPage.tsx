import { useParams } from '@tanstack/react-router';
import { findRegister } from '../../../modules/pages.ts';
import { Notice } from '../../kit/Notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useSpeech } from '../../locales/index.ts';
import { RegisterView } from './register/RegisterView.tsx';

/** One register by its address. */
export default function RegisterPage() {
  const { t } = useSpeech();
  const { name = '' } = useParams({ strict: false }) as { name?: string };
  const register = findRegister(name);
  if (!register) {
    return <Notice title={t.register.missing} link={{ to: paths.registers, label: t.register.all }} />;
  }
  return <RegisterView key={name} register={register} />;
}
