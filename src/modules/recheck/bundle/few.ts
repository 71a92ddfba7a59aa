/** Below this many results a rate says next to nothing: wherever one is shown, its interval stands alone. */
const FEWEST = 10;

export const tooFew = (results: number): boolean => results < FEWEST;
