import { useId, useState } from 'react';
import { MOST_FILES } from '../../../platform/sealing/attachment.ts';
import { fill, type Words, words } from '../../../platform/words.ts';
import { useLanguage } from '../../locales/language.ts';
import { formatSize } from '../format-values.ts';
import './attachments.css';

const texts = {
  files: words('附件', 'Attachments'),
  choose: words('选择附件', 'Choose attachments'),
  limits: words(
    '最多 {n} 个，每个不超过 {size} MB。文件名也会加密。',
    'At most {n}, each up to {size} MB. Their names are sealed too.',
  ),
  tooMany: words('最多 {n} 个附件。', 'At most {n} attachments.'),
  tooLarge: words('“{name}”超过 {size} MB。', '"{name}" is larger than {size} MB.'),
  remove: words('去掉 {name}', 'Remove {name}'),
};

const MEGABYTE = 2 ** 20;

/** A file that was chosen: itself, or what is known of it. */
interface Chosen {
  readonly name: string;
  readonly size: number;
}

interface Props<F extends Chosen> {
  readonly files: readonly F[];
  /** Bytes of a sealed file; sealing and filling up take some of them. */
  readonly largest: number;
  /** When they are sent, and what becomes of them if that breaks off. */
  readonly hint: string;
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (file: F) => void;
}

/** Chooses attachments; what is too large is refused before anything is sent. */
export function FilePicker<F extends Chosen>({ files, largest, hint, onAdd, onRemove }: Props<F>) {
  const language = useLanguage();
  const say = (of: Words): string => of[language];
  const id = useId();
  const [fault, setFault] = useState('');
  const size = Math.floor((largest * 0.88) / MEGABYTE);
  const take = (chosen: readonly File[]) => {
    const large = chosen.find((file) => file.size > size * MEGABYTE);
    if (large) return setFault(fill(say(texts.tooLarge), { name: large.name, size }));
    if (files.length + chosen.length > MOST_FILES) return setFault(fill(say(texts.tooMany), { n: MOST_FILES }));
    setFault('');
    onAdd(chosen);
  };
  return (
    <div className="field file-picker">
      <label htmlFor={id}>{say(texts.files)}</label>
      <p className="hint" id={`${id}-hint`}>
        {fill(say(texts.limits), { n: MOST_FILES, size })} {hint}
      </p>
      <input
        id={id}
        type="file"
        multiple
        className="unseen"
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <label htmlFor={id} className="file-choose">
        {say(texts.choose)}
      </label>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {files.length > 0 && (
        <ul>
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may be alike in all that is known of them
            <li key={at}>
              <span>
                {file.name} <small>{formatSize(file.size)}</small>
              </span>
              <button
                type="button"
                aria-label={fill(say(texts.remove), { name: file.name })}
                onClick={() => onRemove(file)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
