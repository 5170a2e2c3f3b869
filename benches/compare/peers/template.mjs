// Copy this file, fill in the four parts, and enter the peer in peers/index.mjs.
//
// An adapter uses its library as the library's own documentation shows it, with default settings.
// Where a library leaves something to choose, the adapter takes what finds more.

/**
 * @typedef {{ id: string, title: string, text: string }} Item A document of a collection.
 * @typedef {Map<string, Uint8Array>} Files What a host would serve: name to content. A name that
 *   begins with a dot is a note of the adapter, which no table counts.
 * @typedef {"plain" | "prefix" | "typo"} Mode Whole words; the last word may be a beginning; words
 *   may have a typing error. A library without the one or the other searches whole words.
 * @typedef {(query: string, mode: Mode, limit: number) => string[] | Promise<string[]>} Search
 *   Gives ids of documents, best first, at most `limit`.
 * @typedef {object} Peer
 * @property {string} name What the tables call it.
 * @property {string} note What is particular about its use here; may be empty.
 * @property {("node" | "chromium")[]} runsIn Where `open` works. `build` always runs in Node.
 * @property {(documents: Item[]) => Files | Promise<Files>} build Documents to index, timed.
 * @property {boolean} [buildsElsewhere] Whether another process does the work of `build`.
 * @property {() => unknown} [load] Code and wasm that come before any index; not timed.
 * @property {(files: Files) => Search | Promise<Search>} open Bytes to searchable, timed.
 */

/** @type {import("./template.mjs").Peer} */
export default {
  name: "Template",
  note: "finds documents that have the query as it stands",
  runsIn: ["node", "chromium"],

  build(documents) {
    const index = new TextEncoder().encode(JSON.stringify(documents));
    return new Map([["index.json", index]]);
  },

  open(files) {
    const documents = JSON.parse(new TextDecoder().decode(files.get("index.json")));
    return (query, mode, limit) => {
      const found = documents.filter(({ title, text }) => `${title}\n${text}`.includes(query));
      return found.slice(0, limit).map(({ id }) => id);
    };
  },
};
