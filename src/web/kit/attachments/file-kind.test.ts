import { expect, test } from 'vitest';
import { fits, kindOf, safeName } from './file-kind.ts';

const of = (content: string | number[]): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

test.each([
  ['照片.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'PNG', true, false],
  ['照片.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()">', 'SVG', false, true],
  ['照片.jpg', '\n\ufeff <!-- --> <html><script>', 'HTML', false, true],
  ['图.svg', '<?xml version="1.0"?>\n<svg >', 'SVG', true, true],
  ['录音.mp3', [0x49, 0x44, 0x33, 4], 'MP3', true, false],
  ['账本.pdf', [0x4d, 0x5a, 0x90, 0], 'Windows program', false, true],
  ['账本.pdf.exe', [0x25, 0x50, 0x44, 0x46], 'PDF', false, false],
  ['说明.txt', '某年某月某日', 'text', true, false],
  ['不明', [1, 0, 2], '?', false, false],
] as const)('%s', (name, content, kind, fitting, active) => {
  const found = kindOf(of(content as string | number[]));
  expect([found.name, fits(name, found), found.active]).toEqual([kind, fitting, active]);
});

test('what may run is saved under a name that does not, and no name leads elsewhere', () => {
  const html = kindOf(of('<html>'));
  expect(safeName('../../照片\u202egnp.exe', html)).toBe('.._.._照片_gnp.exe.txt');
  expect(safeName('照片.png', kindOf(of([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))).toBe('照片.png');
});
