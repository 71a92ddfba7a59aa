import type { ConfigProviderProps } from 'antd';
import english from 'antd/locale/en_US.js';
import chinese from 'antd/locale/zh_CN.js';
import type { Language } from '../../platform/words.ts';

type Locale = NonNullable<ConfigProviderProps['locale']>;

/** antd ships its locales as CommonJS, which some loaders hand over wrapped once more. */
const unwrap = (shipped: { default: Locale } | Locale): Locale => ('default' in shipped ? shipped.default : shipped);

const locales: Readonly<Record<Language, Locale>> = { zh: unwrap(chinese), en: unwrap(english) };

export const antdLocale = (language: Language): Locale => locales[language];
