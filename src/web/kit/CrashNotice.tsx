import { ErrorNotice } from './ErrorNotice.tsx';

/** Stands where a page failed while it was drawn. */
export function CrashNotice({ error, reset }: { error: unknown; reset: () => void }) {
  return (
    <div style={{ padding: 24 }}>
      <ErrorNotice error={error} retry={reset} />
    </div>
  );
}
