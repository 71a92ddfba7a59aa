import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card } from 'antd';
import { useState } from 'react';
import { confirmSecondFactor, type Enrolment, enrolSecondFactor, removeSecondFactor } from '../../../api/accounts.ts';
import { meQuery } from '../../../api/me.ts';
import { CopyText } from '../../../kit/CopyText.tsx';
import { useErrorText } from '../../../kit/error-text.ts';
import { useSpeech } from '../../../locales/index.ts';
import { CodeForm } from './CodeForm.tsx';
import { EnrolmentCode } from './EnrolmentCode.tsx';

type Step =
  | { readonly at: 'rest' }
  | { readonly at: 'enrol'; readonly enrolment: Enrolment }
  | { readonly at: 'codes'; readonly codes: readonly string[] }
  | { readonly at: 'remove' };

/** Adding and removing one's second factor (RFC 6238), step by step. */
export function FactorCard({ has }: { has: boolean }) {
  const { t } = useSpeech();
  const { message } = App.useApp();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [step, go] = useState<Step>({ at: 'rest' });
  const [error, setError] = useState<unknown>(null);

  /** Takes a step on the server, and goes on only when it was taken. */
  const take = async (what: () => Promise<Step>) => {
    setError(null);
    try {
      go(await what());
      await queries.invalidateQueries({ queryKey: meQuery.queryKey });
    } catch (failure) {
      setError(failure);
    }
  };
  const rest = () => {
    setError(null);
    go({ at: 'rest' });
  };

  return (
    <Card size="small" title={<h2>{t.account.factor}</h2>}>
      {error !== null && <Alert type="error" showIcon title={errorText(error)} className="card-alert" />}
      {step.at === 'codes' ? (
        <>
          <Alert
            type="warning"
            showIcon
            title={t.account.codesTitle}
            description={t.account.codesHint}
            className="card-alert"
          />
          <CopyText
            text={step.codes.join('\n')}
            label={t.account.codes}
            actions={
              <Button type="primary" onClick={rest}>
                {t.account.noted}
              </Button>
            }
          />
        </>
      ) : (
        <p className="card-hint">{has ? t.account.factorOn : t.account.factorOff}</p>
      )}
      {step.at === 'rest' &&
        (has ? (
          <Button danger onClick={() => go({ at: 'remove' })}>
            {t.account.remove}
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={() => void take(async () => ({ at: 'enrol', enrolment: await enrolSecondFactor() }))}
          >
            {t.account.enrol}
          </Button>
        ))}
      {step.at === 'enrol' && (
        <>
          <EnrolmentCode enrolment={step.enrolment} />
          <CodeForm
            label={t.account.code}
            action={t.account.confirm}
            onCode={(code) => take(async () => ({ at: 'codes', codes: (await confirmSecondFactor(code)).codes }))}
            onCancel={rest}
          />
        </>
      )}
      {step.at === 'remove' && (
        <CodeForm
          label={t.account.removeHint}
          action={t.account.remove}
          onCode={(code) =>
            take(async () => {
              await removeSecondFactor(code);
              message.success(t.account.removed);
              return { at: 'rest' };
            })
          }
          onCancel={rest}
        />
      )}
    </Card>
  );
}
