import { officeWork, type Policy } from '../../../platform/access/policies.ts';
import { choice, date, integer, prose, ref, text, time } from '../../../platform/register/columns.ts';
import { register } from '../../../platform/register/declare.ts';
import { words } from '../../../platform/words.ts';
import { personalFile } from '../policies.ts';

/** A paper is published by its own act, with its hash; no form and no workbook of a user adds or changes one. */
const published: Policy = { ...officeWork, handIn: [] };

/** The papers handed out, each version of each (reference 5). A published version never changes; the next one replaces it. */
export const documentTemplates = register('conduct.documentTemplates', {
  words: words('文书模板', 'Templates of papers'),
  record: words('种', 'template'),
  key: ['kind', 'edition'],
  date: 'validFrom',
  policy: published,
  lookup: ['title'],
  title: 'title',
  open: ['kind', 'title', 'validFrom'],
  columns: {
    kind: choice('文书种类', 'Kind', {
      COMMITMENT_LETTER: ['承诺书', 'Letter of commitment'],
      LETTER_TO_OFFICERS: ['致全市政法干警的一封信', 'Open letter to officers'],
      LETTER_TO_FAMILIES: ['致干警家属的一封信', 'Open letter to families'],
      FAMILY_PLEDGE: ['家属承诺函', 'Family pledge'],
      LETTER_TO_PUBLIC: ['致社会公众的一封信', 'Open letter to the public'],
      NOTICE: ['告知书', 'Notice to officers'],
      POLICY_NOTICE: ['政策通知', 'Policy notice'],
    }),
    edition: integer('版次', 'Edition', { aliases: ['版本'] }),
    title: text('文书名称', 'Title', { aliases: ['名称'] }),
    body: prose('正文', 'Text', { optional: true }),
    validFrom: date('启用日期', 'Valid from', { aliases: ['印发日期'] }),
    validTo: date('停用日期', 'Valid to', { optional: true }),
    asks: choice(
      '办理要求',
      'Asks for',
      { SIGN: ['签署', 'Signature'], READ: ['阅知', 'Reading'] },
      { optional: true },
    ),
    fileName: text('文件名', 'File', { optional: true }),
    sha256: text('内容 SHA-256', 'SHA-256 of the content', { optional: true, max: 64 }),
    replaces: ref('替代版本', 'Replaces', 'conduct.documentTemplates', { optional: true }),
    publishedAt: time('发布时间', 'Published at', { optional: true }),
  },
});

/** One paper handed to one officer, with receipt and signature or the reason why there is none. */
export const deliveries = register('conduct.deliveries', {
  words: words('文书发放与签收', 'Papers handed out'),
  record: words('份', 'paper'),
  key: ['template', 'officer'],
  date: 'deliveredOn',
  unit: 'unit',
  officer: 'officer',
  policy: personalFile,
  open: ['template', 'unit', 'deliveredOn', 'signedOn'],
  columns: {
    template: ref('文书', 'Paper', 'conduct.documentTemplates', { aliases: ['文书名称'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    deliveredOn: date('发放日期', 'Delivered on', { aliases: ['日期', '送达日期'] }),
    channel: choice(
      '发放方式',
      'Channel',
      { IN_PERSON: ['当面', 'In person'], ONLINE: ['线上', 'Online'], MAIL: ['邮寄', 'By mail'] },
      { optional: true },
    ),
    receiptOn: date('签收日期', 'Received on', { optional: true, aliases: ['回执日期'] }),
    signedOn: date('签署日期', 'Signed on', { optional: true, aliases: ['签名日期'] }),
    signatureMethod: choice(
      '签署方式',
      'Method of signature',
      { PAPER: ['纸质', 'On paper'], ELECTRONIC: ['电子', 'Electronic'] },
      { optional: true },
    ),
    declarations: prose('承诺事项', 'Declarations', { optional: true }),
    unsignedReason: text('未签署原因', 'Reason unsigned', { optional: true }),
  },
});

/**
 * Letters to families and pledges that came back. Of the family nothing is kept but the relation and the receipt; a pledge
 * is voluntary, so an empty date is not a fault (reference 5).
 */
export const familyReceipts = register('conduct.familyReceipts', {
  words: words('家属回执', 'Family receipts'),
  record: words('份', 'receipt'),
  key: ['template', 'officer', 'relation'],
  date: 'deliveredOn',
  unit: 'unit',
  officer: 'officer',
  policy: personalFile,
  open: ['template', 'unit', 'deliveredOn', 'receiptOn'],
  columns: {
    template: ref('文书', 'Paper', 'conduct.documentTemplates', { aliases: ['文书名称'] }),
    officer: ref('干警', 'Officer', 'organisation.officers', { aliases: ['干警编号', '警号'] }),
    unit: ref('所在单位', 'Unit', 'organisation.units', { aliases: ['单位'] }),
    relation: choice('家属关系', 'Relation', {
      SPOUSE: ['配偶', 'Spouse'],
      PARENT: ['父母', 'Parent'],
      CHILD: ['子女', 'Child'],
      OTHER: ['其他', 'Other'],
    }),
    deliveredOn: date('发放日期', 'Delivered on', { aliases: ['送达日期', '日期'] }),
    receiptOn: date('回执日期', 'Receipt on', { optional: true, aliases: ['签收日期'] }),
    pledgedOn: date('自愿承诺日期', 'Pledged on', { optional: true, aliases: ['承诺日期'] }),
  },
});

/** An officer's own answers: written by his own session only, whoever handed the paper out. */
const ownAnswers: Policy = { read: personalFile.read, write: { OFFICER_SELF: 'own' } };

/**
 * What an officer did with a paper in the own account: opened, signed or refused it. A signature names the hash of the very version
 * that was read; the record's proof is what the officer keeps.
 */
export const paperAnswers = register('conduct.paperAnswers', {
  words: words('文书阅签记录', 'Answers to papers'),
  record: words('次', 'answer'),
  key: ['delivery', 'kind'],
  unit: 'unit',
  officer: 'officer',
  kept: true,
  policy: ownAnswers,
  columns: {
    delivery: ref('文书发放', 'Delivery', 'conduct.deliveries'),
    kind: choice('办理', 'Answer', {
      OPENED: ['已阅', 'Opened'],
      SIGNED: ['签署', 'Signed'],
      REFUSED: ['拒签', 'Refused'],
    }),
    template: ref('文书', 'Paper', 'conduct.documentTemplates'),
    officer: ref('干警', 'Officer', 'organisation.officers'),
    unit: ref('所在单位', 'Unit', 'organisation.units'),
    givenAt: time('办理时间', 'Given at'),
    sha256: text('内容 SHA-256', 'SHA-256 of the content', { max: 64 }),
    confirmedBy: choice(
      '本人确认方式',
      'Confirmed by',
      { PASSWORD: ['密码', 'Password'], SECOND_FACTOR: ['双重验证', 'Second factor'] },
      { optional: true },
    ),
    reason: prose('拒签理由', 'Reason of refusal', { optional: true }),
  },
});
