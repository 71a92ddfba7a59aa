import { askForReview } from '../../../../web/api/my-file.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { reviewRequests } from '../../officer/registers.ts';
import { texts } from './texts.ts';
import { WordsDialog } from './WordsDialog.tsx';

const { grounds, evidence } = reviewRequests.columns;

interface Props {
  readonly hearing: string;
  readonly kind: keyof typeof reviewRequests.columns.kind.choices;
  readonly title: string;
  readonly onClose: () => void;
}

export function AskDialog({ hearing, kind, title, onClose }: Props) {
  const { say } = useSpeech();
  return (
    <WordsDialog
      name={`clues.review ${hearing} ${kind}`}
      title={title}
      hint={say(texts.rightsHint)}
      columns={{ words: grounds, evidence }}
      onSend={(words, given) => askForReview({ hearing, kind, grounds: words, evidence: given })}
      onClose={onClose}
    />
  );
}
