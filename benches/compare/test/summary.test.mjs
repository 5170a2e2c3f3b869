import assert from "node:assert/strict";
import { test } from "node:test";

import { summary } from "../src/summary.mjs";

const row = (quality, kept) => ({
  id: "a",
  name: "A",
  quality: { "nDCG@10": quality, "nDCG@10, short": quality / 2 },
  typos: { "kept with a typo": kept, "kept with a typo, short": kept + 0.1 },
  cost: { "full query p50, ms": 1, "as typed p99, ms": 2, "open, ms": 3, "memory of opening, MB": 4, "index brotli, MB": 7 },
  parts: [{ name: "the index, with positions", figures: { brotli: 6 } }],
  page: { "as typed p99, ms": 5 },
});

test("the summary has the least that is left with a typing error", () => {
  const all = [
    { name: "cacm", rows: [row(0.5, 0.9)] },
    { name: "cisi", rows: [row(0.4, 0.7)] },
    { name: "news", rows: [row(1, 1)] },
  ];
  const [{ figures }] = summary(all);
  assert.equal(figures["kept with a typo"], 0.7);
  assert.equal(figures.CACM, 0.5);
  assert.equal(figures["CISI, short"], 0.2);
  assert.equal(figures["typed, ms"], 2);
  assert.equal(figures["typed in Chromium, ms"], 5);
  assert.equal(figures["index, MB"], 6);
  assert.deepEqual(summary(all.slice(1)), []);
});
