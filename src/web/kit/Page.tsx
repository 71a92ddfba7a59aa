import { type ReactNode, useEffect } from 'react';
import { useSpeech } from '../locales/index.ts';
import { Anchor } from './Anchor.tsx';

interface Props {
  readonly title: string;
  /** A line under the heading. */
  readonly lead?: ReactNode;
  /** Where this page was reached from. */
  readonly back?: { readonly to: string; readonly label: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every page: its one main heading, the way back, its actions; names the browser's tab. */
export function Page({ title, lead, back, actions, children }: Props) {
  const { t } = useSpeech();
  useEffect(() => {
    document.title = `${title} · ${t.app.name}`;
  }, [title, t]);
  return (
    <div className="page">
      {back && (
        <div className="page-back">
          <Anchor to={back.to}>← {back.label}</Anchor>
        </div>
      )}
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <div className="page-lead">{lead}</div>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
