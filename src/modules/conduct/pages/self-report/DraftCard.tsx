import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Card, Checkbox, Progress, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { fill, words } from '../../../../platform/words.ts';
import { reportKeysQuery } from '../../../../web/api/self-reports.ts';
import { FilePicker } from '../../../../web/kit/attachments/FilePicker.tsx';
import { DraftLine } from '../../../../web/kit/drafts/DraftLine.tsx';
import { useDraft } from '../../../../web/kit/drafts/use-draft.ts';
import { ErrorNotice } from '../../../../web/kit/ErrorNotice.tsx';
import { formatDay, formatNumber } from '../../../../web/kit/format.ts';
import { formatSize } from '../../../../web/kit/format-values.ts';
import { useSpeech } from '../../../../web/locales/index.ts';
import { MOST_ITEMS, reportText } from '../../contract/self-reports.ts';
import { roomLeft } from '../../self-reports/seal.ts';
import { type Draft, draftShape, dropOldDraft, newDraft, oldDraft } from './draft.ts';
import { ItemCard } from './ItemCard.tsx';
import { textOf } from './text-of.ts';
import { useDraftFiles } from './use-draft-files.ts';
import { type Sent, useHandIn } from './use-hand-in.ts';

const texts = {
  title: words('写自查报告', 'Write a self-report'),
  amending: words('补充报告 {number}', 'Adding to {number}'),
  shared: words(
    '草稿加密存在本机浏览器里，登录本账户才能打开；未提交前不会发送。在公用设备上写完请退出登录，也可随时清除草稿。',
    'The draft lies in this browser, encrypted, and opens for your account alone; nothing is sent before you hand it in. On a shared device sign out when you leave; you may forget the draft at any time.',
  ),
  kind: words('报告内容', 'What you report'),
  something: words('有事项报告', 'Something to report'),
  nothing: words('无问题', 'Nothing to report'),
  nothingHint: words(
    '提交后，从外面看与其他报告没有区别；只有纪检拆阅后才知道是无问题报告。',
    'From outside it looks like any other report; only the desk, on opening it, learns that there was nothing to report.',
  ),
  filesHint: words(
    '选好后即加密，随草稿存在本机；提交时才发送，中断后可以继续。原件请自行留存。',
    'They are sealed when you choose them, kept with the draft, and sent when you hand in; what breaks off goes on. Keep the originals.',
  ),
  sealing: words('正在加密附件…', 'Sealing attachments…'),
  passing: words(
    '此浏览器存不下附件，离开本页后须重新选择。',
    'This browser has no room for attachments: once you leave this page they have to be chosen again.',
  ),
  lost: words(
    '以下附件已不在本机，请重新选择或去掉：',
    'These attachments are no longer on this device. Choose them again or remove them:',
  ),
  uploading: words('正在发送附件…', 'Sending attachments…'),
  broken: words(
    '发送中断，草稿和附件仍在本机。现在或下次打开本页时，再点一次继续。',
    'It broke off. The draft and its attachments are still on this device: go on now, or when you open this page again.',
  ),
  resume: words('继续提交', 'Go on'),
  talk: words(
    '本报告与 {day} {talker}和我的谈话有关（谈话单位看不到，只有纪检和本人能看到）',
    'This report follows from the talk of {day} with {talker} (your unit does not see this; the discipline desk and you do)',
  ),
  sureTalk: words('报告将注明与这次谈话有关。', 'The report will say that it follows from this talk.'),
  add: words('再写一项', 'Add a matter'),
  room: words('大约还可写 {n} 字', 'Room for some {n} more characters'),
  full: words('超出篇幅，请精简，或提交后再补充。', 'Too long: shorten it, or add the rest in an amendment.'),
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

const NONE: Draft['files'] = [];

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
  const saved = useDraft('conduct.self-report', draftShape);
  const [old] = useState(() => (saved.start ? null : oldDraft(account)));
  const [draft, setDraft] = useState<Draft>(() => ({
    ...(saved.start ?? old ?? newDraft()),
    ...(amends && { amends }),
    ...(talk && { talk }),
  }));
  // Attachments are sealed while the officer writes on: what is changed is the draft as it is then.
  const latest = useRef(draft);
  const { send, share } = useHandIn();
  const [busy, setBusy] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const show = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    setEmpty(false);
  };
  const change = (changed: Partial<Draft>) => {
    show({ ...latest.current, ...changed });
    saved.keep(latest.current);
  };
  const files = useDraftFiles(
    () => latest.current.files,
    (chosen) => change({ files: chosen }),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page opens
  useEffect(() => {
    // A full browser keeps nothing anew: then the older draft is all there is.
    if (!old || saved.keep(old)) dropOldDraft(account);
  }, []);
  const forget = () => {
    files.dropAll();
    saved.forget();
    dropOldDraft(account);
    show(newDraft());
    setError(null);
  };
  const report = textOf(draft);
  // Whoever says that there is nothing attaches nothing.
  const attached = draft.nothingToReport ? NONE : draft.files;
  const missing = attached.length > 0 ? files.lost : NONE;
  const sealed = attached.length > 0 ? { ...report, files: attached.map(({ note }) => note) } : report;
  const room = roomLeft(sealed, draft.number);
  const handInNow = async () => {
    setBusy(true);
    setError(null);
    try {
      const publicKeys = keys.data!.keys.map(({ publicKey }) => publicKey);
      const wholes = attached.length > 0 ? await files.wholes() : [];
      const onBegun = (uploads: readonly (string | undefined)[]) => {
        const names = new Map(wholes.map(({ id }, at) => [id, uploads[at]]));
        if (wholes.length > 0)
          change({ files: latest.current.files.map((file) => ({ ...file, upload: names.get(file.id) })) });
      };
      const sent = await send(draft, report, { wholes, onBegun }, publicKeys);
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
          files={attached.map(({ id, note: { name, size } }) => ({ id, name, size }))}
          largest={keys.data.largestFile}
          hint={say(texts.filesHint)}
          onAdd={(chosen) => void files.add(chosen).catch(setError)}
          onRemove={({ id }) => files.remove(id)}
        />
      )}
      {files.sealing && (
        <p className="card-hint" role="status">
          {say(texts.sealing)}
        </p>
      )}
      {files.passing && <Alert type="warning" showIcon title={say(texts.passing)} className="card-alert" />}
      {missing.length > 0 && (
        <Alert
          type="error"
          showIcon
          className="card-alert"
          title={say(texts.lost)}
          description={missing.map(({ id, note: { name, size } }) => (
            <div key={id} className="break">
              {name} ({formatSize(size)})
            </div>
          ))}
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
        <Button
          type="primary"
          loading={busy}
          disabled={!keys.data?.keys.length || room < 0 || files.sealing || missing.length > 0}
          onClick={ask}
        >
          {say(share !== null && !busy ? texts.resume : texts.send)}
        </Button>
        <DraftLine
          draft={saved}
          onForget={() => {
            forget();
            message.success(say(texts.forgotten));
          }}
        />
      </div>
    </Card>
  );
}
