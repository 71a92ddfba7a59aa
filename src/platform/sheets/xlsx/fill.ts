import { findSpans, prefixOf, retag } from './edit.ts';
import { faultFill } from './template.ts';

/**
 * Hands out red twins of a workbook's cell formats and writes them into its styles: a marked cell keeps its number format, font and borders.
 */
export class RedFormats {
  readonly #part: string;
  readonly #text: string;
  readonly #formats: ReturnType<typeof findSpans>;
  readonly #twins = new Map<number, number>();

  constructor(part: string, styles: string) {
    this.#part = part;
    this.#text = styles;
    this.#formats = findSpans(part, styles, 'cellXfs/xf');
  }

  /** Index of the red twin of a cell format. */
  twin(format: number): number {
    const known = this.#formats[format] ? format : 0;
    let twin = this.#twins.get(known);
    if (twin === undefined) {
      twin = this.#formats.length + this.#twins.size;
      this.#twins.set(known, twin);
    }
    return twin;
  }

  /** The styles with the twins that were handed out. */
  text(): string {
    const fills = findSpans(this.#part, this.#text, 'styleSheet/fills')[0];
    const formats = findSpans(this.#part, this.#text, 'styleSheet/cellXfs')[0];
    if (!fills || !formats || this.#twins.size === 0) return this.#text;
    const fillId = String(findSpans(this.#part, this.#text, 'fills/fill').length);
    const fill = faultFill.replace(/<(\/?)/g, `<$1${prefixOf(fills.tag.name)}`);
    const twins = [...this.#twins.keys()].map((format) => {
      const { tag, openEnd, end } = this.#formats[format]!;
      return retag(tag, { fillId, applyFill: '1' }) + this.#text.slice(openEnd, end);
    });
    const text = this.#text;
    // The schema puts fills before cellXfs.
    return [
      text.slice(0, fills.start),
      retag(fills.tag, { count: String(+fillId + 1) }),
      text.slice(fills.openEnd, fills.closeStart),
      fill,
      text.slice(fills.closeStart, formats.start),
      retag(formats.tag, { count: String(this.#formats.length + this.#twins.size) }),
      text.slice(formats.openEnd, formats.closeStart),
      ...twins,
      text.slice(formats.closeStart),
    ].join('');
  }
}
