import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addMonths, dayNumber, dayOf, dayText, isWeekday, parseDay, startOfDay } from './day.ts';
import { workCalendar } from './working-days.ts';

const calendar = workCalendar();
afterEach(() => vi.unstubAllEnvs());

/**
 * The notices of the General Office of the State Council, checked line by line against their published texts:
 * days off from–to, then the weekend days that are worked. Days off of the notice for 2023 begin on Saturday 31 December 2022.
 */
const notices: Record<number, { off: [string, string][]; worked: string[] }> = {
  // 国办发明电〔2019〕16号, with the spring festival extended to 2 February by 国办发明电〔2020〕1号.
  2020: {
    off: [
      ['01-01', '01-01'],
      ['01-24', '02-02'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-25', '06-27'],
      ['10-01', '10-08'],
    ],
    worked: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  // 国办发明电〔2020〕27号
  2021: {
    off: [
      ['01-01', '01-03'],
      ['02-11', '02-17'],
      ['04-03', '04-05'],
      ['05-01', '05-05'],
      ['06-12', '06-14'],
      ['09-19', '09-21'],
      ['10-01', '10-07'],
    ],
    worked: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  // 国办发明电〔2021〕11号
  2022: {
    off: [
      ['01-01', '01-03'],
      ['01-31', '02-06'],
      ['04-03', '04-05'],
      ['04-30', '05-04'],
      ['06-03', '06-05'],
      ['09-10', '09-12'],
      ['10-01', '10-07'],
    ],
    worked: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  // 国办发明电〔2022〕16号
  2023: {
    off: [
      ['01-01', '01-02'],
      ['01-21', '01-27'],
      ['04-05', '04-05'],
      ['04-29', '05-03'],
      ['06-22', '06-24'],
      ['09-29', '10-06'],
    ],
    worked: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  // 国办发明电〔2023〕7号
  2024: {
    off: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-10', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    worked: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  // 国办发明电〔2024〕12号
  2025: {
    off: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    worked: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  // The notice of 4 November 2025.
  2026: {
    off: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    worked: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
};

describe('days', () => {
  test('a day that does not exist is none', () => {
    expect(parseDay('2023-02-29')).toBeUndefined();
    expect(parseDay('2024-02-29')).toBe(19782);
    expect(parseDay('2021-3-1')).toBeUndefined();
    expect(() => dayNumber('2021-13-01')).toThrow(RangeError);
  });

  test('a day begins at midnight in Shanghai', () => {
    expect(dayOf(new Date('2021-03-01T15:59:59Z'))).toBe('2021-03-01');
    expect(dayOf(new Date('2021-03-01T16:00:00Z'))).toBe('2021-03-02');
    expect(startOfDay('2021-03-02').toISOString()).toBe('2021-03-01T16:00:00.000Z');
  });

  test('day numbers and texts are each other’s inverse, and the weekday is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumber('1960-01-01'), max: dayNumber('2100-12-31') }), (number) => {
        expect(parseDay(dayText(number))).toBe(number);
        expect(isWeekday(number)).toBe(![0, 6].includes(new Date(`${dayText(number)}T00:00:00Z`).getUTCDay()));
      }),
    );
  });

  test.each([
    ['2021-01-31', 1, '2021-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2021-03-01', 6, '2021-09-01'],
    ['2021-10-31', 4, '2022-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(dayText(addMonths(dayNumber(from), months))).toBe(to);
  });
});

describe('working days', () => {
  test.each(Object.entries(notices))('%s is as the State Council published it', (year, { off, worked }) => {
    for (let number = dayNumber(`${year}-01-01`); number <= dayNumber(`${year}-12-31`); number++) {
      const monthDay = dayText(number).slice(5);
      const expected =
        worked.includes(monthDay) ||
        (isWeekday(number) && !off.some(([from, to]) => monthDay >= from && monthDay <= to));
      expect([monthDay, calendar.isWorkingDay(dayText(number))]).toEqual([monthDay, expected]);
    }
  });

  test('spring festival 2021: the swapped Sunday and Saturday are worked', () => {
    expect(calendar.addWorkingDays('2021-02-05', 1)).toBe('2021-02-07');
    expect(calendar.addWorkingDays('2021-02-10', 1)).toBe('2021-02-18');
    expect(calendar.addWorkingDays('2021-02-19', 1)).toBe('2021-02-20');
    expect(calendar.workingDaysBetween('2021-02-05', '2021-02-20')).toBe(7);
    expect(calendar.addWorkingDays('2021-02-18', -1)).toBe('2021-02-10');
  });

  test('a year without a notice is said to be provisional and knows only the days the regulation fixes', () => {
    expect(calendar.isPublished('2026-12-27')).toBe(true);
    expect(calendar.isPublished('2026-12-28')).toBe(false);
    expect(calendar.isPublished('2027-02-08')).toBe(false);
    // The eve of the lunar year 2027 is Friday 5 February, its third day Monday the 8th.
    expect(['2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09'].map(calendar.isWorkingDay)).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(calendar.isWorkingDay('2027-04-05')).toBe(false);
    expect(calendar.isWorkingDay('2027-09-15')).toBe(false);
  });

  test.each(['America/New_York', 'UTC', 'Pacific/Kiritimati'])('a machine set to %s has the same days off', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(new Date('2027-02-06T12:00:00Z').getHours()).toBe({ 'America/New_York': 7, UTC: 12 }[zone] ?? 2);
    const there = workCalendar();
    const off = (year: number): string[] => {
      const days = [];
      for (let number = dayNumber(`${year}-01-01`); number <= dayNumber(`${year}-12-31`); number++)
        if (isWeekday(number) && !there.numbers.isWorkingDay(number)) days.push(dayText(number).slice(5));
      return days;
    };
    const [first, labour, national] = [['01-01'], ['05-01', '05-02'], ['10-01', '10-02', '10-03']];
    const weekdays = (year: number, days: string[]) => days.filter((day) => isWeekday(dayNumber(`${year}-${day}`)));
    // Eve and first three days of the lunar year, Qingming, Dragon Boat, Mid-Autumn; 2028 and 2031 have a leap month.
    for (const [year, spring, others] of [
      [2027, ['02-05', '02-06', '02-07', '02-08'], ['04-05', '06-09', '09-15']],
      [2028, ['01-25', '01-26', '01-27', '01-28'], ['04-04', '05-28', '10-03']],
      [2031, ['01-22', '01-23', '01-24', '01-25'], ['04-05', '06-24', '10-01']],
    ] as const)
      expect([year, off(year)]).toEqual([
        year,
        weekdays(year, [...new Set([...first, ...spring, ...others, ...labour, ...national])].toSorted()),
      ]);
  });

  test('an override wins, and a year entered by hand counts as published', () => {
    const typhoon = workCalendar({ overrides: [{ day: '2021-07-26', working: false, source: '本地停工令' }] });
    expect(typhoon.isWorkingDay('2021-07-26')).toBe(false);
    expect(calendar.isWorkingDay('2021-07-26')).toBe(true);
    const entered = workCalendar({
      overrides: [{ day: '2027-02-06', working: true, source: '演示通知' }],
      publishedYears: [2027],
    });
    expect(entered.isPublished('2027-05-20')).toBe(true);
    expect(entered.isPublished('2026-12-31')).toBe(true);
    expect(entered.isWorkingDay('2027-02-06')).toBe(true);
    // With a notice, what the notice does not name is an ordinary weekday.
    expect(entered.isWorkingDay('2027-02-05')).toBe(true);
  });

  test('adding and counting working days agree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2019-12-20'), max: dayNumber('2026-11-30') }),
        fc.integer({ min: 1, max: 90 }),
        (start, count) => {
          const from = dayText(start);
          const to = calendar.addWorkingDays(from, count);
          expect(calendar.isWorkingDay(to)).toBe(true);
          expect(calendar.workingDaysBetween(from, to)).toBe(count);
        },
      ),
    );
  });
});
