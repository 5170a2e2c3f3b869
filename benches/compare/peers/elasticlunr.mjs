// elasticlunr: Lunr's older sibling, TF-IDF, stems, prefixes.

import elasticlunr from "elasticlunr";

import { text, toFiles } from "./json.mjs";

/** @type {import("./template.mjs").Peer} */
export default {
  name: "elasticlunr 0.9",
  note: "`expand` for prefixes; no typos",
  runsIn: ["node", "chromium"],

  build(documents) {
    const index = elasticlunr(function () {
      this.setRef("id");
      this.addField("title");
      this.addField("text");
      this.saveDocument(false);
    });
    for (const document of documents) index.addDoc(document);
    return toFiles(index);
  },

  open(files) {
    const index = elasticlunr.Index.load(JSON.parse(text(files)));
    return (query, mode, limit) =>
      index
        .search(query, { expand: mode === "prefix" })
        .slice(0, limit)
        .map(({ ref }) => ref);
  },
};
