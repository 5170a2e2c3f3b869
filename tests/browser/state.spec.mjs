// The address, the keys, narrow pages.

import assert from "node:assert/strict";

import {
  accessible, behaviour, expect, facet, found, reader, results, search, titles, type, until,
} from "./harness.mjs";

behaviour("a reload leads back to the same place", async (page) => {
  await type(page, "sanctions");
  const topics = facet(page, "Topics");
  await topics.getByRole("checkbox").first().check();
  await results(page).first().getByRole("link").first().click();
  await until("the document in the address", () => page.url().includes("doc="));
  const before = { url: page.url(), titles: await titles(page) };
  await page.reload();
  await reader(page).locator("article").waitFor();
  await expect(() => titles(page), before.titles);
  assert.equal(page.url(), before.url);
  assert.equal(await search(page).inputValue(), "sanctions");
});

behaviour("Back undoes one committed change at a time", async (page) => {
  await search(page).pressSequentially("missiles");
  await search(page).press("Enter");
  const all = await until("results", async () => (await found(page)) && found(page));
  await facet(page, "Publisher").getByRole("checkbox").first().check();
  await until("a filter", () => page.url().includes("publisher="));
  await page.goBack();
  await expect(() => found(page), all);
  assert.equal(await search(page).inputValue(), "missiles");
  await page.goBack();
  await expect(() => search(page).inputValue(), "");
});

behaviour("from the search to the reader and back with keys alone", async (page) => {
  await page.keyboard.type("artillery");
  await until("results", async () => (await results(page).locator("mark").count()) > 0);
  await page.keyboard.press("ArrowDown");
  await until("focus on a result", () =>
    page.evaluate(() => document.activeElement.closest("ol li") !== null),
  );
  await page.keyboard.press("Enter");
  await reader(page).locator("mark[aria-current]").first().waitFor();
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await until("the document closed", () => !page.url().includes("doc="));
  await page.keyboard.press("/");
  await until("focus on the search box", () =>
    search(page).evaluate((box) => box === document.activeElement),
  );
});

behaviour("the keys are listed, and no key acts while one types", async (page) => {
  await page.keyboard.type("n?j");
  await expect(() => search(page).inputValue(), "n?j");
  await search(page).fill("");
  await search(page).blur();
  await page.keyboard.press("?");
  await page.getByRole("dialog").getByRole("heading", { name: "Keys", exact: true }).first().waitFor();
  await page.keyboard.press("Escape");
  await expect(() => page.getByRole("dialog").count(), 0);
});

behaviour("a link to a document that is not there says so", { at: "#/documents?doc=nothing" }, async (page) => {
  await page.getByText("No such document").waitFor();
});

behaviour(
  "at 390 pixels results, filters and reader have the page to themselves in turn",
  { width: 390, height: 844 },
  async (page) => {
    await type(page, "sanctions");
    await until("results", async () => (await results(page).locator("mark").count()) > 0);
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(await overflow(), false);
    await page.getByRole("button", { name: /Filter/ }).first().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("checkbox").first().check();
    await page.keyboard.press("Escape");
    await results(page).first().getByRole("link").first().click();
    await reader(page).locator("article").waitFor();
    assert.equal(await overflow(), false);
    await page.goBack();
    await until("the results again", () => results(page).first().isVisible());
  },
);

behaviour(
  "at 390 pixels what has no room beside the search box is in a menu",
  { width: 390, height: 844 },
  async (page) => {
    const menu = page.getByRole("button", { name: "Menu" });
    const share = page.getByRole("button", { name: "Share" });
    const isOnMenu = () => menu.evaluate((button) => button === document.activeElement);
    assert.equal(await share.isVisible(), false);
    await menu.press("Enter");
    await share.waitFor();
    await accessible(page);
    await share.press("Enter");
    await page.getByRole("dialog", { name: "Share" }).waitFor();
    await page.keyboard.press("Escape");
    await until("the focus on the menu's button", isOnMenu);
    await expect(() => share.isVisible(), false);
    await menu.click();
    await share.waitFor();
    await page.keyboard.press("Escape");
    await expect(() => share.isVisible(), false);
    await menu.click();
    await share.waitFor();
    await page.mouse.click(100, 600);
    await expect(() => share.isVisible(), false);
    assert.equal(await page.getByRole("dialog").count(), 0);
  },
);

behaviour("the theme can be switched and is remembered", async (page) => {
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
  await page.getByRole("button", { name: /theme/i }).click();
  const chosen = await until("a theme", theme);
  await page.reload();
  await search(page).waitFor();
  assert.equal(await theme(), chosen);
});
