import './file-field.css';
import { useState } from 'react';
import { useSpeech } from '../locales/index.ts';

interface Props {
  readonly id: string;
  readonly onFile: (file: File) => void;
}

/** Chooses one file. The browser's own field speaks the browser's language, not the page's, so it stands behind a button of ours. */
export function FileField({ id, onFile }: Props) {
  const { t } = useSpeech();
  const [name, setName] = useState('');
  return (
    <span className="file-field">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (!file) return;
          setName(file.name);
          onFile(file);
        }}
      />
      <label htmlFor={id} className="file-button">
        {t.app.chooseFile}
      </label>
      <span className="quiet break">{name || t.app.noFile}</span>
    </span>
  );
}
