import assert from "node:assert/strict";
import { test } from "node:test";

import { generator } from "../src/random.mjs";
import { misspell, withTypo } from "../src/typo.mjs";

/** Edits between two words, a swap of neighbours as one. */
function distance(a, b) {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = rows[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
      }
    }
  }
  return rows[a.length][b.length];
}

test("a misspelt word is one edit away, the first letter included", () => {
  const random = generator(1);
  const found = Array.from({ length: 300 }, () => misspell("treaty", random));
  assert.ok(found.every((word) => distance("treaty", word) === 1));
  assert.ok(found.some((word) => word[0] !== "t"));
});

test("only longer words are misspelt, and a query without one has no typo", () => {
  const random = generator(2);
  assert.equal(withTypo({ id: "1", text: "arms of the EU" }, random), undefined);
  const { text, clean } = withTypo({ id: "1", text: "arms of nations" }, random);
  assert.equal(clean, "arms of nations");
  assert.ok(text.startsWith("arms of ") && text !== clean);
});
