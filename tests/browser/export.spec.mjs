// What was found, and the collection itself, are saved as files.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { accessible, behaviour, expect, found, titles, type, until } from "./harness.mjs";

/** The dialog in which files are saved. */
function dialog(page) {
  return page.getByRole("dialog", { name: "Save" });
}

/** Saves a file by a button of the dialog, and gives its name and its text. */
async function save(page, button) {
  const download = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
  const file = await download;
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

async function open(page) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await dialog(page).waitFor();
}

behaviour("the results that are shown are saved in five forms", async (page) => {
  await type(page, "title:pyongyang");
  await until("results", async () => (await found(page)) < 5);
  const shown = (await titles(page)).map((title) => title.replace(/\s+/g, " "));
  await open(page);
  const csv = await save(page, "Save results as CSV");
  assert.match(csv.name, /^kim-and-putin.*-results\.csv$/);
  assert.equal(csv.text.trim().split("\r\n").length, shown.length + 1);
  const json = JSON.parse((await save(page, "Save results as JSON")).text);
  assert.deepEqual(json.map(({ title }) => title), shown);
  const lines = (await save(page, "Save results as JSON Lines")).text.trim().split("\n");
  assert.deepEqual(lines.map((line) => JSON.parse(line)), json);
  const bibtex = await save(page, "Save results as BibTeX");
  assert.equal(bibtex.text.match(/@misc\{/g).length, shown.length);
  const ris = await save(page, "Save results as RIS");
  assert.equal(ris.text.match(/^ER {2}- /gm).length, shown.length);
  // An address leads to the document that it stands for.
  await page.goto(json[0].address);
  await page.getByRole("region", { name: "Document" }).getByRole("heading", { name: shown[0] }).waitFor();
});

behaviour("mentions are saved with the words of the text", async (page) => {
  await open(page);
  const rows = JSON.parse((await save(page, "Save mentions as JSON")).text);
  assert.ok(rows.length > 100);
  const kim = rows.filter(({ entity }) => entity === "kim-jong-un");
  assert.ok(kim.length > 10);
  for (const { start, end, text } of rows) assert.equal([...text].length, end - start);
});

behaviour("a saved archive opens again with the same answers", async (page) => {
  await open(page);
  const archive = await save(page, "Save archive");
  await page.keyboard.press("Escape");
  const transfer = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], "saved.dossier"));
    return transfer;
  }, [...archive.bytes]);
  await type(page, "munitions");
  await until("results", async () => (await found(page)) < 5);
  const before = await titles(page);
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await expect(() => found(page), 5);
  await type(page, "munitions");
  await expect(() => titles(page), before);
});

for (const theme of ["light", "dark"]) {
  behaviour(`the dialog has no accessibility problem in ${theme}`, { theme }, async (page) => {
    await open(page);
    await accessible(page);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
  });
}
