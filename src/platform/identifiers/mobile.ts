import { faulty, type Parsed, parsed } from './fault.ts';

/** A mainland mobile number: 11 digits, beginning with 13 to 19. A leading +86 is dropped. */
export function parseMobile(text: string): Parsed<string> {
  const number = text.startsWith('+86') ? text.slice(3) : text;
  if (number.length !== 11) return faulty('LENGTH', { expected: 11, got: number.length });
  for (let i = 0; i < 11; i++) {
    const digit = number.charCodeAt(i) - 48;
    const allowed = i === 0 ? digit === 1 : i === 1 ? digit >= 3 && digit <= 9 : digit >= 0 && digit <= 9;
    if (!allowed) return faulty('CHARACTER', { position: i + 1, character: number[i]! });
  }
  return parsed(number);
}
