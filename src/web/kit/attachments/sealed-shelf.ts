/**
 * Sealed files kept in this browser (IndexedDB) beside a draft. What opens them stands in the draft alone, which is encrypted; so
 * whoever finds them here finds bytes. Where a browser keeps none, they are there until the page is left.
 */
const STORE = 'sealed-files';

/** @throws DOMException where the browser keeps nothing */
function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open('mingjing', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function work<T>(mode: IDBTransactionMode, task: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> {
  let database: IDBDatabase | undefined;
  try {
    database = await opened();
    const transaction = database.transaction(STORE, mode);
    const done = new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([settled(task(transaction.objectStore(STORE))), done]);
    return result;
  } catch {
    // Closed in some private windows, and full at some time.
    return null;
  } finally {
    database?.close();
  }
}

/** @returns whether it is kept */
export const shelve = async (id: string, sealed: Blob): Promise<boolean> =>
  (await work('readwrite', (store) => store.put(sealed, id))) !== null;
/** @returns null where it is not, or not any more */
export const fromShelf = async (id: string): Promise<Blob | null> =>
  (await work<Blob | undefined>('readonly', (store) => store.get(id))) ?? null;
export const unshelve = async (id: string): Promise<void> => {
  await work('readwrite', (store) => store.delete(id));
};
