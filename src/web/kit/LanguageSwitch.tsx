import { Button } from 'antd';
import { useSpeech } from '../locales/index.ts';
import { chooseLanguage, tagOf } from '../locales/language.ts';

/** The other language, named in itself. */
export function LanguageSwitch() {
  const { t, language } = useSpeech();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button type="text" lang={tagOf(other)} onClick={() => chooseLanguage(other)}>
      {t.app.otherLanguage}
    </Button>
  );
}
