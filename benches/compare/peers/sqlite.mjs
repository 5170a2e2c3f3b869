// SQLite's FTS5 in wasm: BM25, Porter's stems, prefixes.

import initialise from "@sqlite.org/sqlite-wasm";

const NAME = "index.sqlite";

let sqlite;

/** The query with each word as a string of its own, any of which may match. */
function expression(query, mode) {
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
  const terms = words.map((word) => `"${word}"`);
  if (mode === "prefix" && terms.length > 0) terms.push(`${terms.pop()}*`);
  return terms.join(" OR ");
}

/** @type {import("./template.mjs").Peer} */
export default {
  name: "SQLite FTS5 3.50",
  note: "wasm; `porter unicode61`, contentless, words joined by OR; no typos",
  runsIn: ["node", "chromium"],

  async load() {
    sqlite ??= await initialise({ print() {}, printErr() {} });
  },

  build(documents) {
    const database = new sqlite.oo1.DB(":memory:");
    database.exec(`
      CREATE TABLE name (rowid INTEGER PRIMARY KEY, id TEXT);
      CREATE VIRTUAL TABLE item USING fts5(title, text, content='', tokenize='porter unicode61');
      BEGIN`);
    const name = database.prepare("INSERT INTO name VALUES (?, ?)");
    const item = database.prepare("INSERT INTO item (rowid, title, text) VALUES (?, ?, ?)");
    documents.forEach(({ id, title, text }, row) => {
      name.bind([row, id]).stepReset();
      item.bind([row, title, text]).stepReset();
    });
    name.finalize();
    item.finalize();
    database.exec("COMMIT; INSERT INTO item (item) VALUES ('optimize'); VACUUM");
    const bytes = sqlite.capi.sqlite3_js_db_export(database);
    database.close();
    return new Map([[NAME, bytes]]);
  },

  open(files) {
    const { capi, wasm } = sqlite;
    const bytes = files.get(NAME);
    const database = new sqlite.oo1.DB(":memory:");
    const copy = wasm.allocFromTypedArray(bytes);
    const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE;
    const size = bytes.length;
    const code = capi.sqlite3_deserialize(database.pointer, "main", copy, size, size, flags);
    if (code !== 0) throw new Error(`SQLite cannot open its index: ${code}`);
    const statement = database.prepare(`
      SELECT name.id FROM (SELECT rowid FROM item WHERE item MATCH ? ORDER BY rank LIMIT ?) found
      JOIN name ON name.rowid = found.rowid`);
    return (query, mode, limit) => {
      const terms = expression(query, mode);
      if (!terms) return [];
      const ids = [];
      statement.bind([terms, limit]);
      while (statement.step()) ids.push(statement.get(0));
      statement.reset();
      return ids;
    };
  },
};
