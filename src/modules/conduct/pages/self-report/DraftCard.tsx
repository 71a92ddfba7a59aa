import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Checkbox, Progress, Segmented } from 'antd';
import { useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { reportKeysQuery } from '../../../../web/api/self-reports.ts';
import { FilePicker } from '../../../../web/kit/attachments/FilePicker.tsx';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatMoment, formatNumber } from '../../../../web/kit/format.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { MOST_ITEMS, reportText } from '../../contract/self-reports.ts';
import { roomLeft } from '../../self-reports/seal.ts';
import { type Draft, forgetDraft, loadDraft, newDraft, saveDraft } from './draft.ts';
import { ItemCard } from './ItemCard.tsx';
import { textOf } from './text-of.ts';
import { type Sent, unsealedNote, useHandIn } from './use-hand-in.ts';

const texts = {
  title: words('写自查报告', 'Write a self-report'),
  amending: words('补充报告 {number}', 'Adding to {number}'),
  shared: words(
    '草稿只存在本机浏览器里，未提交前不会发送。它没有加密：能打开本机浏览器的人就能看到。请勿在公用或他人的设备上书写；离开前可清除草稿。',
    'The draft stays in this browser; nothing is sent before you hand it in. It is not encrypted here: whoever can open this browser can read it. Do not write on a shared device, and forget the draft before you leave one.',
  ),
  kind: words('报告内容', 'What you report'),
  something: words('有事项报告', 'Something to report'),
  nothing: words('无问题', 'Nothing to report'),
  nothingHint: words(
    '提交后，从外面看与其他报告没有区别；只有纪检拆阅后才知道是无问题报告。',
    'From outside it looks like any other report; only the desk, on opening it, learns that there was nothing to report.',
  ),
  filesHint: words(
    '提交时先加密上传，中断后可以继续。附件不随草稿保存，请在提交前选好；原件请自行留存。',
    'They are sealed and sent when you hand in, and go on where they broke off. They are not kept with the draft: choose them before you hand in, and keep the originals.',
  ),
  uploading: words('正在加密上传附件…', 'Sealing and sending attachments…'),
  broken: words('上传中断。请保持本页打开，再点一次继续。', 'It broke off. Keep this page open and go on.'),
  resume: words('继续提交', 'Go on'),
  talk: words(
    '本报告与 {day} {talker}和我的谈话有关（谈话单位看不到，只有纪检和本人能看到）',
    'This report follows from the talk of {day} with {talker} (your unit does not see this; the discipline desk and you do)',
  ),
  sureTalk: words('报告将注明与这次谈话有关。', 'The report will say that it follows from this talk.'),
  add: words('再写一项', 'Add a matter'),
  room: words('大约还可写 {n} 字', 'Room for some {n} more characters'),
  full: words('超出篇幅，请精简，或提交后再补充。', 'Too long: shorten it, or add the rest in an amendment.'),
  saved: words('草稿已存本机：{at}', 'Draft kept on this device: {at}'),
  unkept: words(
    '此浏览器不能保存草稿，关闭页面后内容会丢失。',
    'This browser keeps no draft: closing the page loses it.',
  ),
  forget: words('清除草稿', 'Forget the draft'),
  forgotten: words('本机草稿已清除', 'The draft is gone from this device'),
  empty: words(
    '每一项都请写明问题经过；没有问题请选“无问题”。',
    'Say for each matter what happened; if there is none choose "Nothing to report".',
  ),
  keys: words('加密给：', 'Sealed to: '),
  noKeys: words('纪检尚未启用公钥，暂时不能提交；草稿会保留。', 'The desk has no key in force yet; the draft is kept.'),
  send: words('封存并提交', 'Seal and hand in'),
  sure: words('封存并提交这份报告？', 'Seal this report and hand it in?'),
  sureHint: words(
    '提交后不能撤回或修改，只能另行补充。内容在本机加密，只有纪检能打开；每次拆阅您都能看到。',
    'It cannot be taken back or changed, only added to. It is encrypted on this device; only the desk can open it, and you see each time it does.',
  ),
  yes: words('提交', 'Hand in'),
  no: words('再想想', 'Not yet'),
};

const NONE: readonly File[] = [];

interface Props {
  readonly account: string;
  /** The report that is being added to, as chosen below. */
  readonly amends: Draft['amends'];
  /** The talk from whose page the officer came. */
  readonly talk: Draft['talk'];
  readonly onSent: (sent: Sent) => void;
}

/** The draft on this device, and the moment it is sealed and handed in. */
export function DraftCard({ account, amends, talk, onSent }: Props) {
  const { say, language } = useSpeech();
  const { modal, message } = App.useApp();
  const keys = useQuery(reportKeysQuery);
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(loadDraft(account) ?? newDraft()),
    ...(amends && { amends }),
    ...(talk && { talk }),
  }));
  const [files, setFiles] = useState<readonly File[]>([]);
  const { send, share } = useHandIn();
  const [kept, setKept] = useState(true);
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const change = (changed: Partial<Draft>) => {
    const next = { ...draft, ...changed, savedAt: new Date().toISOString() };
    setKept(saveDraft(account, next));
    setDraft(next);
    setEmpty(false);
  };
  const forget = () => {
    forgetDraft(account);
    setDraft(newDraft());
    setFiles([]);
    setError(null);
  };
  const report = textOf(draft);
  // Whoever says that there is nothing attaches nothing.
  const attached = draft.nothingToReport ? NONE : files;
  const sealed = attached.length > 0 ? { ...report, files: attached.map(unsealedNote) } : report;
  const room = roomLeft(sealed, draft.number);
  const handInNow = async () => {
    setBusy(true);
    setError(null);
    try {
      const publicKeys = keys.data!.keys.map(({ publicKey }) => publicKey);
      const sent = await send(draft, report, attached, publicKeys);
      forget();
      onSent(sent);
    } catch (failure) {
      setError(failure);
    }
    setBusy(false);
  };
  const ask = () => {
    if (!reportText.safeParse(report).success) return setEmpty(true);
    modal.confirm({
      title: say(texts.sure),
      content: (
        <>
          <p>{say(texts.sureHint)}</p>
          {draft.talk?.linked && <p>{say(texts.sureTalk)}</p>}
        </>
      ),
      okText: say(texts.yes),
      cancelText: say(texts.no),
      onOk: handInNow,
    });
  };
  return (
    <Card
      size="small"
      className="card-gap"
      title={<h2>{draft.amends ? fill(say(texts.amending), { number: draft.amends.number }) : say(texts.title)}</h2>}
    >
      <Alert type="warning" showIcon title={say(texts.shared)} className="card-alert" />
      <Segmented
        aria-label={say(texts.kind)}
        block
        value={draft.nothingToReport ? 'nothing' : 'something'}
        onChange={(chosen) => change({ nothingToReport: chosen === 'nothing' })}
        options={[
          { value: 'something', label: say(texts.something) },
          { value: 'nothing', label: say(texts.nothing) },
        ]}
        className="card-gap"
      />
      {draft.nothingToReport ? (
        <p className="card-hint">{say(texts.nothingHint)}</p>
      ) : (
        <>
          {draft.items.map((item, at) => (
            <ItemCard
              // biome-ignore lint/suspicious/noArrayIndexKey: matters have no identity but their place
              key={at}
              item={item}
              number={at + 1}
              onChange={(changed) => change({ items: draft.items.with(at, changed) })}
              {...(draft.items.length > 1 && { onRemove: () => change({ items: draft.items.toSpliced(at, 1) }) })}
            />
          ))}
          <div className="self-below">
            <Button disabled={draft.items.length >= MOST_ITEMS} onClick={() => change({ items: [...draft.items, {}] })}>
              {say(texts.add)}
            </Button>
            <span className="quiet">
              {room < 0 ? say(texts.full) : fill(say(texts.room), { n: formatNumber(Math.floor(room / 3)) })}
            </span>
          </div>
          {room < 1_500 && <Progress percent={100} showInfo={false} status={room < 0 ? 'exception' : 'active'} />}
        </>
      )}
      {keys.data && !draft.nothingToReport && (
        <FilePicker
          files={files}
          largest={keys.data.largestFile}
          hint={say(texts.filesHint)}
          onChange={(chosen) => {
            setFiles(chosen);
            setEmpty(false);
          }}
        />
      )}
      {draft.talk && (
        <Checkbox
          className="card-gap"
          checked={draft.talk.linked}
          onChange={({ target }) => change({ talk: { ...draft.talk!, linked: target.checked } })}
        >
          {fill(say(texts.talk), { day: formatDay(draft.talk.heldOn, language), talker: draft.talk.talker })}
        </Checkbox>
      )}
      {empty && <Alert type="error" showIcon title={say(texts.empty)} className="card-alert" />}
      {!kept && <Alert type="warning" showIcon title={say(texts.unkept)} className="card-alert" />}
      {error !== null && <ErrorNotice error={error} />}
      {share !== null && (
        <div role="status" className="card-gap">
          <p className="card-hint">{say(busy ? texts.uploading : texts.broken)}</p>
          <Progress percent={Math.floor(share * 100)} status={busy ? 'active' : 'exception'} />
        </div>
      )}
      {keys.isError && <ErrorNotice error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data?.keys.length === 0 && <Alert type="info" showIcon title={say(texts.noKeys)} className="card-alert" />}
      {keys.data && keys.data.keys.length > 0 && (
        <p className="card-hint break">
          {say(texts.keys)}
          {keys.data.keys.map(({ holder, fingerprint }) => (
            <span key={fingerprint}>
              {holder} <code>{fingerprint}</code>{' '}
            </span>
          ))}
        </p>
      )}
      <div className="self-below">
        <Button type="primary" loading={busy} disabled={!keys.data?.keys.length || room < 0} onClick={ask}>
          {say(share !== null && !busy ? texts.resume : texts.send)}
        </Button>
        {draft.savedAt && (
          <>
            <Button
              onClick={() => {
                forget();
                message.success(say(texts.forgotten));
              }}
            >
              {say(texts.forget)}
            </Button>
            {kept && (
              <span className="quiet">{fill(say(texts.saved), { at: formatMoment(draft.savedAt, language) })}</span>
            )}
          </>
        )}
      </div>
    </Card>
  );
}
