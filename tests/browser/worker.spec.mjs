// A big collection is answered for by a worker, so that the page never waits for the engine; where
// there is no worker the page answers itself.

import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

import { POLICY, TAG, breakDown, events, ready, visit } from "./embed.mjs";
import { address, behaviour, drop, expect, found, open, reader, results, running, search, titles, type, until } from "./harness.mjs";

const SYLLABLES = "ba do fe gi ku la mo ne pi ru sa te vo wi xu zy".split(" ");

/** How many documents are a big collection: more than a megabyte as an archive. */
const MANY = 1500;

/**
 * Documents as JSON Lines, always the same ones: words without a meaning, and in each the words
 * "harbour" and its number as "number7".
 */
function many() {
  let seed = 1;
  const next = (below) => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  const word = () => Array.from({ length: 2 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join("");
  const sentence = () => `The ${Array.from({ length: 12 }, word).join(" ")}.`;
  const document = (_, at) => ({
    id: `n${at}`,
    title: `Harbour number${at}`,
    text: `Kim Yo Jong spoke in the harbour. ${Array.from({ length: 12 }, sentence).join(" ")}`,
  });
  return Array.from({ length: MANY }, document).map(JSON.stringify).join("\n");
}

/** Shows the many documents in a page of the product. */
async function bring(page) {
  await drop(page, [["many.jsonl", many()]]);
  await page.getByRole("dialog", { name: "Add documents" }).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), MANY);
}

let archive;

/** The archive of the many documents, made by the element. */
async function big() {
  if (archive) return archive;
  const { context, page } = await open();
  try {
    await visit(page);
    await ready(page);
    const text = await page.evaluate(async (lines) => {
      const explorer = document.getElementById("explorer");
      const file = new File([lines], "many.jsonl");
      await explorer.addFiles([file], { replace: true });
      const blob = await explorer.export("collection");
      const read = new FileReader();
      await new Promise((done) => {
        read.onload = done;
        read.readAsDataURL(blob);
      });
      return read.result.split(",")[1];
    }, many());
    archive = Buffer.from(text, "base64");
    assert.ok(archive.length > 1_000_000, `${archive.length} bytes are a big archive`);
    return archive;
  } finally {
    await context.close();
  }
}

/** Goes to a page of others with the many documents in its element. */
async function embed(page, options = {}) {
  const body = await big();
  await page.route(address("big.dossier"), (route) =>
    route.fulfill({ contentType: "application/octet-stream", body }),
  );
  await visit(page, { body: TAG.replace("id=", 'src="big.dossier" id='), ...options });
  await ready(page);
}

const workers = (page) => page.workers().length;

behaviour("a small collection needs no worker", async (page) => {
  await type(page, "summit");
  await until("results", async () => (await found(page)) < 5);
  assert.equal(workers(page), 0);
});

behaviour("a worker answers for a big collection", async (page) => {
  await bring(page);
  await expect(() => workers(page), 1);
  await type(page, "number77");
  await expect(() => titles(page), ["Harbour number77"]);
  await results(page).first().getByRole("link").first().click();
  await reader(page).locator("mark").first().waitFor();
  await type(page, "harbour number1400");
  await until("another document", async () => (await titles(page))[0] === "Harbour number1400");
  await page.getByRole("link", { name: "Entities" }).click();
  await page.getByRole("link", { name: /Kim Yo Jong/ }).first().click();
  await page.getByText(/spoke in the/).first().waitFor();
  // What is brought in its place needs none.
  await drop(page, [["one.txt", "One\n\nA single document.\n"]]);
  await page.getByRole("dialog", { name: "Add documents" }).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await expect(() => workers(page), 0);
});

behaviour("the worker of the shipped collection is gone once another is shown", { at: null }, async (page) => {
  const body = await big();
  await page.route(/collection-[^/]*\.dossier$/, (route) => route.fulfill({ body }));
  await page.goto(address());
  await running(page);
  await expect(() => found(page), MANY);
  assert.equal(workers(page), 1);
  await drop(page, [["one.txt", "One\n\nA single document.\n"]]);
  await page.getByRole("dialog", { name: "Add documents" }).getByRole("button", { name: "Show only these" }).click();
  await expect(() => found(page), 1);
  await expect(() => workers(page), 0);
});

behaviour("what is typed fast is answered for the last key only", async (page) => {
  await bring(page);
  await search(page).focus();
  for (const at of [3, 33, 333]) {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(`harbour number${at}`);
  }
  await expect(async () => (await titles(page))[0], "Harbour number333");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("number1234");
  await expect(() => titles(page), ["Harbour number1234"]);
});

behaviour("one file with a big collection has its worker too", async (page) => {
  await bring(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Save" }).getByRole("button", { name: "Save as one file" }).click();
  const folder = await mkdtemp(join(tmpdir(), "dossier-worker-"));
  try {
    const path = join(folder, "one.html");
    await (await download).saveAs(path);
    await page.goto(pathToFileURL(path).href);
    await running(page);
    await expect(() => found(page), MANY);
    assert.equal(workers(page), 1);
    await type(page, "number77");
    await expect(() => titles(page), ["Harbour number77"]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

behaviour("the page answers where the worker fails", { errors: true }, async (page) => {
  await bring(page);
  const [worker] = page.workers();
  await worker.evaluate(() => setTimeout(() => {
    throw new Error("out of order");
  }));
  await expect(() => workers(page), 0);
  await type(page, "number77");
  await expect(() => titles(page), ["Harbour number77"]);
});

behaviour("a question is answered that the worker leaves behind", { errors: true }, async (page) => {
  await bring(page);
  const [worker] = page.workers();
  // It hears no question any more, and fails only then.
  await worker.evaluate(() => {
    globalThis.onmessage = () => setTimeout(() => {
      throw new Error("out of order");
    }, 200);
  });
  await type(page, "number77");
  await expect(() => titles(page), ["Harbour number77"]);
  assert.equal(workers(page), 0);
});

const HOSTS = {
  "a page with a strict policy": POLICY,
  "a page with Trusted Types": `${POLICY}; require-trusted-types-for 'script'; trusted-types dossier`,
};

for (const [name, policy] of Object.entries(HOSTS)) {
  behaviour(`in ${name} a worker answers, and reads and saves files`, { at: null }, async (page) => {
    await embed(page, { policy });
    assert.equal(workers(page), 1);
    await type(page, "number77");
    await expect(async () => (await events(page, "search")).at(-1)?.documents, 1);
    const lines = await page.evaluate(async () => {
      const blob = await document.getElementById("explorer").export("results", "jsonl");
      return (await blob.text()).trim().split("\n").length;
    });
    assert.equal(lines, 1);
    const report = await page.evaluate(() =>
      document.getElementById("explorer").addFiles([new File(["One\n\nMore text.\n"], "more.txt")]),
    );
    assert.equal(report.documents, MANY + 1);
    await expect(() => workers(page), 1);
  });
}

for (const [name, policy] of Object.entries({
  "no worker": POLICY.replace("'self' blob:", "'none'"),
  "no policy of Trusted Types": `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
})) {
  behaviour(`the page answers where its policy allows ${name}`, { at: null, errors: true }, async (page) => {
    await embed(page, { policy });
    assert.equal(workers(page), 0);
    assert.deepEqual(await events(page, "error"), []);
    await type(page, "number77");
    await expect(async () => (await events(page, "search")).at(-1)?.documents, 1);
  });
}

behaviour("a hundred mounts and removals leave no worker", { at: null }, async (page) => {
  await embed(page);
  await page.evaluate(async () => {
    const one = document.getElementById("explorer");
    for (let turn = 0; turn < 100; turn += 1) {
      one.remove();
      await new Promise((done) => setTimeout(done));
      const there = new Promise((done) => one.addEventListener("dossier-ready", done, { once: true }));
      document.body.append(one);
      // Some are gone before they are there.
      if (turn % 2) await there;
    }
    one.remove();
  });
  await expect(() => workers(page), 0);
});

behaviour("a program that has stopped leaves no worker, and has one when it starts again", { at: null, errors: true }, async (page) => {
  await embed(page);
  await type(page, "number7");
  await expect(async () => (await titles(page))[0], "Harbour number7");
  await breakDown(page);
  await page.evaluate(() => document.getElementById("explorer").search("number77"));
  await page.getByRole("alertdialog").getByRole("heading", { name: "has stopped" }).waitFor();
  await expect(() => workers(page), 0);
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(() => titles(page), ["Harbour number77"]);
  assert.equal(workers(page), 1);
});

behaviour("a big archive that is damaged is named", { at: null, errors: true }, async (page) => {
  const body = Buffer.from(await big());
  body[body.length >> 1] ^= 1;
  await page.route(address("big.dossier"), (route) => route.fulfill({ body }));
  await visit(page, { body: TAG.replace("id=", 'src="big.dossier" id=') });
  const [error] = await until("an error", async () => {
    const errors = await events(page, "error");
    return errors.length > 0 && errors;
  });
  assert.equal(error.kind, "archive");
  await expect(() => workers(page), 0);
});
