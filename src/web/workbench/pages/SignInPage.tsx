import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { meQuery } from '../../api/me.ts';
import { paths } from '../../kit/paths.ts';
import { Gate } from '../layout/Gate.tsx';
import { FactorForm } from './sign-in/FactorForm.tsx';
import { PasswordForm } from './sign-in/PasswordForm.tsx';

/** Only addresses of this site are followed after signing in, never another site's. */
const inside = (next: unknown): string => (typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : paths.home);

/** User name and password, then the second factor where the account has one. */
export default function SignInPage() {
  const [factor, setFactor] = useState(false);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: unknown };

  const enter = async () => {
    queries.clear();
    await queries.fetchQuery(meQuery);
    await navigate({ href: inside(next), replace: true });
  };

  return (
    <Gate>
      {factor ? (
        <FactorForm onPassed={enter} onBack={() => setFactor(false)} />
      ) : (
        <PasswordForm comesBack={next !== undefined} onPassed={(asks) => (asks ? setFactor(true) : void enter())} />
      )}
    </Gate>
  );
}
