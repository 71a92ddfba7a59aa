/**
 * Text that a spreadsheet program would take for a formula when it opens a csv file: the signs OWASP names ("CSV Injection"),
 * with their full-width forms, which Chinese input methods produce and some programs treat alike.
 */
export function startsLikeFormula(text: string, at = 0): boolean {
  switch (text.charCodeAt(at)) {
    case 0x3d: // =
    case 0x2b: // +
    case 0x2d: // -
    case 0x40: // @
    case 0x09: // tab
    case 0x0d: // carriage return
    case 0x0a: // line feed
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return true;
    default:
      return false;
  }
}

const apostrophe = 0x27;

const isGuarded = (text: string): boolean => {
  let at = 0;
  while (text.charCodeAt(at) === apostrophe) at++;
  return startsLikeFormula(text, at);
};

/** Puts an apostrophe before text that looks like a formula, and before text that {@link unguard} would otherwise shorten. */
export const guard = (text: string): string => (isGuarded(text) ? `'${text}` : text);

/** The exact reverse of {@link guard}. */
export const unguard = (text: string): string =>
  text.charCodeAt(0) === apostrophe && isGuarded(text) ? text.slice(1) : text;
