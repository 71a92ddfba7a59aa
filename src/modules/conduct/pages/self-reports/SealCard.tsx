import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../../../platform/lifecycle/contract.ts';
import { SealError } from '../../../../platform/sealing/envelope.ts';
import { fill, type Words, words } from '../../../../platform/words.ts';
import { reportFileAddress, unsealReport } from '../../../../web/api/self-reports.ts';
import { Attachment } from '../../../../web/kit/attachments/Attachment.tsx';
import { useHeldKeys } from '../../../../web/kit/desk-key/desk-secret.ts';
import { KeyCard } from '../../../../web/kit/desk-key/KeyCard.tsx';
import { ReasonDialog } from '../../../../web/kit/ReasonDialog.tsx';
import { useSpeech } from '../../../../web/locales/index.ts';
import type { ReportItem, ReportText } from '../../contract/self-reports.ts';
import { selfReportItems } from '../../registers.ts';
import { openReport } from '../../self-reports/seal.ts';
import { itemWords } from '../self-report/words.ts';
import { EnterItems } from './EnterItems.tsx';

const texts = {
  title: words('封存的内容', 'What is sealed'),
  hint: words(
    '拆阅在本页用您的密钥进行，服务器看不到内容。每次拆阅连同理由都记入存证，报告人看得到。',
    'It is opened on this page with your key; the server never sees the text. Each opening and its reason go into the ledger, and the officer sees them.',
  ),
  locked: words('请先载入密钥。', 'Load your key first.'),
  open: words('拆阅', 'Open the seal'),
  again: words('再次拆阅', 'Open the seal again'),
  nothing: words('无问题报告', 'Nothing to report'),
  item: words('第 {n} 项', 'Matter {n}'),
  enter: words('登记自查事项', 'Enter the matters'),
  files: words('附件', 'Attachments'),
  holds: words('内容与提交时的存证承诺一致。', 'The text is the one that was committed to when it was handed in.'),
};
const faults: Readonly<Record<SealError['reason'], Words>> = {
  'other-key': words(
    '所载密钥打不开：这份报告是用另一把公钥封存的。',
    'The key that is loaded does not open it; it was sealed to another.',
  ),
  altered: words('内容损坏，或与提交时的存证承诺不符。', 'It was damaged, or is not the text that was committed to.'),
  misplaced: words('这份密文是从另一份报告抄来的，不予采信。', 'This was copied from another report and is refused.'),
};

interface Props {
  readonly view: MatterView;
  readonly refresh: () => Promise<void>;
}

/** Opens the sealed text with the key that this page holds, which is a step of the report. */
export function SealCard({ view, refresh }: Props) {
  const { say } = useSpeech();
  const held = useHeldKeys();
  const [asking, setAsking] = useState(false);
  const [text, setText] = useState<ReportText | null>(null);
  const [fault, setFault] = useState<SealError['reason'] | null>(null);
  const [entering, setEntering] = useState(false);
  const isEntered = view.beside.some(({ register, rows }) => register === selfReportItems.name && rows.length > 0);
  const action = view.actions.find((one) => one === 'UNSEAL' || one === 'UNSEAL_AGAIN');
  const open = async (reason: string) => {
    const { envelope, number, commitment } = await unsealReport(view.record, reason);
    setAsking(false);
    try {
      const secrets = held.map(({ secret }) => secret);
      setText((await openReport(envelope, number, commitment, secrets)).report);
      setFault(null);
    } catch (error) {
      if (!(error instanceof SealError)) throw error;
      setFault(error.reason);
    }
    await refresh();
  };
  const called = say(action === 'UNSEAL' ? texts.open : texts.again);
  return (
    <>
      {action && held.length === 0 && <KeyCard />}
      <Card size="small" title={<h2>{say(texts.title)}</h2>}>
        <p className="card-hint">{say(texts.hint)}</p>
        {fault && <Alert type="error" showIcon title={say(faults[fault])} className="card-alert" />}
        {text ? (
          <>
            <SealedText record={view.record} text={text} />
            {text.items.length > 0 && !isEntered && (
              <div className="self-below">
                <Button type="primary" onClick={() => setEntering(true)}>
                  {say(texts.enter)}
                </Button>
              </div>
            )}
          </>
        ) : (
          action && (
            <Button type="primary" disabled={held.length === 0} onClick={() => setAsking(true)}>
              {called}
            </Button>
          )
        )}
        {action && held.length === 0 && <p className="card-hint">{say(texts.locked)}</p>}
      </Card>
      {entering && text && (
        <EnterItems
          record={view.record}
          version={view.current.version}
          text={text}
          onDone={refresh}
          onClose={() => setEntering(false)}
        />
      )}
      {asking && (
        <ReasonDialog
          title={called}
          hint={say(texts.hint)}
          action={called}
          onConfirm={open}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

/** Written by an officer: shown as text and never as a page. */
function SealedText({ record, text }: { record: string; text: ReportText }) {
  const { say } = useSpeech();
  return (
    <div className="self-text">
      <Alert type="success" showIcon title={say(texts.holds)} className="card-alert" />
      {text.nothingToReport && <p>{say(texts.nothing)}</p>}
      {text.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: matters have no identity but their place
        <section key={at}>
          <h3>{fill(say(texts.item), { n: at + 1 })}</h3>
          <dl className="facts">
            {(Object.entries(itemWords) as [keyof ReportItem, Words][]).map(
              ([key, label]) =>
                item[key] && (
                  <div key={key} className={key === 'happened' || key === 'evidence' ? 'facts-wide' : undefined}>
                    <dt>{say(label)}</dt>
                    <dd className="prewrap">{item[key]}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
      ))}
      {text.files && (
        <>
          <h3>{say(texts.files)}</h3>
          <ul className="self-steps self-files" aria-label={say(texts.files)}>
            {text.files.map((file) => (
              <Attachment key={file.hash} file={file} address={reportFileAddress(record, file.hash)} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
