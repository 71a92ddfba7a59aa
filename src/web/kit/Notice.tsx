import { useEffect } from 'react';
import { useSpeech } from '../locales/index.ts';
import { Anchor } from './Anchor.tsx';

interface Props {
  readonly title: string;
  readonly hint?: string;
  readonly link: { readonly to: string; readonly label: string };
}

/** A page that has only this to say, and a way on. */
export function Notice({ title, hint, link }: Props) {
  const { t } = useSpeech();
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title, t]);
  return (
    <div className="notice">
      <h1>{title}</h1>
      {hint && <p className="quiet">{hint}</p>}
      <Anchor to={link.to}>{link.label}</Anchor>
    </div>
  );
}
