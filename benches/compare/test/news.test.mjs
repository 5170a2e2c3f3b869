import assert from "node:assert/strict";
import { test } from "node:test";

import { makeNews } from "../src/news.mjs";

test("the made-up news are the same in every run", () => {
  const [one, other] = [makeNews(30), makeNews(30)];
  assert.deepEqual(one, other);
  assert.equal(new Set(one.map(({ text }) => text)).size, 30);
});

test("words of a headline return in its text, and in no other story's", () => {
  const news = makeNews(30);
  const has = ({ text }, words) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).length;
  const own = news.reduce((sum, item) => sum + has(item, item.content), 0);
  const others = news.reduce((sum, item, at) => sum + has(news[(at + 15) % 30], item.content), 0);
  assert.ok(own > 3 * others, `${own} of one's own, ${others} of others`);
});
