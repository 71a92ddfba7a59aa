import { useQuery } from '@tanstack/react-query';
import { words } from '../../../platform/words.ts';
import { post } from '../../../web/api/client.ts';
import { meQuery } from '../../../web/api/me.ts';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { talkNotes, talks } from '../registers.ts';
import type { Duty } from '../talks/contract.ts';

const texts = { title: words('登记谈话', 'Record a talk'), save: words('登记', 'Record') };

const { officer, talker, layer, heldOn, place, topics } = talks.columns;
const { notes, concerns, issuesAdmitted, followUp } = talkNotes.columns;

/** What the talker or staff types of a talk. Notes are asked of the talker alone: nobody else was there. */
const form = {
  ...talks,
  name: 'conduct.talks.record',
  columns: { officer, talker, heldOn, layer, place, topics },
};
const withNotes = {
  ...form,
  columns: { ...form.columns, notes: { ...notes, optional: true }, concerns, issuesAdmitted, followUp },
};

interface Props {
  readonly duty: Duty | undefined;
  readonly onDone: () => Promise<void>;
  readonly onClose: () => void;
}

/** Registers a talk that was held, for a duty or of one's own accord. */
export function RecordTalk({ duty, onDone, onClose }: Props) {
  const { say } = useSpeech();
  const own = useQuery(meQuery).data?.officer ?? null;
  return (
    <RecordForm
      register={own === null ? form : withNotes}
      title={say(texts.title)}
      saveAs={say(texts.save)}
      start={{ officer: duty?.officer ?? null, talker: own }}
      onSave={async ({ notes: said, concerns: raised, issuesAdmitted: admitted, followUp: next, ...given }) => {
        await post('/api/conduct/talks', {
          ...given,
          ...(duty ? { kind: duty.kind, trigger: duty.trigger } : {}),
          ...(said && given.talker === own
            ? { notes: { notes: said, concerns: raised, issuesAdmitted: admitted, followUp: next } }
            : {}),
        });
        await onDone();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
