import type { ReactNode } from 'react';
import { type About, open } from '../api/public.ts';
import { chooseLanguage, tagOf } from '../locales/language.ts';
import mark from '../mark.svg';
import { DemoMark } from './DemoMark.tsx';
import { Go } from './Go.tsx';
import { type Place, places } from './place.ts';
import { useSpeech } from './speech.ts';
import { useAnswer } from './use-answer.ts';

/** What stands around every page: the name, the sections, the other language, and the demo mark where all is invented. */
export function Frame({ page, children }: { page: Place['page']; children: ReactNode }) {
  const { t, language } = useSpeech();
  const { data: about } = useAnswer<About>(open.about);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <>
      <a className="skip" href="#content">
        {t.skip}
      </a>
      <DemoMark />
      <header className="head">
        <div className="inner">
          <Go to={places.bulletins} className="name">
            <img src={mark} alt="" width="28" height="28" />
            <span>
              <strong>{t.name}</strong> <small>{t.title}</small>
            </span>
          </Go>
          <nav aria-label={t.menu}>
            <Go to={places.bulletins} aria-current={page === 'bulletins' ? 'page' : undefined}>
              {t.bulletins}
            </Go>
            <Go to={places.rechecks} aria-current={page === 'rechecks' ? 'page' : undefined}>
              {t.rechecks}
            </Go>
            <Go to={places.clarifications} aria-current={page === 'clarifications' ? 'page' : undefined}>
              {t.clarifications}
            </Go>
            <Go to={places.report} aria-current={page === 'report' || page === 'receipt' ? 'page' : undefined}>
              {t.report}
            </Go>
            <Go to={places.verify} aria-current={page === 'verify' ? 'page' : undefined}>
              {t.verify}
            </Go>
          </nav>
          <button type="button" className="plain" lang={tagOf(other)} onClick={() => chooseLanguage(other)}>
            {t.otherLanguage}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="foot">
        {about && <p lang="zh-CN">{about.issuer}</p>}
        {(page === 'bulletins' || page === 'bulletin') && <p>{t.footer}</p>}
      </footer>
    </>
  );
}
