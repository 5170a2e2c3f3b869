// Orama: a radix tree, BM25, prefixes by default, edit distance.

import { create, insertMultiple, load, save, search } from "@orama/orama";

import { text, toFiles } from "./json.mjs";

const SCHEMA = { title: "string", text: "string" };

/** @type {import("./template.mjs").Peer} */
export default {
  name: "Orama 3.1",
  note: "keeps the texts in its index; every word is a prefix; `tolerance: 1` for typos",
  runsIn: ["node", "chromium"],

  async build(documents) {
    const index = await create({ schema: SCHEMA });
    await insertMultiple(index, documents);
    return toFiles(await save(index));
  },

  async open(files) {
    const index = await create({ schema: SCHEMA });
    await load(index, JSON.parse(text(files)));
    return async (term, mode, limit) => {
      const tolerance = mode === "typo" ? 1 : 0;
      const { hits } = await search(index, { term, limit, tolerance });
      return hits.map(({ id }) => id);
    };
  },
};
