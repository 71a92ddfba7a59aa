import type { ReactNode } from 'react';
import type { BulletinText } from '../../../../web/api/bulletins.ts';
import { formatDay } from '../../../../web/kit/format.ts';
import { Prose, type ShownFigure } from './Prose.tsx';

interface Props {
  readonly text: BulletinText;
  readonly figures: readonly ShownFigure[];
  readonly renderMark: (figure: ShownFigure, printed: string) => ReactNode;
}

/** The bulletin as a sheet of paper: title, press conference, prose, cut-off day. In Chinese, as it is issued. */
export function Sheet({ text, figures, renderMark }: Props) {
  return (
    <article className="sheet" lang="zh-CN">
      <h2 className="sheet-title">{text.title}</h2>
      {text.sequence !== null && <p className="sheet-line">（第{text.sequence}次新闻发布会）</p>}
      <p className="sheet-line">各项数字截至{formatDay(text.asOf, 'zh')}</p>
      <Prose text={text} figures={figures} renderMark={renderMark} />
    </article>
  );
}
