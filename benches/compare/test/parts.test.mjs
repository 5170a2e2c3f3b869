import assert from "node:assert/strict";
import { test } from "node:test";

import { sections } from "../src/parts.mjs";

test("the sections of an archive are those whose lengths its header says", () => {
  const lengths = [3, 0, 20_000, 1, 2, 0, 0, 4, 5, 0, 6, 7];
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const header = 9 + 48 + 4 * 2 + 4;
  const archive = new Uint8Array(header + total);
  const view = new DataView(archive.buffer);
  lengths.forEach((length, at) => view.setUint32(9 + 4 * at, length, true));
  archive[header] = 1;
  archive[header + 3] = 2;
  const found = sections(archive);
  assert.deepEqual(found.map(({ bytes }) => bytes.length), lengths);
  assert.equal(found[0].bytes[0], 1);
  assert.equal(found[2].bytes[0], 2);
  assert.equal(found[2].name, "entries");
});
