import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from './ErrorNotice.tsx';

/** Stands where a page failed to load or while it was drawn. Trying again loads it anew. */
export function CrashNotice({ error }: { error: unknown }) {
  const router = useRouter();
  return (
    <div style={{ padding: 24 }}>
      <ErrorNotice error={error} retry={() => void router.invalidate()} />
    </div>
  );
}
