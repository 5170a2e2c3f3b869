// One collection that is kept on this machine, because the person said so, until they say otherwise.

const NAME = "dossier";
const STORE = "collections";
const KEY = "yours";

// Runs one request against the store.
async function ask(mode, request) {
  const database = await new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = request(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error ?? asked.error);
    });
  } finally {
    database.close();
  }
}

/** Keeps a collection in the place of the one before. Resolves to whether that was possible. */
export async function keep(title, documents, archive) {
  try {
    const kept = { title, documents, time: Date.now(), archive: new Blob([archive]) };
    await ask("readwrite", (store) => store.put(kept, KEY));
    return true;
  } catch {
    return false;
  }
}

/** What is kept: title, count of documents, day. Undefined where nothing is. */
export async function kept() {
  try {
    // Asking for a store that is not there would make one.
    const names = (await indexedDB.databases?.()) ?? [{ name: NAME }];
    if (!names.some(({ name }) => name === NAME)) return undefined;
    const found = await ask("readonly", (store) => store.get(KEY));
    if (!found) return undefined;
    const day = new Date(found.time).toLocaleDateString(undefined, { dateStyle: "long" });
    return { title: found.title, documents: found.documents, day };
  } catch {
    return undefined;
  }
}

/** The bytes of what is kept. */
export async function archive() {
  const found = await ask("readonly", (store) => store.get(KEY));
  return new Uint8Array(await found.archive.arrayBuffer());
}

/** Forgets it. */
export async function forget() {
  try {
    await new Promise((resolve, reject) => {
      const deleting = indexedDB.deleteDatabase(NAME);
      deleting.onsuccess = resolve;
      deleting.onerror = deleting.onblocked = reject;
    });
  } catch {
    await ask("readwrite", (store) => store.delete(KEY)).catch(() => {});
  }
}
