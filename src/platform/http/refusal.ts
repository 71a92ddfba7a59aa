import { escaped } from '../documents/html.ts';
import { type Language, words } from '../words.ts';
import type { Problem } from './problem.ts';

const again = words('重新打开', 'Open it again');
const home = words('回到首页', 'To the first page');

/** Whether a person opened the address in a browser: what a page asks by itself never prefers a page for an answer. */
export const isOpenedByPerson = (method: string, accept: string | undefined): boolean =>
  method === 'GET' && /^\s*text\/html\b/.test(accept ?? '');

/** A problem as a page of words, for whoever opened an address or a download in the browser. It needs neither style nor script. */
export const refusalPage = ({ title, detail }: Problem, language: Language): string => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body>
<h1>${escaped(title)}</h1>
<p>${escaped(detail)}</p>
<p><a href="">${again[language]}</a> · <a href="/">${home[language]}</a></p>
</body>
</html>
`;
