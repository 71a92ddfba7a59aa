import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useId, useState } from 'react';
import { useSpeech } from '../locales/index.ts';
import { FileField } from './FileField.tsx';

interface Props {
  /** Told the name of the file and its SHA-256 in hex. */
  readonly onFile: (name: string, digest: string) => void;
}

/** Works out the SHA-256 of a file on the reader's own machine; the file itself goes nowhere. */
export function FileDigest({ onFile }: Props) {
  const { t } = useSpeech();
  const id = useId();
  const [state, setState] = useState<'none' | 'busy' | 'unread'>('none');
  const read = async (file: File) => {
    setState('busy');
    try {
      const hash = sha256.create();
      const reader = file.stream().getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) hash.update(part.value);
      onFile(file.name, bytesToHex(hash.digest()));
      setState('none');
    } catch {
      setState('unread');
    }
  };
  return (
    <div className="file-digest">
      <label htmlFor={id}>{t.register.digestOfFile}</label>
      <FileField id={id} onFile={(file) => void read(file)} />
      <p className="quiet" role="status">
        {state === 'busy' ? t.register.digesting : state === 'unread' ? t.register.digestFailed : t.register.digestHint}
      </p>
    </div>
  );
}
