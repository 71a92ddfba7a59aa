import 'dayjs/locale/zh-cn.js';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { useLanguage } from '../locales/language.ts';
import { antdLocale } from './antd-locale.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

/** The workbench with everything its pages stand on: language, look, server state and addresses. */
export function Workbench() {
  const language = useLanguage();
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  // Faults and messages come from the server already worded, so a new language needs them again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the language is what triggers it
  useEffect(() => {
    void queries.invalidateQueries();
  }, [language]);
  return (
    <ConfigProvider locale={antdLocale(language)} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  );
}
