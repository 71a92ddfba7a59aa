import { type Words, words } from '../../../platform/words.ts';
import { documentTemplates } from '../registers.ts';

const { kind } = documentTemplates.columns;

/** What a kind of paper is called. */
export const kindOf = (code: string): Words => kind.choices![code] ?? words(code, code);

export const paperTexts = {
  edition: words('第 {n} 版', 'Edition {n}'),
  unpublished: words('未在本系统发布内容', 'Content not published here'),
  superseded: words('已有新版本', 'Replaced by a newer version'),
  asksSign: words('需签署', 'To be signed'),
  asksRead: words('需阅知', 'To be read'),
  delivered: words('已发放', 'Handed out'),
  opened: words('已阅', 'Opened'),
  unsigned: words('已阅未签', 'Opened, not signed'),
  signed: words('已签署', 'Signed'),
  refused: words('拒签', 'Refused'),
  hash: words('内容 SHA-256', 'SHA-256 of the content'),
  file: words('下载文件', 'Download the file'),
};
