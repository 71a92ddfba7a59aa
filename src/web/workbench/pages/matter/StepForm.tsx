import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { RoomMatter } from '../../../../modules/pages.ts';
import type { Values } from '../../../api/registers.ts';
import { RecordForm } from '../../../kit/RecordForm.tsx';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly matter: RoomMatter;
  readonly action: string;
  /** What the record holds: fields called like its columns start with it. */
  readonly start?: Values;
  readonly onTake: (input: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly onClose: () => void;
  /** The facts to decide on, under the form: nobody has to close it to look them up. */
  readonly children?: ReactNode;
}

/** The form of one step, drawn from the lifecycle: its fields, and a reason where one must be given. */
export function StepForm({ matter, action, start, onTake, onClose, children }: Props) {
  const { t, say } = useSpeech();
  const load = matter.notes?.[action];
  const Note = useMemo(() => load && lazy(load), [load]);
  const { words, fields = {}, reason } = matter.lifecycle.actions[action]!;
  return (
    <RecordForm
      register={{ ...matter.register, name: `${matter.register.name}.${action}`, columns: fields }}
      title={say(words)}
      start={start}
      asksReason={reason ?? false}
      saveAs={say(words)}
      note={
        Note &&
        ((values) => (
          <Suspense fallback={null}>
            <Note values={values} />
          </Suspense>
        ))
      }
      onSave={(values, given) => onTake({ ...values, ...(reason ? { reason: given } : {}) })}
      onClose={onClose}
    >
      {children && (
        <section className="stack step-facts" aria-label={t.matters.facts}>
          <h2>{t.matters.facts}</h2>
          {children}
        </section>
      )}
    </RecordForm>
  );
}
