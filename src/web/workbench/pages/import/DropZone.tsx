import { InboxOutlined } from '@ant-design/icons';
import { type DragEvent, useId, useRef, useState } from 'react';
import { useSpeech } from '../../../locales/index.ts';

interface Props {
  readonly busy: boolean;
  readonly onFiles: (files: File[]) => void;
}

/** Takes workbooks by drag and drop, by click, and by keyboard: under it all is an ordinary file field. */
export function DropZone({ busy, onFiles }: Props) {
  const { t } = useSpeech();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const take = (files: FileList | null): void => {
    if (files && files.length > 0 && !busy) onFiles([...files]);
    // The same file may be chosen twice in a row; without this the browser would see no change.
    if (field.current) field.current.value = '';
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };

  return (
    <label
      htmlFor={id}
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        ref={field}
        type="file"
        multiple
        accept=".xlsx,.csv"
        disabled={busy}
        className="visually-hidden"
        onChange={(event) => take(event.target.files)}
      />
      <InboxOutlined className="drop-sign" aria-hidden />
      <span className="drop-text">{busy ? t.imports.uploading : t.imports.drop}</span>
      <span className="quiet">{t.imports.dropHint}</span>
    </label>
  );
}
