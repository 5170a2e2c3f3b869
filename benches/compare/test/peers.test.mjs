import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";

import { PEERS, peer } from "../peers/index.mjs";
import template from "../peers/template.mjs";

const DOCUMENTS = [
  { id: "a", title: "Treaty signed", text: "The two states signed a treaty on grain." },
  { id: "b", title: "Harvest", text: "A poor harvest: grain is dear, and bread is dearer." },
  { id: "c", title: "Theatre", text: "The curtain rose late & fell early <again>." },
  { id: "d", title: "Only a title", text: "" },
];

const engine = new URL("../../../target/engine/node.js", import.meta.url);
const isThere = (name) => name !== "dossier" || process.env.DOSSIER_ENGINE || existsSync(engine);

async function searchOf({ build, load, open }) {
  await load?.();
  return open(await build(DOCUMENTS));
}

const adapters = Object.keys(PEERS).map((name) => [name, () => peer(name)]);
for (const [name, adapter] of [["template", () => template], ...adapters]) {
  test(`${name} finds the documents that have a word`, { skip: !isThere(name) }, async () => {
    const search = await searchOf(await adapter());
    assert.deepEqual([...(await search("grain", "plain", 10))].sort(), ["a", "b"]);
    assert.deepEqual(await search("curtain", "plain", 10), ["c"]);
    assert.equal((await search("grain", "plain", 1)).length, 1);
    assert.deepEqual(await search("zebra", "plain", 10), []);
  });
}
