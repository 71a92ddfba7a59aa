import type { FormRule } from 'antd';
import { type Column, isSecret } from '../../platform/register/columns.ts';
import { fill } from '../../platform/words.ts';
import type { Texts } from '../locales/zh-CN.ts';

/**
 * What a form can say at once about a value; the server judges again and knows more (check digits, duplicates).
 * @param changing a secret may stay empty then, which leaves it as it is
 */
export function rulesOf(column: Column, changing: boolean, t: Texts['register']): FormRule[] {
  const rules: FormRule[] = [];
  if (!column.optional && !(changing && isSecret(column))) rules.push({ required: true, message: t.required });
  switch (column.kind) {
    case 'text':
      if (column.max) rules.push({ max: column.max, message: fill(t.tooLong, { n: column.max }) });
      break;
    case 'decimal': {
      const scale = column.scale ?? 2;
      const digits = scale === 0 ? '' : `(\\.\\d{1,${scale}})?`;
      rules.push({ pattern: new RegExp(`^-?\\d+${digits}$`), message: fill(t.decimal, { n: scale }) });
      break;
    }
    case 'integer':
      rules.push({ pattern: /^\d+$/, message: t.whole });
      break;
    case 'citizenId':
      rules.push({ pattern: /^\d{17}[\dXx]$/, message: t.badCitizenId });
      break;
    case 'mobile':
      rules.push({ pattern: /^1\d{10}$/, message: t.badMobile });
      break;
    case 'creditCode':
      rules.push({ pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/i, message: t.badCreditCode });
      break;
  }
  return rules;
}

/** What a form asks of a reason; spaces around it do not count. @param atLeast fewest characters */
export const reasonRules = (t: Texts['record'], atLeast = 2): FormRule[] => [
  {
    required: true,
    min: atLeast,
    transform: (reason?: string) => reason?.trim(),
    message: fill(t.reasonShort, { n: atLeast }),
  },
];
