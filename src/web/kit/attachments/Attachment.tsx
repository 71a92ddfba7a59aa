import { sha256 } from '@noble/hashes/sha2.js';
import { hex } from '@scure/base';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { SealedFileNote } from '../../../platform/sealing/attachment.ts';
import { openFile } from '../../../platform/sealing/files.ts';
import { fill, words } from '../../../platform/words.ts';
import { useSpeech } from '../../locales/index.ts';
import { saveFile } from '../save-file.ts';
import { fits, kindOf, safeName } from './file-kind.ts';

const texts = {
  take: words('解密并下载', 'Open and save'),
  kind: words('内容是 {kind}', 'Its content is {kind}'),
  disagrees: words(
    '文件名与内容不符：名称是 {name}，内容是 {kind}。请勿直接打开。',
    'Name and content disagree: it is called {name} and holds {kind}. Do not open it directly.',
  ),
  active: words(
    '内容可能带有程序（{kind}），只保存为纯文本名称，请在隔离的机器上查看。',
    'It may hold a program ({kind}) and is saved under the name of a plain text; look at it on an isolated machine.',
  ),
  notHere: words('附件未送达，或与密文所写不符。', 'The attachment did not arrive, or is not what its text says.'),
};

/** What was found out about an attachment. */
interface Note {
  readonly text: string;
  readonly warns: boolean;
}

interface Props {
  readonly file: SealedFileNote;
  /** Where the sealed file is taken from. */
  readonly address: string;
}

/** An attachment as a line of a list: opened in the page, judged by its content, and saved under a name that runs nothing. */
export function Attachment({ file, address }: Props) {
  const { say } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const take = async () => {
    setBusy(true);
    try {
      const bytes = await fetchFile(file, address);
      const kind = kindOf(bytes.subarray(0, 4_096));
      const found = { name: file.name, kind: kind.name };
      setNotes([
        fits(file.name, kind)
          ? { text: fill(say(texts.kind), found), warns: false }
          : { text: fill(say(texts.disagrees), found), warns: true },
        ...(kind.active ? [{ text: fill(say(texts.active), found), warns: true }] : []),
      ]);
      saveFile(bytes, safeName(file.name, kind));
    } catch {
      setNotes([{ text: say(texts.notHere), warns: true }]);
    }
    setBusy(false);
  };
  return (
    <li>
      {file.name} ({Math.ceil(file.size / 1_024)} KB){' '}
      <Button size="small" loading={busy} aria-label={`${say(texts.take)} ${file.name}`} onClick={() => void take()}>
        {say(texts.take)}
      </Button>
      {notes.map(({ text, warns }) => (
        <Alert key={text} type={warns ? 'warning' : 'success'} showIcon title={text} />
      ))}
    </li>
  );
}

/** @throws Error where it did not arrive, does not open, or is not the file whose hash its text tells */
async function fetchFile({ secret, size, content }: SealedFileNote, address: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok || !answer.body) throw new Error(String(answer.status));
  const plain = await openFile(answer.body, secret, size);
  const bytes = new Uint8Array(await new Response(plain as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
  if (content !== undefined && hex.encode(sha256(bytes)) !== content) throw new Error('another file');
  return bytes;
}
