import { Problem } from '../api/client.ts';

const ask = (): Promise<unknown> => fetch('/', { cache: 'no-store' });

/**
 * Loads a page's code. Where that fails the router reloads the site, which is right after the program was renewed, and wrong
 * without a network: the browser's own error page would take the place of the site and of what it holds.
 * @param asked asks the server anything; rejects where it cannot be reached
 * @returns a loader that throws `Problem` of status 0 where the server cannot be reached
 */
export const reached =
  <T>(load: () => Promise<T>, asked = ask) =>
  (): Promise<T> =>
    load().catch(async (error: unknown) => {
      await asked().catch(() => {
        throw new Problem(0, {});
      });
      throw error;
    });
