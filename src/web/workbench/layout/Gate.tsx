import { Card } from 'antd';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../../kit/LanguageSwitch.tsx';
import { useSpeech } from '../../locales/index.ts';
import { DemoMark } from './DemoMark.tsx';

/** The frame of the pages before the desk: signing in, choosing a password. */
export function Gate({ children, demo = false }: { children: ReactNode; demo?: boolean }) {
  const { t } = useSpeech();
  return (
    <div className="gate">
      {demo && <DemoMark />}
      <header className="gate-bar">
        <LanguageSwitch />
      </header>
      <main className="gate-main">
        <Card className="gate-box">
          <p className="gate-name">
            <strong>{t.app.name}</strong>
            <span className="quiet">{t.app.tagline}</span>
          </p>
          {children}
        </Card>
      </main>
    </div>
  );
}
