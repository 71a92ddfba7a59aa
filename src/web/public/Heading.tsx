import { type ReactNode, useEffect, useRef } from 'react';
import { useSpeech } from './speech.ts';

let first = true;

/**
 * The heading of a page. It names the window, and takes the focus when the reader comes from another page of the site, so
 * that a screen reader says where one is.
 */
export function Heading({ title, children }: { title: string; children?: ReactNode }) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t.name}`;
  }, [title, t]);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children ?? title}
    </h1>
  );
}
