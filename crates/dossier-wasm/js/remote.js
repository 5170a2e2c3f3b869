// A collection whose archive lies elsewhere: bytes are read as questions need them.

import { Dossier } from "./glue.js";

/** How many bytes are asked for before it is known how many are needed. */
const FIRST = 64 * 1024;

/** See index.d.ts. */
export class RemoteDossier {
  #source;
  #dossier;

  constructor(source, dossier) {
    this.#source = source;
    this.#dossier = dossier;
  }

  static async open(source) {
    const { size } = source;
    let bytes = await read(source, 0, Math.min(FIRST, size));
    const needed = Dossier.beginning(bytes, size);
    if (needed > bytes.length) bytes = await read(source, 0, needed);
    return new RemoteDossier(source, Dossier.openSparse(bytes, size));
  }

  /** The answer to a question, which is asked again until nothing that it needs is missing. */
  async #ask(question) {
    for (;;) {
      try {
        return question(this.#dossier);
      } catch (error) {
        if (error.kind !== "missing") throw error;
        const bring = async ({ start, end }) => {
          this.#dossier.provide(start, await read(this.#source, start, end));
        };
        await Promise.all(this.#dossier.wanted().map(bring));
      }
    }
  }

  get size() {
    return this.#dossier.size;
  }

  search(query, options) {
    return this.#ask((dossier) => dossier.search(query, options));
  }

  suggest(typed, limit) {
    return this.#ask((dossier) => dossier.suggest(typed, limit));
  }

  facets(query, options) {
    return this.#ask((dossier) => dossier.facets(query, options));
  }

  document(id) {
    return this.#ask((dossier) => dossier.document(id));
  }

  explain(query, id, options) {
    return this.#ask((dossier) => dossier.explain(query, id, options));
  }

  free() {
    this.#dossier.free();
  }
}

async function read(source, start, end) {
  const bytes = await source.read(start, end);
  if (bytes.length !== end - start) {
    throw new RangeError(`${end - start} bytes were to be read from ${start} on, not ${bytes.length}`);
  }
  return bytes;
}

/** See index.d.ts. */
export async function fromUrl(url) {
  const get = (start, end) => fetch(url, { headers: { range: `bytes=${start}-${end - 1}` } });
  const first = await get(0, 1);
  const size = Number(/\/(\d+)$/.exec(first.headers.get("content-range") ?? "")?.[1]);
  if (first.status !== 206 || !Number.isSafeInteger(size)) {
    throw new Error(`${url} cannot be read in parts: status ${first.status}`);
  }
  const part = async (start, end) => {
    const response = await get(start, end);
    if (response.status !== 206) throw new Error(`${url} gives status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return { size, read: part };
}
