// One file opens from the disk, without any network, and does what the page does.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { firefox, inFirefox } from "./firefox.mjs";
import { behaviour, drop, expect, found, reader, results, running, titles, type, until } from "./harness.mjs";

/** Has the page save itself as one file, opens that from the disk, and gives its size in bytes. */
async function single(page, { names = false } = {}, body) {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Save" });
  if (names) await dialog.getByRole("checkbox").check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as one file" }).click();
  const folder = await mkdtemp(join(tmpdir(), "dossier-single-"));
  try {
    const path = join(folder, "one.html");
    await (await download).saveAs(path);
    const asked = [];
    page.on("response", (response) => asked.push(response.url()));
    await page.goto(pathToFileURL(path).href);
    await running(page);
    await body(path);
    const outside = asked.filter((url) => !/^(file|data|blob):/.test(url));
    assert.deepEqual(outside, [], "it asks for nothing");
  } finally {
    await rm(folder, { recursive: true });
  }
}

behaviour("one file searches and reads from the disk", async (page) => {
  await type(page, "munitions");
  await until("results", async () => (await found(page)) < 5);
  const before = await titles(page);
  await type(page, "");
  await expect(() => found(page), 5);
  await single(page, {}, async () => {
    await expect(() => found(page), 5);
    await type(page, "munitions");
    await expect(() => titles(page), before);
    await results(page).first().getByRole("link").first().click();
    await reader(page).locator("article mark").first().waitFor();
    await page.reload();
    await reader(page).locator("article mark").first().waitFor();
  });
});

behaviour("documents are dropped on one file, which is saved again with them", async (page) => {
  await single(page, {}, async () => {
    await drop(page, [["seals.md", "# Seals\n\nThe grey seal breeds on Farne.\n"]]);
    const desk = page.getByRole("dialog", { name: "Add documents" });
    await desk.getByRole("button", { name: "Cancel" }).click();
    await desk.getByText("by lists and rules only").waitFor();
    await drop(page, [["seals.md", "# Seals\n\nThe grey seal breeds on Farne.\n"]]);
    await desk.getByRole("button", { name: "Add to this collection" }).click();
    await expect(() => found(page), 6);
    await single(page, {}, async () => {
      await expect(() => found(page), 6);
      await type(page, "breeding");
      await expect(() => titles(page), ["Seals"]);
    });
  });
});

behaviour("one file finds names in what is dropped on it where it has the tagger", async (page) => {
  await single(page, { names: true }, async () => {
    await drop(page, [["trip.md", "# A trip\n\nInes Quint flew from Lisbon to Bergen on Tuesday.\n"]]);
    const desk = page.getByRole("dialog", { name: "Add documents" });
    await desk.getByRole("button", { name: "Show only these" }).click();
    await expect(() => found(page), 1);
    await type(page, "person:ines-quint");
    await expect(() => titles(page), ["A trip"]);
  });
});

behaviour("one file cannot be led to the network", { errors: true }, async (page) => {
  await single(page, {}, async () => {
    const answers = await page.evaluate(async () => {
      const refused = (promise) => promise.then(() => false, () => true);
      const image = new Promise((resolve) => {
        const element = new Image();
        element.onerror = () => resolve(true);
        element.onload = () => resolve(false);
        element.src = "http://127.0.0.1:9/x.png";
      });
      return [await refused(fetch("http://127.0.0.1:9/")), await image];
    });
    assert.deepEqual(answers, [true, true]);
  });
});

behaviour("one file does the same in Firefox", { skip: firefox ? false : "Firefox is not installed" }, async (page) => {
  await single(page, {}, async (path) => {
    await inFirefox(`${pathToFileURL(path).href}#/documents?q=munitions`, async ({ evaluate }) => {
      const text = (selector) => evaluate(`document.querySelector("${selector}")?.innerText ?? ""`);
      const press = (label) =>
        evaluate(`[...document.querySelectorAll("dialog button")].find((b) => b.textContent === "${label}").click()`);
      await until("marks", () => evaluate(`document.querySelectorAll("#results mark").length > 0`));
      await evaluate(`{
        const transfer = new DataTransfer();
        transfer.items.add(new File(["# Seals\\n\\nThe grey seal breeds on Farne.\\n"], "seals.md"));
        const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: transfer });
        document.body.dispatchEvent(drop);
      }`);
      await until("the question", async () => (await text("dialog")).includes("1 file"));
      await press("Show only these");
      await until("the document", async () => (await text("#results")).includes("grey seal"));
    });
  });
});
