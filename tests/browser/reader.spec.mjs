// Reading: where a document opens, how its marks are walked, what a name tells.

import assert from "node:assert/strict";

import { accessible, behaviour, drop, expect, found, reader, results, search, type, until } from "./harness.mjs";

const position = (page) => reader(page).getByText(/^\d+ of \d+$/).first().textContent();

behaviour("a document opens at its first match, which is in sight", async (page) => {
  await type(page, "munitions");
  await results(page).first().getByRole("link").first().click();
  const current = reader(page).locator("mark[aria-current]").first();
  await current.waitFor();
  assert.match(await position(page), /^1 of/);
  await until("the match in sight", () =>
    current.evaluate((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }),
  );
});

behaviour("the reader marks as many matches as it counts", async (page) => {
  await type(page, "sanctions OR missiles");
  await results(page).first().getByRole("link").first().click();
  await until("a position", () => position(page));
  const total = Number((await position(page)).split(" of ")[1]);
  const numbers = await reader(page)
    .locator("mark[data-match]")
    .evaluateAll((marks) => [...new Set(marks.map((mark) => mark.dataset.match))].length);
  assert.equal(numbers, total);
});

behaviour("n and Shift+n walk the matches, round at the end", async (page) => {
  await type(page, "Putin");
  await results(page).first().getByRole("link").first().click();
  await until("a position", () => position(page));
  const total = Number((await position(page)).split(" of ")[1]);
  await page.keyboard.press("n");
  await expect(() => position(page), `2 of ${total}`);
  await page.keyboard.press("Shift+N");
  await expect(() => position(page), `1 of ${total}`);
  await page.keyboard.press("Shift+N");
  await expect(() => position(page), `${total} of ${total}`);
});

behaviour("each layer can be switched off", async (page) => {
  await type(page, "sanctions");
  await results(page).first().getByRole("link").first().click();
  await reader(page).locator("mark").first().waitFor();
  await reader(page).getByRole("button", { name: "Matches", exact: true }).click();
  await expect(() => reader(page).locator("article mark").count(), 0);
});

/** Opens the card of the name in the first paragraph that has these words, and gives the card. */
async function card(page, words, name) {
  const paragraph = reader(page).locator("article p").filter({ hasText: words }).first();
  await paragraph.getByRole("button", { name, exact: true }).first().click();
  const card = page.getByRole("dialog");
  await card.waitFor();
  return card;
}

behaviour(
  "a surname leads to the full name",
  { at: "#/documents?doc=post-weapons-agenda" },
  async (page) => {
    const shown = await card(page, "Mr Kim", "Kim");
    await shown.getByRole("heading", { name: "Kim Jong Un" }).waitFor();
  },
);

behaviour("Ms Kim is Kim Yo Jong", async (page) => {
  await type(page, '"Ms Kim"');
  await until("the one result", async () => (await found(page)) === 1);
  await results(page).first().getByRole("link").first().click();
  const shown = await card(page, "Ms Kim", "Kim");
  await shown.getByRole("heading", { name: "Kim Yo Jong" }).waitFor();
});

behaviour(
  "Escape closes one layer at a time",
  { at: "#/documents?doc=post-weapons-agenda" },
  async (page) => {
    await card(page, "Mr Kim", "Kim");
    await page.keyboard.press("Escape");
    await expect(() => page.getByRole("dialog").count(), 0);
    assert.ok(page.url().includes("doc="));
    await page.keyboard.press("Escape");
    await until("the document closed", () => !page.url().includes("doc="));
  },
);

behaviour(
  "a citation can be copied in three forms",
  { at: "#/documents?doc=reuters-summit-factbox" },
  async (page) => {
    await reader(page).getByRole("button", { name: "Cite" }).click();
    const dialog = page.getByRole("dialog");
    for (const form of ["Text", "Markdown", "BibTeX"]) {
      await dialog.getByRole("group", { name: form }).waitFor();
    }
  },
);

behaviour("editions of a story name each other", { at: "#/documents?doc=reuters-summit-factbox" }, async (page) => {
  await reader(page).getByRole("heading", { name: "Related documents" }).waitFor();
});

behaviour("what was left out of a text is shown on request, and is not searched", async (page) => {
  const paragraph = (number) => `<p>Paragraph ${number} of the article is long enough to be taken for a part of it.</p>`;
  const html = `<html><body><article><h1>The harbour</h1>
    ${paragraph("one")}
    <figure><figcaption>A zeppelin at dawn</figcaption></figure>
    ${paragraph("two")}
    </article><footer>All rights reserved</footer></body></html>`;
  await drop(page, [["harbour.html", html]]);
  await page.getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await page.getByRole("link", { name: "The harbour" }).click();
  const article = reader(page).getByRole("article");
  await article.getByText("2 lines left out").click();
  await article.getByText("They are not searched and count nowhere").waitFor();
  const items = article.locator("details li");
  assert.match(await items.nth(0).innerText(), /Caption, after paragraph 1\s+A zeppelin at dawn/);
  assert.match(await items.nth(1).innerText(), /Legal, after paragraph 2\s+All rights reserved/);
  await accessible(page);
  await type(page, "zeppelin");
  await expect(() => found(page), 0);
});

behaviour("beside the results its lines keep about 60 characters; the filters make room", { width: 1100 }, async (page) => {
  const filters = page.getByRole("complementary", { name: "Filters" });
  await filters.waitFor();
  await results(page).first().getByRole("link").first().click();
  await expect(() => filters.count(), 0);
  await page.getByRole("button", { name: /^Filters/ }).waitFor();
  const length = await reader(page).locator("article [data-passage] p").evaluateAll((paragraphs) => {
    const longest = paragraphs.sort((a, b) => b.textContent.length - a.textContent.length)[0];
    const lines = longest.clientHeight / Number.parseFloat(getComputedStyle(longest).lineHeight);
    return longest.textContent.length / Math.round(lines);
  });
  assert.ok(length >= 55 && length <= 75, `${length} characters a line`);
  await page.keyboard.press("Escape");
  await filters.waitFor();
});
