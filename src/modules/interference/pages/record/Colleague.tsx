import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { get, withQuery } from '../../../../web/api/client.ts';
import { useSettled } from '../../../../web/kit/use-settled.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { people } from '../../contract.ts';
import { Taps } from './Taps.tsx';
import { texts } from './texts.ts';

interface Props {
  /** What was typed as the name of the person. */
  readonly name: string;
  readonly value?: string | null;
  readonly onChange?: (number: string) => void;
}

const NOBODY = '';

/** Officers of exactly the name typed, so that the right one of two namesakes is kept from the record for certain. */
export function Colleague({ name, value, onChange }: Props) {
  const { say } = useSpeech();
  const asked = useSettled(name.trim());
  const { data } = useQuery({
    queryKey: ['interference', 'people', asked],
    queryFn: () => get<z.infer<typeof people>>(withQuery('/api/interference/people', { asked })),
    enabled: asked.length >= 2,
  });
  if (asked.length < 2 || !data?.people.length) return null;
  return (
    <div className="stack" style={{ gap: 8, marginBottom: 24 }}>
      <span>{say(texts.colleague)}</span>
      <Taps
        label={say(texts.colleague)}
        value={value ?? NOBODY}
        onChange={onChange}
        options={[
          ...data.people.map((one) => ({
            value: one.officerNo,
            label: [one.name, one.officerNo, one.unit, one.post].filter(Boolean).join(' · '),
          })),
          { value: NOBODY, label: say(texts.nobody) },
        ]}
      />
    </div>
  );
}
