// FlexSearch: a contextual index without frequencies, whole words.

import FlexSearch from "flexsearch";

/** An adapter for one way of cutting words. */
export function flexsearch(name, note, tokenize) {
  const create = () =>
    new FlexSearch.Document({ document: { id: "id", index: ["title", "text"] }, tokenize });

  /** @type {import("./template.mjs").Peer} */
  return {
    name,
    note,
    runsIn: ["node", "chromium"],

    async build(documents) {
      const index = create();
      for (const document of documents) index.add(document);
      const files = new Map();
      const encoder = new TextEncoder();
      await index.export((key, data) => files.set(`${key}.json`, encoder.encode(data ?? "")));
      return files;
    },

    async open(files) {
      const index = create();
      const decoder = new TextDecoder();
      for (const [file, bytes] of files) {
        const data = decoder.decode(bytes);
        if (data) await index.import(file.slice(0, -".json".length), data);
      }
      return (query, _mode, limit) =>
        index.search(query, { limit, suggest: true, merge: true }).map(({ id }) => String(id));
    },
  };
}

export default flexsearch(
  "FlexSearch 0.8",
  "`suggest`, so that documents without all words are found too; no typos",
  "strict",
);
