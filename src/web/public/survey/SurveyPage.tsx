import { type FormEvent, useId, useState } from 'react';
import { parseReceiptCode } from '../../../platform/identifiers/receipt.ts';
import type { Language } from '../../../platform/words.ts';
import { anonymously } from '../../api/client.ts';
import { useLanguage } from '../../locales/language.ts';
import { surveyEn, surveyZh } from '../../locales/rooms/survey.ts';
import type { Shape } from '../../locales/shape.ts';
import { reasonOf } from '../Answered.tsx';
import { Heading } from '../Heading.tsx';
import { useSpeech } from '../speech.ts';
import '../report/report.css';

type Texts = Shape<typeof surveyZh>;
const texts: Readonly<Record<Language, Texts>> = { zh: surveyZh, en: surveyEn };

/** Where the holder of a code answers the survey, without an account, a cookie or an address kept. */
// biome-ignore lint/style/noDefaultExport: a page that is fetched when it is first opened
export default function SurveyPage() {
  const { t } = useSpeech();
  const s = texts[useLanguage()];
  const id = useId();
  const [typed, setTyped] = useState('');
  const [aware, setAware] = useState<boolean>();
  const [supportive, setSupportive] = useState<boolean>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const [done, setDone] = useState(false);

  const send = async (code: string): Promise<void> => {
    setBusy(true);
    setFault('');
    try {
      await anonymously.post('/api/public/interference-survey', { code, aware, supportive });
      setTyped('');
      setDone(true);
    } catch (error) {
      setFault(reasonOf(error, t));
    }
    setBusy(false);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = parseReceiptCode(typed);
    if (!code.ok) setFault(s.codeWrong);
    else if (aware === undefined || supportive === undefined) setFault(s.unanswered);
    else void send(code.value);
  };
  if (done)
    return (
      <>
        <Heading title={s.thanks} />
        <p role="status">{s.thanksHint}</p>
      </>
    );
  return (
    <>
      <Heading title={s.title} />
      <form className="letter" onSubmit={submit} autoComplete="off" noValidate>
        <p className="lead">{s.lead}</p>
        <div className="field">
          <label htmlFor={id}>{s.code}</label>
          <input
            id={id}
            className="code"
            inputMode="numeric"
            maxLength={24}
            placeholder="0000 0000 0000 0000"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Question name="aware" asked={s.aware} yes={s.awareYes} no={s.awareNo} value={aware} onChange={setAware} />
        <Question
          name="supportive"
          asked={s.supportive}
          yes={s.supportiveYes}
          no={s.supportiveNo}
          value={supportive}
          onChange={setSupportive}
        />
        <button type="submit" className="button main wide" disabled={busy}>
          {busy ? s.sending : s.send}
        </button>
        {fault && (
          <p className="notice bad" role="alert">
            {fault}
          </p>
        )}
        <p className="hint">{s.facts}</p>
      </form>
    </>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly asked: string;
  readonly yes: string;
  readonly no: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

function Question({ name, asked, yes, no, value, onChange }: QuestionProps) {
  return (
    <fieldset className="field">
      <legend>{asked}</legend>
      {[
        [yes, true],
        [no, false],
      ].map(([label, means]) => (
        <label key={String(means)} className="choice">
          <input type="radio" name={name} checked={value === means} onChange={() => onChange(means as boolean)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
