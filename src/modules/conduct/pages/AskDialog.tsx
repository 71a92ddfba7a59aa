import { words } from '../../../platform/words.ts';
import { post } from '../../../web/api/client.ts';
import { RecordForm } from '../../../web/kit/RecordForm.tsx';
import { useSpeech } from '../../../web/locales/index.ts';
import { talkTriggers } from '../registers.ts';

const texts = {
  title: words(
    '登记必谈事项（不写原因，存证不显示登记人）',
    'Ask for a talk (no reason; the log does not say who asked)',
  ),
  save: words('登记', 'Enter'),
};
const { officer, kind, occurredOn, dueOn } = talkTriggers.columns;
const form = { ...talkTriggers, name: 'conduct.talkTriggers.ask', columns: { officer, kind, occurredOn, dueOn } };

/** Asks for a talk with an officer. There is no field for why. */
export function AskDialog({ onDone, onClose }: { onDone: () => Promise<void>; onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <RecordForm
      register={form}
      title={say(texts.title)}
      saveAs={say(texts.save)}
      onSave={async (given) => {
        await post('/api/conduct/talk-triggers', given);
        await onDone();
        onClose();
      }}
      onClose={onClose}
    />
  );
}
