// Sharing: the dialog gives what other pages need, and that shows the same place there.

import assert from "node:assert/strict";

import { accessible, behaviour, expect, results, search, titles, type, until } from "./harness.mjs";
import { ready, visit } from "./embed.mjs";

const copied = (page, name) => page.getByRole("dialog").getByRole("group", { name, exact: true }).textContent();

behaviour("a place is shared by link, element and frame, with a preview", async (page) => {
  await type(page, "sanctions");
  await page.getByRole("complementary", { name: "Filters" }).getByRole("region", { name: "Publisher" })
    .getByRole("checkbox").first().check();
  await until("the filter", () => page.url().includes("publisher="));
  const shown = await titles(page);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(() => copied(page, "Link"), page.url());
  const preview = page.getByRole("dialog").frameLocator("iframe");
  await until("the preview", async () => (await search(preview).inputValue()) === "sanctions");
  await expect(() => titles(preview), shown);
  // The preview has the same landmarks as the page, which a rule forbids in one document.
  await accessible(page, { without: "iframe" });

  const [element, frame] = [await copied(page, "In a page"), await copied(page, "In a frame")];
  await page.keyboard.press("Escape");
  await expect(() => page.getByRole("dialog").count(), 0);

  await visit(page, { body: element });
  await ready(page);
  await expect(() => titles(page), shown);

  await visit(page, { body: frame, at: "other.html" });
  const inside = page.frameLocator("iframe");
  await until("results", async () => (await results(inside).count()) > 0);
  await expect(() => titles(inside), shown);
});

behaviour("an embedded explorer does not offer to share the page of others", { at: null }, async (page) => {
  await visit(page);
  await ready(page);
  assert.equal(await page.getByRole("button", { name: "Share" }).count(), 0);
});
