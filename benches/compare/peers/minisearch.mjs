// MiniSearch: an inverted index on a radix tree, BM25+, prefixes and edit distance.

import MiniSearch from "minisearch";

import { text, toFiles } from "./json.mjs";

const OPTIONS = { fields: ["title", "text"] };

const isLast = (_term, position, terms) => position === terms.length - 1;

const MODES = {
  plain: {},
  prefix: { prefix: isLast },
  typo: { fuzzy: 0.2 },
};

/** @type {import("./template.mjs").Peer} */
export default {
  name: "MiniSearch 7.2",
  note: "no stems; `fuzzy: 0.2` for typos, `prefix` for the last word",
  runsIn: ["node", "chromium"],

  build(documents) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents);
    return toFiles(index);
  },

  open(files) {
    const index = MiniSearch.loadJSON(text(files), OPTIONS);
    return (query, mode, limit) =>
      index
        .search(query, MODES[mode])
        .slice(0, limit)
        .map(({ id }) => id);
  },
};
