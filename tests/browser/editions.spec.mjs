// Editions of one story are compared, and folded in the results.

import assert from "node:assert/strict";

import { behaviour, counts, drop, expect, found, reader, results } from "./harness.mjs";

const BOTH = "#/documents?doc=reuters-summit-asia-edition&with=reuters-summit-factbox";

/** The rows of a comparison. */
function rows(page) {
  return reader(page).getByRole("list", { name: "Paragraphs side by side" }).locator("> li");
}

/** The row with these words. */
function row(page, hasText) {
  return rows(page).filter({ hasText });
}

/** The words that are marked in a row, side by side. */
async function marked(row) {
  const sides = await row.locator("> div").all();
  return Promise.all(sides.map((side) => side.locator("mark").allInnerTexts()));
}

behaviour(
  "the reader leads to the other edition side by side, and Escape back",
  { at: "#/documents?doc=reuters-summit-asia-edition" },
  async (page) => {
    const line = reader(page).getByText("The same story in 2 editions. Compare with");
    await line.getByRole("link", { name: "Five questions" }).click();
    const title = reader(page).getByRole("heading", { name: "The same story in 2 editions" });
    await title.waitFor();
    await expect(() => title.evaluate((node) => node === document.activeElement), true);
    assert.deepEqual(await marked(row(page, "arms negotiations")), [
      ["The US", "Mr", "Mr"],
      ["Washington"],
    ]);
    await page.keyboard.press("Escape");
    await reader(page).getByRole("article", { name: "What to look for" }).waitFor();
    await page.goBack();
    await title.waitFor();
  },
);

behaviour(
  "a paragraph that differs in nothing but points is the same, and can be left out",
  { at: BOTH },
  async (page) => {
    await row(page, "Black Eyes").getByText("the same in both").first().waitFor();
    const all = await rows(page).count();
    const toggle = reader(page).getByRole("button", { name: "Only differences" });
    await toggle.click();
    await expect(() => row(page, "Black Eyes").count(), 0);
    assert.ok((await rows(page).count()) < all);
    await toggle.click();
    await expect(() => rows(page).count(), all);
  },
);

behaviour("n goes from one difference to the next", { at: BOTH }, async (page) => {
  await rows(page).first().waitFor();
  await page.keyboard.press("n");
  await reader(page).getByText("1 of 18").waitFor();
  await page.keyboard.press("Shift+N");
  await reader(page).getByText("18 of 18").waitFor();
  const last = reader(page).locator("[aria-current=true]");
  await expect(() => last.evaluate((node) => node.getBoundingClientRect().top < innerHeight), true);
});

for (const [width, beside] of [
  [1280, true],
  [390, false],
]) {
  const where = beside ? "beside" : "below";
  behaviour(`at ${width} px one edition stands ${where} the other`, { at: BOTH, width }, async (page) => {
    const sides = row(page, "arms negotiations").locator("> div");
    await sides.first().waitFor();
    const [one, other] = await Promise.all([sides.nth(0).boundingBox(), sides.nth(1).boundingBox()]);
    assert.equal(other.x >= one.x + one.width, beside);
    assert.equal(other.y >= one.y + one.height, !beside);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}

behaviour("a paragraph of the comparison leads to itself in its document", { at: BOTH }, async (page) => {
  await reader(page).getByRole("link", { name: "B, paragraph 3" }).click();
  await reader(page).getByRole("article", { name: "Five questions" }).waitFor();
  assert.match(await page.evaluate(() => location.hash), /p=3$/);
});

behaviour("a result leads to its editions side by side", async (page) => {
  await results(page).getByRole("link", { name: "Compare 2 editions" }).first().click();
  await rows(page).first().waitFor();
});

behaviour("editions share a row of the results, which unfolds", async (page) => {
  await page.getByRole("button", { name: "Fold editions" }).click();
  await expect(() => results(page).count(), 4);
  assert.match(await counts(page), /^5 documents in 4 rows, /);
  assert.match(await page.evaluate(() => location.hash), /editions=folded/);
  const more = page.getByRole("button", { name: "and 1 other edition" });
  await more.click();
  await expect(() => results(page).count(), 5);
  assert.equal(await more.getAttribute("aria-expanded"), "true");
  assert.match(await counts(page), /^5 documents in 4 rows, /);
  await more.click();
  await expect(() => results(page).count(), 4);
  await page.goBack();
  await expect(() => results(page).count(), 5);
  assert.match(await counts(page), /^5 documents, /);
});

behaviour("three editions and a shared passage are found in any documents", async (page) => {
  const sentence = (word, n) => `The ${word}${n} of ${word}a${n} was seen by ${word}b${n} pilots near ${word}c${n}.`;
  const text = (word, count) => Array.from({ length: count }, (_, n) => sentence(word, n)).join("\n\n");
  const story = text("barge", 12);
  const last = story.split("\n\n");
  await drop(page, [
    ["first.txt", `The first\n\n${story}`],
    ["second.txt", `The second\n\n${story.replaceAll("pilots", "sailors")}`],
    ["third.txt", `The third\n\n${[last[11], ...last.slice(0, 11)].join("\n\n")}`],
    ["quote.txt", `The quotation\n\n${text("crane", 20)}\n\n${last.slice(0, 5).join("\n\n")}`],
  ]);
  await page.getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 4);
  await page.getByRole("link", { name: "The first", exact: true }).click();
  const line = reader(page).getByText("The same story in 3 editions. Compare with");
  await line.getByRole("link", { name: "The third" }).click();
  // The paragraph that moved is found where it stands.
  await row(page, "barge11").getByText("in another place").first().waitFor();
  await reader(page).getByRole("link", { name: "The second" }).click();
  await expect(() => marked(row(page, "barge3")), [["pilots"], ["sailors"]]);
  await reader(page).getByRole("link", { name: "The quotation" }).click();
  await reader(page).getByRole("heading", { name: "Two documents side by side" }).waitFor();
  await expect(() => row(page, "crane7").getByText("only here").count(), 1);
});
