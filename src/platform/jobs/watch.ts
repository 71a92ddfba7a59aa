/** Milliseconds between two notes of progress. Each is also the look whether somebody cancelled meanwhile. */
const BETWEEN_NOTES = 1_000;

export interface Watch<P> {
  /** Fires when the work was cancelled or the program stops. */
  readonly signal: AbortSignal;
  onProgress(progress: P): void;
}

/**
 * Follows a piece of background work: notes its progress at most once a second, and stops it when the note finds that it is no
 * longer under way.
 * @param note keeps the progress where people see it, on a connection of its own; gives back why the work is to stop, if it is
 * @param stopping fires when the program stops
 */
export function watched<P>(stopping: AbortSignal, note: (progress: P) => Promise<Error | undefined>): Watch<P> {
  const ended = new AbortController();
  let noted = Date.now();
  let noting = false;
  return {
    signal: AbortSignal.any([ended.signal, stopping]),
    onProgress(progress) {
      if (noting || Date.now() - noted < BETWEEN_NOTES) return;
      noting = true;
      noted = Date.now();
      note(progress)
        .then((reason) => {
          if (reason) ended.abort(reason);
        })
        // A note that fails is no reason to stop: the work itself says what is wrong with the database.
        .catch(() => undefined)
        .finally(() => {
          noting = false;
        });
    },
  };
}
