// Filters: OR within a group, AND across groups, exclusion, and counts that hold.

import assert from "node:assert/strict";

import { behaviour, box, expect, facet, found, reset, titles, type, until, values } from "./harness.mjs";

for (const query of ["", "missiles"]) {
  behaviour(
    `the count of each topic is what choosing it finds: query "${query}"`,
    async (page) => {
      await type(page, query);
      const topics = facet(page, "Topics");
      for (const { label, count } of await values(topics)) {
        await box(topics, label).check();
        await expect(() => found(page), count);
        await box(topics, label).uncheck();
        await reset(page);
      }
    },
  );
}

behaviour("two values of a group widen the selection", async (page) => {
  const publishers = facet(page, "Publisher");
  const [first, second] = await values(publishers);
  await box(publishers, first.label).check();
  await expect(() => found(page), first.count);
  await box(publishers, second.label).check();
  await expect(() => found(page), first.count + second.count);
});

behaviour("values of two groups narrow the selection", async (page) => {
  const publishers = facet(page, "Publisher");
  const [{ label }] = await values(publishers);
  await box(publishers, label).check();
  const ofPublisher = await until("titles", () => titles(page));
  await facet(page, "Topics").getByRole("checkbox").first().check();
  await until("a filter on topics", () => page.url().includes("topic="));
  const ofBoth = await titles(page);
  assert.ok(ofBoth.every((title) => ofPublisher.includes(title)));
});

behaviour("an excluded value takes its documents away", async (page) => {
  const publishers = facet(page, "Publisher");
  const [{ label, count }] = await values(publishers);
  await publishers.getByRole("button", { name: `Exclude ${label}`, exact: true }).click();
  await expect(() => found(page), 5 - count);
});

behaviour("a filter says what it costs, and can be removed", async (page) => {
  const publishers = facet(page, "Publisher");
  const [{ label, count }] = await values(publishers);
  await box(publishers, label).check();
  const chips = page.getByRole("list", { name: "Active filters" });
  await chips.getByText(`hides ${5 - count} documents`).waitFor();
  await chips.getByRole("button", { name: `Remove filter` }).click();
  await expect(() => found(page), 5);
});

behaviour("filters that leave nothing are named as the cause", async (page) => {
  await type(page, "artillery");
  const topics = facet(page, "Topics");
  await values(topics);
  for (const button of await topics.getByRole("button", { name: /^Exclude/ }).all()) {
    await button.click();
  }
  await page.getByRole("alert").getByText(/filter/i).first().waitFor();
});
