import { type OwnHearing, stateOwn } from '../../../../web/api/my-file.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { statement } from '../../officer/lifecycle.ts';
import { texts } from './texts.ts';
import { WordsDialog } from './WordsDialog.tsx';

const { text, evidenceGiven } = statement;

export function StatementDialog({ hearing, onClose }: { hearing: OwnHearing; onClose: () => void }) {
  const { say } = useSpeech();
  return (
    <WordsDialog
      name={`clues.statement ${hearing.record}`}
      title={say(texts.state)}
      hint={say(texts.hearingHint)}
      columns={{ words: text, evidence: evidenceGiven }}
      onSend={(words, evidence) => stateOwn(hearing.record, { version: hearing.version, text: words, evidence })}
      onClose={onClose}
    />
  );
}
