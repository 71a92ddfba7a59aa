import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type BulletinText, type BulletinView, bulletinQuery, editBulletin } from '../../../../web/api/bulletins.ts';
import { get, isStatus } from '../../../../web/api/client.ts';

export type Saving = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';

export interface Draft {
  readonly text: BulletinText;
  readonly saving: Saving;
  readonly error: unknown;
  readonly change: (text: BulletinText) => void;
  readonly saveNow: () => Promise<void>;
  /** After a conflict: go on with what somebody else saved, or write one's own over it as a newer version. */
  readonly takeTheirs: () => Promise<void>;
  readonly keepMine: () => Promise<void>;
}

/** Every saving is an act in the ledger, so it waits until the writing pauses. */
const pause = 4_000;

/**
 * A draft as it is being written. It saves itself when the writing pauses, one saving at a time, each upon the version before;
 * when somebody else saved in between, nothing is overwritten until the writer has decided.
 */
export function useDraft(view: BulletinView): Draft {
  const queries = useQueryClient();
  const [text, setText] = useState(view.text);
  const [saving, setSaving] = useState<Saving>('saved');
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(text);
  const version = useRef(view.version);
  const running = useRef<Promise<void> | null>(null);
  const { id } = view;

  const keep = useCallback(
    (saved: BulletinView) => {
      version.current = saved.version;
      queries.setQueryData(bulletinQuery(id).queryKey, saved);
    },
    [queries, id],
  );

  const saveNow = useCallback(async (): Promise<void> => {
    if (running.current) await running.current;
    const sent = latest.current;
    const save = async () => {
      setSaving('saving');
      setError(null);
      try {
        keep(await editBulletin(id, version.current, sent));
        setSaving(latest.current === sent ? 'saved' : 'changed');
      } catch (failure) {
        setError(failure);
        setSaving(isStatus(failure, 409) ? 'conflict' : 'failed');
      }
    };
    running.current = save();
    await running.current;
    running.current = null;
  }, [id, keep]);

  useEffect(() => {
    if (saving !== 'changed') return;
    latest.current = text;
    const timer = setTimeout(() => void saveNow(), pause);
    return () => clearTimeout(timer);
  }, [saving, text, saveNow]);

  // Closing the tab with unsaved words asks first.
  useEffect(() => {
    if (saving === 'saved') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [saving]);

  const change = (next: BulletinText) => {
    latest.current = next;
    setText(next);
    setSaving((now) => (now === 'conflict' ? now : 'changed'));
  };
  const theirs = () => get<BulletinView>(`/api/bulletins/${id}`);
  const takeTheirs = async () => {
    const saved = await theirs();
    keep(saved);
    latest.current = saved.text;
    setText(saved.text);
    setSaving('saved');
  };
  const keepMine = async () => {
    version.current = (await theirs()).version;
    await saveNow();
  };
  return { text, saving, error, change, saveNow, takeTheirs, keepMine };
}
