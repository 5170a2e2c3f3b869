// What a page can do with documents through the element: bring them, and have them saved.

import assert from "node:assert/strict";

import { POLICY, TAG, events, ready, visit } from "./embed.mjs";
import { behaviour, expect, results, titles, type } from "./harness.mjs";

const SEALS = ["seals.txt", "Seals of the north\n\nThe grey seal breeds on Farne. Seals eat fish.\n"];
const WHALES = ["whales.md", "# Whales\n\nThe sperm whale dives deep. It eats squid.\n"];
const PICTURE = ["picture.png", "\x89PNG\r\n\x1a\n"];
const EMPTY = ["empty.txt", ""];

/** Calls `addFiles` of the element with files as `[name, text]`, and gives what it resolves to. */
function add(page, files, options, id = "explorer") {
  return page.evaluate(
    ([files, options, id]) => {
      const made = files.map(([name, text]) => new File([text], name));
      return document.getElementById(id).addFiles(made, options);
    },
    [files, options, id],
  );
}

/** Calls `export`, and gives the kind and the text of what it resolves to. */
function save(page, ...what) {
  return page.evaluate(async (what) => {
    const blob = await document.getElementById("explorer").export(...what);
    return { kind: blob.type, text: await blob.text() };
  }, what);
}

const HOSTS = {
  "a plain page": undefined,
  "a page with a strict policy": POLICY,
  "a page with Trusted Types that knows our policy":
    `${POLICY}; require-trusted-types-for 'script'; trusted-types dossier`,
};

for (const [name, policy] of Object.entries(HOSTS)) {
  behaviour(`files are added and results saved in ${name}`, { at: null }, async (page) => {
    await visit(page, { policy });
    await ready(page);
    const report = await add(page, [SEALS, PICTURE, EMPTY]);
    assert.equal(report.documents, 6);
    const problems = report.problems.map(({ file, isError }) => [file, isError]);
    assert.deepEqual(problems.filter(([file]) => file === "empty.txt"), [["empty.txt", true]]);
    await expect(() => results(page).count(), 6);
    await type(page, "breeding");
    await expect(() => titles(page), ["Seals of the north"]);
    const { kind, text } = await save(page, "results", "csv");
    assert.equal(kind, "text/csv");
    assert.match(text, /Seals of the north/);
    assert.equal(text.trim().split("\n").length, 2);
  });
}

behaviour("files take the place of the collection, which is saved and opened again", { at: null }, async (page) => {
  await visit(page, { body: TAG + '<dossier-explorer id="other"></dossier-explorer>' });
  await expect(async () => (await events(page, "ready")).length, 2);
  const report = await add(page, [SEALS, WHALES], { replace: true });
  assert.deepEqual(report, { documents: 2, passedOver: 0, problems: [] });
  const shown = await page.evaluate(async () => {
    const blob = await document.getElementById("explorer").export("collection", "dossier");
    const file = new File([blob], "saved.dossier");
    return document.getElementById("other").addFiles([file]);
  });
  assert.equal(shown.documents, 2);
  const other = page.locator("#other");
  await other.getByRole("link", { name: "Whales" }).waitFor();
});

behaviour("calls at once add one after the other, and nothing enters the address", { at: null }, async (page) => {
  await visit(page, { body: '<dossier-explorer id="explorer" history="hash"></dossier-explorer>' });
  await ready(page);
  const counts = await page.evaluate(async ([seals, whales]) => {
    const explorer = document.getElementById("explorer");
    const file = ([name, text]) => new File([text], name);
    const reports = await Promise.all([
      explorer.addFiles([file(seals)], { replace: true }),
      explorer.addFiles([file(whales)]),
    ]);
    return reports.map(({ documents }) => documents);
  }, [SEALS, WHALES]);
  assert.deepEqual(counts, [1, 2]);
  await page.getByRole("link", { name: "Whales" }).click();
  await page.getByText("dives deep").first().waitFor();
  assert.doesNotMatch(await page.evaluate(() => location.href), /whales/i);
});

behaviour("what cannot be done is said, and what is shown stays", { at: null }, async (page) => {
  await visit(page);
  await ready(page);
  const refused = (call) =>
    page.evaluate(async (call) => {
      const explorer = document.getElementById("explorer");
      const calls = {
        form: () => explorer.export("results", "docx"),
        stopped: () => explorer.addFiles([new File(["x"], "x.txt")], { signal: AbortSignal.abort() }),
        damaged: () => explorer.addFiles([new File(["x"], "x.dossier")]),
        away: () => document.createElement("dossier-explorer").export(),
      };
      return calls[call]().then(() => "nothing", ({ name, message }) => `${name}: ${message}`);
    }, call);
  assert.match(await refused("form"), /no form of file is called docx/);
  assert.match(await refused("stopped"), /^AbortError/);
  assert.match(await refused("damaged"), /not a Dossier archive/);
  assert.match(await refused("away"), /in no page/);
  await expect(() => results(page).count(), 5);
});
