import { useId, useState } from 'react';
import { MOST_FILES } from '../../../modules/clues/contract/report.ts';
import { fill } from '../../../platform/words.ts';
import { useReportTexts } from './speech.ts';

const MEGABYTE = 2 ** 20;

interface Props {
  readonly files: readonly File[];
  /** Bytes of a sealed file; sealing and filling up take some of them. */
  readonly largest: number;
  readonly onChange: (files: File[]) => void;
}

/** Chooses attachments; what is too large is refused before anything is sent. */
export function FilePicker({ files, largest, onChange }: Props) {
  const { r } = useReportTexts();
  const id = useId();
  const [fault, setFault] = useState('');
  const size = Math.floor((largest * 0.88) / MEGABYTE);
  const take = (chosen: readonly File[]) => {
    const large = chosen.find((file) => file.size > size * MEGABYTE);
    if (large) return setFault(fill(r.tooLarge, { name: large.name, size }));
    if (files.length + chosen.length > MOST_FILES) return setFault(fill(r.tooMany, { n: MOST_FILES }));
    setFault('');
    onChange([...files, ...chosen]);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{r.files}</label>
      <p className="hint" id={`${id}-hint`}>
        {fill(r.filesHint, { n: MOST_FILES, size })}
      </p>
      <input
        id={id}
        type="file"
        multiple
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => {
          take([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <li key={`${file.name} ${file.size} ${file.lastModified}`}>
              <span>{file.name}</span>
              <button
                type="button"
                aria-label={fill(r.remove, { name: file.name })}
                onClick={() => onChange(files.filter((one) => one !== file))}
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
