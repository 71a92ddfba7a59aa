import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Props {
  readonly to: string;
  readonly search?: Readonly<Record<string, unknown>>;
  readonly className?: string;
  readonly 'aria-current'?: 'page' | undefined;
  readonly 'aria-label'?: string;
  readonly onClick?: () => void;
  readonly children: ReactNode;
}

/** A link inside the workbench: opens without reloading, and in a new tab when asked. */
export function Anchor({ to, search = {}, children, ...rest }: Props) {
  return (
    <Link to={to} search={search} {...rest}>
      {children}
    </Link>
  );
}
