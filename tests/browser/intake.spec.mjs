// Documents that are brought to the page are explored in it.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { accessible, address, behaviour, drop, expect, found, search, titles, type, until } from "./harness.mjs";
import { EVERY_FORMAT, hostile } from "./folders.mjs";

/** The dialog in which documents are brought. */
function desk(page) {
  return page.getByRole("dialog", { name: "Add documents" });
}

/** Opens the dialog and chooses files there, `{ name, mimeType, buffer }` or paths of a folder. */
async function choose(page, files, button = "Choose files") {
  await page.getByRole("button", { name: "Add documents" }).click();
  const chooser = page.waitForEvent("filechooser");
  await desk(page).getByRole("button", { name: button }).click();
  await (await chooser).setFiles(files);
}

/** Writes a folder of files that is gone after `body`. */
async function folder(files, body) {
  const path = await mkdtemp(join(tmpdir(), "dossier-intake-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      const file = join(path, "texts", name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await body(join(path, "texts"));
  } finally {
    await rm(path, { recursive: true });
  }
}

/** Has a collection of one document kept on this machine, and loads the page again. */
async function keep(page) {
  await drop(page, [SEALS]);
  await desk(page).getByRole("checkbox", { name: "Keep the collection" }).check();
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await page.getByRole("button", { name: "Add documents" }).click();
  await desk(page).getByText("Your documents from").waitFor();
  await page.reload();
}

const SEALS = ["seals.txt", "Seals of the north\n\nThe grey seal breeds on Farne. Seals eat fish.\n"];
const WHALES = ["whales.md", "# Whales\n\nThe sperm whale dives deep. It eats squid.\n"];

behaviour("dropped files take the place of the collection", async (page) => {
  await drop(page, [SEALS, WHALES]);
  await desk(page).getByText("2 files").waitFor();
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 2);
  await type(page, "breeding");
  await expect(() => titles(page), ["Seals of the north"]);
});

behaviour("dropped files join the collection, whose entities and topics stay", async (page) => {
  await drop(page, [["visit.txt", "A visit\n\nKim Yo Jong spoke of sanctions and arms deals.\n"]]);
  await desk(page).getByRole("button", { name: "Add to this collection" }).click();
  await expect(() => found(page), 6);
  await type(page, "title:visit person:kim-yo-jong");
  await expect(() => titles(page), ["A visit"]);
});

/** What the page answers: results, counts and filters of some queries, and the entities. */
async function answers(page) {
  const said = [];
  // What was wrong with files is told of those that were brought; who built a site was told then.
  const main = async () => (await page.getByRole("main").innerText()).replace(/^3 problems\s+Details\s+/, "");
  const queries = { "": 6, lighthouse: 6, "keeper OR cafe": 2, "topic:towers -line": 5 };
  for (const [query, count] of Object.entries(queries)) {
    await type(page, query);
    await expect(() => found(page), count);
    const marked = async () => (await page.locator("#results mark").count()) > 0;
    await expect(marked, query !== "");
    said.push(await main());
    said.push(await page.getByRole("complementary", { name: "Filters" }).innerText());
  }
  await type(page, "");
  await page.getByRole("link", { name: /^Entities/ }).click();
  await page.getByText("Lisbon").first().waitFor();
  said.push(await main());
  return said;
}

behaviour("files that are dropped give the same answers as the site that is built of them", { at: "formats/" }, async (page) => {
  await expect(() => found(page), 6);
  const built = await answers(page);
  await page.goto(address());
  await choose(page, EVERY_FORMAT, "Choose a folder");
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 6);
  await expect(async () => (await titles(page)).sort(), [
    "From a table", "From lines", "In HTML", "In Markdown", "Latin", "Plain",
  ]);
  assert.deepEqual(await answers(page), built);
});

behaviour("the folder of the product gives the very bytes that the build made of it", async (page) => {
  const built = await page.evaluate(async () => {
    const response = await fetch(document.getElementById("archive").href);
    return Array.from(new Uint8Array(await response.arrayBuffer()));
  });
  await choose(page, fileURLToPath(new URL("../../corpus", import.meta.url)), "Choose a folder");
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await desk(page).waitFor({ state: "detached" });
  await expect(() => found(page), 5);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save archive" }).click();
  const saved = await readFile(await (await download).path());
  assert.equal(Buffer.compare(saved, Buffer.from(built)), 0);
});

behaviour("what cannot be read is named with its reason, and the rest is explored", async (page) => {
  await folder(hostile(), async (path) => {
    await choose(page, path, "Choose a folder");
    await desk(page).getByRole("button", { name: "Show only these" }).click();
    const problems = desk(page).getByRole("list", { name: "Problems" });
    await problems.waitFor();
    const item = (name) => problems.getByRole("listitem").filter({ hasText: name });
    await item("empty.txt").getByText("the file is empty").waitFor();
    await item("binary.txt").getByText("the file is binary").waitFor();
    await item("large.txt").getByText("more than the 16 MiB that are read").waitFor();
    await item("latin.txt").getByText("windows-1252").waitFor();
    await accessible(page);
    await page.keyboard.press("Escape");
    await desk(page).waitFor({ state: "detached" });
    await until("the rest", async () => (await found(page)) >= 4);
    await type(page, "survivor");
    await until("the bombs too", async () => (await found(page)) >= 2);
    // The list is kept.
    await page.getByRole("button", { name: "Add documents" }).click();
    await item("empty.txt").waitFor();
    assert.equal(await page.evaluate(() => document.title === "taken"), false);
  });
});

behaviour("nothing of what was brought enters the address", async (page) => {
  await drop(page, [["secret-plan.md", "# The secret plan\n\nMeet Ines Quint in Lisbon.\n"]]);
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await page.getByRole("link", { name: "The secret plan" }).click();
  await page.getByRole("article").getByText("Meet").waitFor();
  assert.doesNotMatch(await page.evaluate(() => location.href), /secret|quint|lisbon/i);
  await page.goBack();
  await expect(() => page.getByRole("article").getByText("Meet").count(), 0);
  await page.goForward();
  await page.getByRole("article").getByText("Meet").waitFor();
});

behaviour("files of which none can be read leave the collection as it is", async (page) => {
  await drop(page, [["photo.png", "\u0000\u0001"]]);
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await desk(page).getByRole("alert").getByText("The present collection stays").waitFor();
  await page.keyboard.press("Escape");
  await expect(() => found(page), 5);
});

behaviour("a broken archive leaves the collection as it is", async (page) => {
  await drop(page, [["broken.dossier", "\u0089DOSSIER"]]);
  await desk(page).getByRole("alert").getByText("not a Dossier archive").waitFor();
  await page.keyboard.press("Escape");
  await expect(() => found(page), 5);
});

behaviour("a text is pasted", async (page) => {
  await page.getByRole("button", { name: "Add documents" }).click();
  await desk(page).getByText("Paste a text").click();
  await desk(page).getByRole("textbox", { name: "Text" }).fill("On otters\n\nOtters hold hands.");
  await desk(page).getByRole("button", { name: "Use this text" }).click();
  await desk(page).getByRole("button", { name: "Add to this collection" }).click();
  await expect(() => found(page), 6);
});

behaviour("the work can be cancelled", async (page) => {
  const long = "Ines Quint flew from Lisbon to Oslo on Tuesday. ".repeat(200_000);
  await drop(page, [["long.txt", `Long\n\n${long}`]]);
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await desk(page).getByRole("button", { name: "Cancel" }).click();
  await desk(page).getByRole("button", { name: "Choose files" }).waitFor();
  await page.keyboard.press("Escape");
  await expect(() => found(page), 5);
});

behaviour("a collection is kept on this machine where the person says so, until it is forgotten", async (page) => {
  await keep(page);
  await expect(() => found(page), 5);
  await page.getByRole("button", { name: "Add documents" }).click();
  await desk(page).getByRole("button", { name: "Open" }).click();
  await expect(() => found(page), 1);
  await page.getByRole("button", { name: "Add documents" }).click();
  await desk(page).getByRole("button", { name: "Forget" }).click();
  await desk(page).getByText("Your documents from").waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("button", { name: "Add documents" }).click();
  await desk(page).getByRole("button", { name: "Choose files" }).waitFor();
  assert.equal(await desk(page).getByText("Your documents from").count(), 0);
});

behaviour("what is kept is offered in the page on arrival, and opened from there", async (page) => {
  const offer = page.getByText("Your documents from");
  assert.equal(await offer.count(), 0);
  await keep(page);
  await offer.waitFor();
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.ok(await search(page).evaluate((box) => box === document.activeElement), "the focus stays");
  await accessible(page);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(() => found(page), 1);
  await expect(() => offer.count(), 0);
  await page.reload();
  await page.getByRole("button", { name: "Not now" }).click();
  await expect(() => offer.count(), 0);
  await expect(() => found(page), 5);
});

behaviour("a file of another format among others is spoken of after all went well", async (page) => {
  await drop(page, [SEALS, ["photo.png", "\u0089PNG"]]);
  await desk(page).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await page.getByText("1 file of another format passed over").waitFor();
  assert.equal(await desk(page).count(), 0);
  await page.getByRole("button", { name: "Details" }).click();
  await desk(page).getByText("1 file of another format passed over").waitFor();
});

behaviour("the dialog works by keyboard alone and has no accessibility problem", async (page) => {
  await search(page).waitFor();
  await page.getByRole("button", { name: "Add documents" }).focus();
  await page.keyboard.press("Enter");
  await desk(page).waitFor();
  await accessible(page);
  const inside = () => page.evaluate(() => document.activeElement.closest("dialog") !== null);
  assert.ok(await inside(), "the focus is in the dialog");
  await page.keyboard.press("Escape");
  await desk(page).waitFor({ state: "detached" });
});
