// Lunr: an inverted index as JSON, BM25, stems, wildcards and edit distance.

import lunr from "lunr";

import { text, toFiles } from "./json.mjs";

/** A typo is one edit; the word as it stands counts more, as Lunr's guide has it. */
const TYPO = { editDistance: 1, boost: 1 };
const EXACT = { boost: 10 };

/** @type {import("./template.mjs").Peer} */
export default {
  name: "Lunr 2.3",
  note: "one edit in every word for typos",
  runsIn: ["node", "chromium"],

  build(documents) {
    const index = lunr((builder) => {
      builder.ref("id");
      builder.field("title");
      builder.field("text");
      for (const document of documents) builder.add(document);
    });
    return toFiles(index);
  },

  open(files) {
    const index = lunr.Index.load(JSON.parse(text(files)));
    return (query, mode, limit) => {
      // Not index.search(query): a colon or a minus in the query has a meaning of its own there.
      const words = lunr.tokenizer(query);
      const found = index.query((builder) => {
        if (mode === "typo") {
          builder.term(words, EXACT);
          builder.term(words, { ...TYPO, usePipeline: true });
        } else {
          builder.term(words, {});
          if (mode === "prefix" && words.length > 0) {
            const wildcard = lunr.Query.wildcard.TRAILING;
            builder.term(words.slice(-1), { wildcard, usePipeline: false });
          }
        }
      });
      return found.slice(0, limit).map(({ ref }) => ref);
    };
  },
};
