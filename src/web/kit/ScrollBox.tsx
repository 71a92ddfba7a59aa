import type { ReactNode } from 'react';

/** Holds what may be wider than the page; the keyboard can reach it to scroll (WCAG 2.1.1). */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus
    <section className="scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
