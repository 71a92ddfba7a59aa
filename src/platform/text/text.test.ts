import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigrams, indexTerms, profile, queryTerms, similarity } from './bigrams.ts';
import { maskAddress, maskBankAccount, maskIdNumber, maskMobile, maskName } from './masking.ts';
import { normalise, normaliseIdentifier } from './normalise.ts';

describe('normalise', () => {
  test('widths, spaces and zero-width characters', () => {
    expect(normalise('　ＡＢ１２\u200B　 张\u00A0三\n')).toBe('AB12 张 三');
    expect(normaliseIdentifier(' 11010519491231 002x\uFEFF')).toBe('11010519491231002X');
  });

  test('doing it twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)));
  });
});

describe('masking', () => {
  test.each([
    ['990101190101010013', '990101********0013'],
    ['99010119010101001x', '990101********001x'],
    ['9901011901010100', '***'],
    ['', ''],
  ])('id number %s', (number, masked) => expect(maskIdNumber(number)).toBe(masked));

  test('mobile and bank account', () => {
    expect(maskMobile('13900001234')).toBe('139****1234');
    expect(maskMobile('0990-12345')).toBe('***');
    expect(maskBankAccount('6200 0000 0000 0001 234')).toBe('****1234');
    expect(maskBankAccount('1234')).toBe('***');
  });

  test.each([
    ['张三', '张某'],
    ['张三丰', '张某某'],
    ['欧阳明', '欧阳某'],
    ['欧阳明月', '欧阳某某'],
    ['上官', '上某'],
    ['𬭎明', '𬭎某'],
    ['阿里木·买买提', '阿某某'],
    ['John Smith', 'J'],
    ['张', '张某'],
    ['  ', ''],
  ])('name %s', (name, masked) => expect(maskName(name)).toBe(masked));

  test.each([
    ['演示省明镜市东港区海滨路12号3单元401', '演示省明镜市东港区***', '演示省明镜市东港区海滨路***'],
    ['明镜市市南区镜湖街道5号', '明镜市市南区***', '明镜市市南区镜湖街道***'],
    ['市南区某某农贸市场', '市南区***', '市南区***'],
    ['明镜市平安县', '明镜市平安县', '明镜市平安县'],
    ['演示省明镜市古城市新镇三村', '演示省明镜市古城市***', '演示省明镜市古城市新镇***'],
    ['内蒙古自治区示例盟示例旗草原乡8号', '内蒙古自治区示例盟示例旗***', '内蒙古自治区示例盟示例旗草原乡***'],
    ['海滨路社区5号', '***', '***'],
    ['中山路5号院小区', '***', '***'],
    ['5号楼东港区', '***', '***'],
  ])('address %s', (address, district, street) => {
    expect(maskAddress(address, 'DISTRICT')).toBe(district);
    expect(maskAddress(address, 'STREET')).toBe(street);
  });

  test('no masked address shows a house number', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[明镜市区县路镇号楼室小\d]{0,24}$/),
        fc.constantFrom('DISTRICT', 'STREET'),
        (text, keep) => {
          expect(maskAddress(text, keep as 'STREET')).not.toMatch(/\d/);
        },
      ),
    );
  });
});

describe('bigrams', () => {
  test('parted by signs and spaces, whole code points, lower-case', () => {
    expect(bigrams('压案不查，AB')).toEqual(['压案', '案不', '不查', 'ab']);
    expect(bigrams('𬭎明月')).toEqual(['𬭎明', '明月']);
    expect(bigrams('查')).toEqual(['查']);
    expect(bigrams('，。')).toEqual([]);
    expect(indexTerms('立案立案').sort()).toEqual(['案', '案立', '立', '立案'].sort());
  });

  test('a text that contains a query holds all its terms', () => {
    const han = fc.stringMatching(/^[一-龥a-z]{1,8}$/);
    fc.assert(
      fc.property(han, han, han, (before, query, after) => {
        const terms = new Set(indexTerms(before + query + after));
        expect(queryTerms(query).every((term) => terms.has(term))).toBe(true);
      }),
    );
  });

  test('similarity is symmetric, between 0 and 1, and 1 for the same text', () => {
    expect(similarity(profile('噪声扰民'), profile('噪声扰民问题'))).toBeCloseTo(6 / 8);
    expect(similarity(profile('噪声扰民'), profile('道路破损'))).toBe(0);
    expect(similarity(profile(''), profile('。'))).toBe(0);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [p, q] = [profile(a), profile(b)];
        expect(similarity(p, q)).toBe(similarity(q, p));
        expect(similarity(p, q)).toBeLessThanOrEqual(1);
        expect(similarity(p, p)).toBe(p.size === 0 ? 0 : 1);
      }),
    );
  });
});
