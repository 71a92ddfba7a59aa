/** The language a written text is in, for `lang`: screen readers choose their voice by it. */
export const languageOf = (text: string): 'zh-CN' | 'en' => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en');
