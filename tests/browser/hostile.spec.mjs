// Documents made to break out of the page are shown as text.

import assert from "node:assert/strict";

import { address, behaviour, found, reader, results, type, until } from "./harness.mjs";

const TAKEN = "taken";

/** What a document must never bring into the page, and what must never have run. */
async function intact(page) {
  const strange = await page.evaluate(() => {
    const app = document.getElementById("dossier");
    const selector = "img, script, iframe, object, embed, [onerror], [onload], [onmouseover]";
    const links = [...app.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
    return {
      elements: app.querySelectorAll(selector).length,
      links: links.filter((href) => !/^(#|https?:)/.test(href)),
      title: document.title,
    };
  });
  assert.equal(strange.elements, 0);
  assert.deepEqual(strange.links, []);
  assert.notEqual(strange.title, TAKEN);
}

behaviour("markup in titles, publishers and texts is text", { at: "hostile/" }, async (page) => {
  await until("documents", async () => (await found(page)) === 3);
  await type(page, "attack");
  await until("results", async () => (await results(page).locator("mark").count()) > 0);
  await page.getByText("<img src=x onerror=document.title='taken'>").first().waitFor();
  await intact(page);
});

for (const name of ["markup", "bidi", "long"]) {
  behaviour(
    `the document "${name}" is read as text`,
    { at: `hostile/#/documents?q=attack&doc=${name}` },
    async (page) => {
      await reader(page).locator("article mark").first().waitFor();
      await intact(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, "no text widens the page");
    },
  );
}

behaviour("entities and topics with markup in their names are text", { at: "hostile/#/entities" }, async (page) => {
  await page.getByText("<i>Mallory</i>").first().waitFor();
  await page.getByText("<b>Attack</b>").first().waitFor();
  await intact(page);
});

for (const width of [1280, 390]) {
  behaviour(
    `no word is too long for the results at ${width} pixels`,
    { at: "hostile/", width },
    async (page) => {
      for (const view of ["documents", "passages", "entities"]) {
        await page.goto(address(`hostile/#/${view}?q=attack`));
        await page.reload();
        await page.getByRole("main").getByRole("listitem").first().waitFor();
        const fits = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.getElementById("results");
          return scrollWidth <= clientWidth && document.documentElement.scrollWidth <= innerWidth;
        });
        assert.ok(fits, view);
      }
    },
  );
}
