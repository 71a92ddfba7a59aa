/**
 * The measures of GB/T 9704-2012 in the units of a word processor. 1 mm = 56.6929 twips; a twip is a twentieth of a point.
 */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** A4; 37 mm above (天头), 28 mm at the binding (订口), type area 156 × 225 mm (5.2). */
export const page = {
  width: twips(210),
  height: twips(297),
  top: twips(37),
  left: twips(28),
  right: twips(210 - 28 - 156),
  bottom: twips(297 - 37 - 225),
  /** The dash of the page number stands 7 mm below the type area (7.5): 28 mm above the edge, 25 mm for the foot of its line. */
  footer: twips(25),
  header: twips(15),
} as const;

/** Sizes in half-points. */
export const size = { body: 32, title: 44, pageNumber: 28, table: 24, demoMark: 18 } as const;

/** 22 lines a page: 225 mm / 22 (5.2.3). */
export const line = Math.floor(twips(225) / 22);

/**
 * 28 characters a line: what is added to each 16 pt character, in twips, rounded so that the 28th still fits. Not the character
 * grid of Word, which would say the same: LibreOffice snaps to that grid, where 16 pt do not fit 15.8 and take two places.
 */
export const characterSpacing = Math.floor((page.width - page.left - page.right) / 28 - size.body * 10);

/** One body character in twips, for indents. */
export const character = (page.width - page.left - page.right) / 28;

/** The top of the issuer's mark is 35 mm below the top of the type area (7.2.4). */
export const issuerDrop = twips(35);

/** The red line is 4 mm below the document number (7.2.7); points. */
export const redLineGap = 11;

export const RED = 'FF0000';

/** The issuer's mark fills at most the line: 26 pt for a long name, up to 48 pt for a short one; half-points. */
export const issuerSize = (issuer: string): number => {
  const points = (page.width - page.left - page.right) / 20 / Math.max(Array.from(issuer).length, 1);
  return 2 * Math.round(Math.min(48, Math.max(22, points * 0.95)));
};

export interface Fonts {
  /** 小标宋: issuer's mark and titles. */
  readonly title: string;
  /** 仿宋: body. */
  readonly body: string;
  /** 黑体: first level. */
  readonly first: string;
  /** 楷体: second level. */
  readonly second: string;
  /** 宋体: page numbers. */
  readonly pageNumber: string;
  readonly latin: string;
}

/** The fonts offices hold licences for. A reader without them sees substitutes of the reader's choosing. */
export const officialFonts: Fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  pageNumber: '宋体',
  latin: 'Times New Roman',
};

/** Free fonts for deployments without the licensed ones. Noto has no 仿宋 or 楷体: the serif face stands for both. */
export const freeFonts: Fonts = {
  title: 'Noto Serif CJK SC',
  body: 'Noto Serif CJK SC',
  first: 'Noto Sans CJK SC',
  second: 'Noto Serif CJK SC',
  pageNumber: 'Noto Serif CJK SC',
  latin: 'Noto Serif CJK SC',
};

/** What stands for what, recorded in the document's properties; empty for the official fonts. */
export const substitutions = (fonts: Fonts): string =>
  (Object.keys(officialFonts) as (keyof Fonts)[])
    .filter((use) => fonts[use] !== officialFonts[use])
    .map((use) => `${officialFonts[use]} → ${fonts[use]}`)
    .join('; ');

/**
 * How far signature and date stand in from the right, in characters: the date four in, the signature centred over it; where the
 * signature is the longer one, it stands two in and the date is centred under it (7.3.5.1).
 */
export function signatureIndents(signedBy: string, date: string): { signature: number; date: number } {
  const difference = width(signedBy) - width(date);
  const signature = 4 - difference / 2;
  return signature >= 2 ? { signature, date: 4 } : { signature: 2, date: 2 + difference / 2 };
}

/** Width in characters: ASCII counts half. */
const width = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character < '\u0080' ? 0.5 : 1), 0);
