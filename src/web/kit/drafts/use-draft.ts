import { useQuery } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { z } from 'zod';
import { meQuery } from '../../api/me.ts';
import { DraftBox } from './box.ts';

/** The draft of a form, on this device. */
export interface Draft<T> {
  /** What was kept when the form opened; null once it was forgotten. */
  readonly start: T | null;
  /** When it was last kept; null while nothing is. */
  readonly at: string | null;
  /** This browser keeps nothing. */
  readonly failed: boolean;
  /** @returns whether this browser kept it */
  readonly keep: (value: T) => boolean;
  readonly forget: () => void;
}

/** The draft of whoever is signed in. Forms stand behind the sign-in, so there is somebody. */
export function useDraft<T>(name: string, shape: z.ZodType<T>): Draft<T> {
  const key = useQuery(meQuery).data?.draftKey;
  const box = useMemo(() => (key === undefined ? null : new DraftBox(key)), [key]);
  const [found, setFound] = useState(() => box?.load(name, shape) ?? null);
  const [state, setState] = useState({ at: found?.at ?? null, failed: false });
  return {
    start: found?.value ?? null,
    ...state,
    keep: (value) => {
      const at = box?.save(name, value) ?? null;
      setState({ at, failed: at === null });
      return at !== null;
    },
    forget: () => {
      box?.forget(name);
      setFound(null);
      setState({ at: null, failed: false });
    },
  };
}

/** The draft of a form: filled in when it opens. Hand `keep` to `onValuesChange`, and call `forget` when the form was sent. */
export function useFormDraft<T extends object>(name: string, form: FormInstance<T>, shape: z.ZodType<T>) {
  const { start, keep, forget, ...state } = useDraft(name, shape);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the form opens
  useEffect(() => {
    if (start) form.setFieldsValue(start as Parameters<typeof form.setFieldsValue>[0]);
  }, []);
  return {
    ...state,
    start,
    forget,
    // All values: those of fields that are folded away too.
    keep: () => void keep(form.getFieldsValue(true)),
    discard: () => {
      forget();
      form.resetFields();
    },
  };
}
