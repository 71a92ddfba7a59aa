import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCaseNumber, parseCaseNumber } from './case-number.ts';
import { citizenIdCheck, parseCitizenId } from './citizen-id.ts';
import { creditCodeCheck, organisationCheck, parseCreditCode, parseOrganisationCode } from './credit-code.ts';
import { formatDocumentNumber, parseDocumentNumber } from './document-number.ts';
import { explain, type Parsed } from './fault.ts';
import { parseMobile } from './mobile.ts';
import { formatReceiptCode, newReceiptCode, parseReceiptCode, receiptCheck } from './receipt.ts';
import { parseRegion } from './region.ts';

const fault = (result: Parsed<unknown>) => (result.ok ? 'SOUND' : result.fault.code);
const said = (result: Parsed<unknown>) => (result.ok ? '' : explain(result.fault).zh);
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('citizen id number', () => {
  test('the examples of the standard', () => {
    expect(parseCitizenId('11010519491231002X')).toEqual({
      ok: true,
      value: { number: '11010519491231002X', region: '110105', birth: '1949-12-31', sex: 'FEMALE' },
    });
    expect(parseCitizenId('440524188001010014')).toMatchObject({
      ok: true,
      value: { birth: '1880-01-01', sex: 'MALE' },
    });
    expect(parseCitizenId('11010519491231002x')).toMatchObject({ ok: true, value: { number: '11010519491231002X' } });
  });

  test.each([
    ['1101051949123100', 'LENGTH'],
    ['110105491231002', 'OLD_FORM'],
    ['11010519491231O02X', 'CHARACTER'],
    ['11010519491231002Y', 'CHARACTER'],
    ['１1010519491231002X', 'CHARACTER'],
    ['00010519491231002X', 'REGION'],
    ['11010519490229002X', 'DATE'],
    ['110105194912310021', 'CHECK'],
    ['', 'LENGTH'],
  ])('%s is refused for its %s', (text, code) => {
    expect(fault(parseCitizenId(text))).toBe(code);
  });

  test('the fault says where, and which check character was expected', () => {
    expect(said(parseCitizenId('11010519491231O02X'))).toBe('第 15 位“O”不是允许的字符');
    expect(said(parseCitizenId('110105194912310021'))).toBe('校验码不符：应为 X，实为 1');
    expect(said(parseCitizenId('11010519490229002X'))).toBe('其中的出生日期 1949-02-29 不存在');
    expect(said(parseCitizenId('110105491231002'))).toContain('15 位');
  });

  test('demo numbers are sound; one wrong digit or two swapped never are', () => {
    const demo = fc
      .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 364 }), digits(3))
      .map(([d, n, s]) => {
        const birth = new Date(Date.UTC(1901, 0, 1 + n)).toISOString().slice(0, 10).replaceAll('-', '');
        const first = `9901${String(d).padStart(2, '0')}${birth}${s}`;
        return first + citizenIdCheck(first);
      });
    fc.assert(
      fc.property(demo, fc.nat(16), fc.integer({ min: 1, max: 9 }), fc.nat(15), (number, at, add, swap) => {
        expect(fault(parseCitizenId(number))).toBe('SOUND');
        const other = String((Number(number[at]) + add) % 10);
        expect(parseCitizenId(number.slice(0, at) + other + number.slice(at + 1)).ok).toBe(false);
        if (number[swap] !== number[swap + 1]) {
          const swapped = number.slice(0, swap) + number[swap + 1] + number[swap] + number.slice(swap + 2);
          expect(parseCitizenId(swapped).ok).toBe(false);
        }
      }),
    );
  });

  test('any text gets an answer, never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const parse of [parseCitizenId, parseCreditCode, parseOrganisationCode, parseMobile, parseRegion])
          expect(typeof parse(text).ok).toBe('boolean');
        for (const parse of [parseCaseNumber, parseDocumentNumber, parseReceiptCode])
          expect(typeof parse(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('credit code', () => {
  test.each(['91350100M000100Y43', '91350200776049653A'])('%s, a published code, is sound inside and out', (code) => {
    expect(parseCreditCode(code)).toMatchObject({ ok: true, value: { department: '9', organisationSound: true } });
  });

  test('a code whose inner check fails is told, not refused', () => {
    const result = parseCreditCode('91370200MA00000002');
    expect(result).toMatchObject({ ok: true, value: { organisation: 'MA0000000', organisationSound: false } });
    expect(said(parseOrganisationCode('MA0000000'))).toBe('校验码不符：应为 7，实为 0');
    expect(parseOrganisationCode('MA0000007')).toEqual({ ok: true, value: 'MA0000007' });
  });

  test.each([
    ['91350100M000100Y4', 'LENGTH', '应为 18 位，实为 17 位'],
    ['9135010OM000100Y43', 'CHARACTER', '第 8 位“O”不是允许的字符'],
    ['91350100m000100Y43', 'CHARACTER', '第 9 位“m”不是允许的字符'],
    ['9135A100M000100Y43', 'CHARACTER', '第 5 位“A”不是允许的字符'],
    ['91350100M000100Y44', 'CHECK', '校验码不符：应为 3，实为 4'],
  ])('%s: %s', (text, code, words) => {
    expect(fault(parseCreditCode(text))).toBe(code);
    expect(said(parseCreditCode(text))).toBe(words);
  });

  test('made codes are sound, and one wrong character never is', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(digits(7), fc.nat(16), fc.nat(30), (serial, at, other) => {
        const organisation = `M${serial}`;
        const first = `91990101${organisation}${organisationCheck(organisation)}`;
        const code = first + creditCodeCheck(first);
        expect(parseCreditCode(code)).toMatchObject({ ok: true, value: { organisationSound: true } });
        fc.pre(alphabet[other] !== code[at]);
        expect(parseCreditCode(code.slice(0, at) + alphabet[other] + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});

describe('region', () => {
  test('the level follows from the code', () => {
    const level = (code: string) => {
      const region = parseRegion(code);
      return region.ok ? region.value.level : region.fault.code;
    };
    expect(['370000', '370200', '370202', '990101', '370002', '000000', '37020', '37020a'].map(level)).toEqual([
      'PROVINCE',
      'PREFECTURE',
      'COUNTY',
      'COUNTY',
      'REGION',
      'REGION',
      'LENGTH',
      'CHARACTER',
    ]);
  });

  test('a deployment’s own set decides where one is given', () => {
    const known = new Set(['990101']);
    expect(parseRegion('990101', known).ok).toBe(true);
    expect(said(parseRegion('990111', known))).toBe('行政区划代码 990111 不存在');
  });
});

describe('mobile', () => {
  test.each([
    ['13900000000', 'SOUND'],
    ['+8613900000000', 'SOUND'],
    ['12900000000', 'CHARACTER'],
    ['23900000000', 'CHARACTER'],
    ['1390000000', 'LENGTH'],
    ['1390000000a', 'CHARACTER'],
  ])('%s: %s', (text, code) => {
    expect(fault(parseMobile(text))).toBe(code);
  });
});

describe('case number', () => {
  test.each([
    ['(2021)演01刑终123号', { year: 2021, court: '演01', kind: '刑终', serial: 123, part: null }],
    ['(2019)最高法民申5号', { year: 2019, court: '最高法', kind: '民申', serial: 5, part: null }],
    ['(2020)演0101执恢77号之一', { year: 2020, court: '演0101', kind: '执恢', serial: 77, part: '之一' }],
  ])('%s is read and written back', (text, value) => {
    expect(parseCaseNumber(text)).toEqual({ ok: true, value });
    expect(formatCaseNumber(value)).toBe(text);
  });

  test('full-width brackets are read, other forms are not', () => {
    expect(parseCaseNumber('（2021）演01刑终123号').ok).toBe(true);
    for (const text of ['2021演01刑终123号', '(2021)演01刑终0123号', '(2021)演01刑终123', '(21)演01刑终1号'])
      expect(said(parseCaseNumber(text))).toBe('格式不符，应如“(2021)演01刑终123号”');
  });
});

describe('document number', () => {
  test('is read and written back', () => {
    const value = { issuer: '演政法', year: 2021, serial: 5 };
    expect(parseDocumentNumber('演政法〔2021〕5号')).toEqual({ ok: true, value });
    expect(formatDocumentNumber(value)).toBe('演政法〔2021〕5号');
  });

  test.each([
    ['演政法[2021]5号', 'YEAR_BRACKETS'],
    ['演政法（2021）5号', 'YEAR_BRACKETS'],
    ['演政法〔2021〕第5号', 'ORDINAL'],
    ['演政法〔2021〕05号', 'LEADING_ZERO'],
    ['演政法〔2021〕0号', 'FORM'],
    ['演政法〔21〕5号', 'FORM'],
    ['〔2021〕5号', 'FORM'],
  ])('%s: %s', (text, code) => {
    expect(fault(parseDocumentNumber(text))).toBe(code);
  });
});

describe('receipt code', () => {
  test('the check digits agree with exact arithmetic', () => {
    fc.assert(
      fc.property(digits(14), (text) => {
        const code = text + receiptCheck(text);
        expect(BigInt(code) % 97n).toBe(1n);
        expect(parseReceiptCode(formatReceiptCode(code))).toEqual({ ok: true, value: code });
      }),
    );
  });

  test('one wrong digit or two swapped neighbours are always noticed', () => {
    fc.assert(
      fc.property(digits(14), fc.nat(15), fc.integer({ min: 1, max: 9 }), fc.nat(14), (text, at, add, swap) => {
        const code = text + receiptCheck(text);
        const wrong = code.slice(0, at) + ((Number(code[at]) + add) % 10) + code.slice(at + 1);
        expect(fault(parseReceiptCode(wrong))).toBe('CHECK_DIGITS');
        fc.pre(code[swap] !== code[swap + 1]);
        const swapped = code.slice(0, swap) + code[swap + 1] + code[swap] + code.slice(swap + 2);
        expect(fault(parseReceiptCode(swapped))).toBe('CHECK_DIGITS');
      }),
    );
  });

  test('new codes are sound and do not repeat', () => {
    const codes = new Set(Array.from({ length: 2000 }, newReceiptCode));
    expect(codes.size).toBe(2000);
    for (const code of codes) expect(parseReceiptCode(code)).toEqual({ ok: true, value: code });
    expect(formatReceiptCode('1234567890123456')).toBe('1234 5678 9012 3456');
  });

  test.each([
    ['1234', 'LENGTH'],
    ['123456789012345a', 'CHARACTER'],
  ])('%s: %s', (text, code) => {
    expect(fault(parseReceiptCode(text))).toBe(code);
  });
});
