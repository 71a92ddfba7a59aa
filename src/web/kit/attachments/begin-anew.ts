/**
 * Whether uploads have to begin anew: the server cleared them away, or something else arrived. An upload whose place is another
 * (`upload.offset`, as where a broken piece is still held open) goes on from where the server is.
 */
export const mustBeginAnew = (error: unknown): boolean =>
  ['upload.missing', 'upload.differs'].includes((error as { readonly code?: string }).code ?? '');
