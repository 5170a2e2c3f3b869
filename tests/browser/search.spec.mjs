// Searching: what is typed, what is found, and what is said about it.

import assert from "node:assert/strict";

import { behaviour, counts, expect, found, results, search, type, until } from "./harness.mjs";

behaviour("five documents are there without a query", async (page) => {
  await expect(() => found(page), 5);
  await expect(() => results(page).count(), 5);
});

behaviour("the search box has the focus", async (page) => {
  await until("focus", () => search(page).evaluate((box) => box === document.activeElement));
});

behaviour("results follow what is typed, without Enter", async (page) => {
  await search(page).pressSequentially("hwasong");
  await until("fewer documents", async () => (await found(page)) < 5);
  const marks = await results(page).locator("mark").allTextContents();
  assert.ok(marks.length > 0);
  for (const mark of marks) assert.match(mark, /^hwasong/i);
});

behaviour("a word is found in its other forms", async (page) => {
  await type(page, "sanction");
  await until("another form", async () => {
    const marks = await results(page).locator("mark").allTextContents();
    return marks.some((mark) => /sanctions|sanctioned/i.test(mark));
  });
});

behaviour("a phrase is found as a whole", async (page) => {
  await type(page, '"artillery shells"');
  await until("marks", async () => (await results(page).locator("mark").count()) > 0);
  for (const result of await results(page).all()) {
    assert.match(await result.textContent(), /artillery shells/i);
  }
});

behaviour("a misspelt word finds what was meant, and the page says so", async (page) => {
  await type(page, "artilery");
  const remark = page.getByRole("list", { name: "About the query" });
  await until("the correction", async () => /artillery/.test(await remark.textContent()));
  await until("results", async () => (await found(page)) > 0);
});

behaviour("a word that nothing has is named, and one click removes it", async (page) => {
  await type(page, "xylophone");
  await page.getByRole("alert").waitFor();
  const main = page.getByRole("main");
  await until("the reason", async () => /xylophone/.test(await main.textContent()));
  await main.getByRole("button", { name: /all documents|remove|without/i }).first().click();
  await expect(() => found(page), 5);
});

behaviour("a query that is no query is searched all the same", async (page) => {
  for (const query of ['"unclosed', "((((", "AND OR NOT", "title:", "date:yesterday..", "-", "~*"]) {
    await type(page, query);
    await until(query, async () => (await counts(page)) !== null || page.getByRole("alert").isVisible());
  }
});

behaviour("typing fast ends with the results of the last query", async (page) => {
  await search(page).pressSequentially("sanctions", { delay: 0 });
  await search(page).fill("hwasong");
  await until("the last query's results", async () => {
    const marks = await results(page).locator("mark").allTextContents();
    return marks.length > 0 && marks.every((mark) => /^hwasong/i.test(mark));
  });
});

behaviour("a result tells why it was found", async (page) => {
  await type(page, "sanctions");
  await page.getByRole("button", { name: /^Why this\?/ }).first().click();
  await until("the explanation", async () =>
    /sanction/i.test(await results(page).first().textContent()),
  );
  await page.getByText(/of the score|%/).first().waitFor();
});

behaviour("passages are a view of the same selection", async (page) => {
  await type(page, "sanctions");
  await until("results", async () => (await found(page)) > 0);
  await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /Passages/ }).click();
  await until("passages", async () => /#\/passages\?q=sanctions/.test(page.url()));
  const list = page.getByRole("list", { name: "Passages" });
  await list.waitFor();
  assert.ok((await list.locator("mark").count()) > 0);
});
