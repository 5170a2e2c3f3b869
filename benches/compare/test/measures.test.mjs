import assert from "node:assert/strict";
import { test } from "node:test";

import { averagePrecision, mean, ndcg, percentile, recall } from "../src/measures.mjs";

const near = (actual, expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-6, `${actual} is not ${expected}`);

// The example of Järvelin and Kekäläinen's measure in common use: gains 3 2 3 0 1 2.
const GRADES = new Map(Object.entries({ a: 3, b: 2, c: 3, d: 0, e: 1, f: 2 }));

test("the gain of a rank is its grade over the logarithm of the rank", () => {
  near(ndcg(["a", "b", "c", "d", "e", "f"], GRADES, 6), 6.861127 / 7.140995);
});

test("the best ranking has 1 and none has 0", () => {
  near(ndcg(["a", "c", "b", "f", "e"], GRADES, 10), 1);
  near(ndcg([], GRADES, 10), 0);
  near(ndcg(["x", "d"], GRADES, 10), 0);
});

test("only the first ten of ranking and ideal count", () => {
  const grades = new Map(Array.from({ length: 20 }, (_, at) => [`r${at}`, 1]));
  near(ndcg([...grades.keys()].slice(0, 10), grades, 10), 1);
  near(ndcg([...Array(10).fill("x"), "r1"], grades, 10), 0);
});

test("a known item has the discount of its rank", () => {
  const grades = new Map([["k", 1]]);
  near(ndcg(["k"], grades, 10), 1);
  near(ndcg(["x", "k"], grades, 10), 0.6309298);
  near(ndcg(["x", "y", "k"], grades, 10), 0.5);
});

test("a query without judgements is worth nothing", () => {
  near(ndcg(["a"], new Map(), 10), 0);
  near(averagePrecision(["a"], new Map(), 100), 0);
});

test("average precision is over all relevant documents", () => {
  const grades = new Map(Object.entries({ a: 1, b: 1, c: 2, d: 0 }));
  near(averagePrecision(["a", "d", "b"], grades, 100), (1 + 2 / 3) / 3);
  near(averagePrecision(["a", "d", "b"], grades, 1), 1 / 3);
  near(recall(["a", "d", "b"], grades, 100), 2 / 3);
});

test("a percentile is one of the values", () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  assert.equal(percentile(values, 0.5), 50);
  assert.equal(percentile(values, 0.99), 99);
  assert.equal(percentile([7], 0.99), 7);
  assert.equal(mean([1, 2, 6]), 3);
});
