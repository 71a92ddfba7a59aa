import { useSyncExternalStore } from 'react';
import type { Language } from '../../platform/words.ts';

const place = 'mingjing.language';
const listeners = new Set<() => void>();

let current: Language = remembered();

/** Chinese is the house language; only a person's own choice changes it. Storage may be closed (private windows). */
function remembered(): Language {
  try {
    return localStorage.getItem(place) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const currentLanguage = (): Language => current;

/** BCP 47 tag of a language, for `lang`, `Accept-Language` and `Intl`. */
export const tagOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

export function chooseLanguage(language: Language): void {
  current = language;
  document.documentElement.lang = tagOf(language);
  try {
    localStorage.setItem(place, language);
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);
