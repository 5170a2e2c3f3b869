// The element in pages of others: it works in each, and leaves each as it is.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { HOSTS, POLICY, TAG, breakDown, events, ready, surroundings, unchanged, use, visit } from "./embed.mjs";
import { address, behaviour, expect, reader, results, search, titles, until } from "./harness.mjs";

/** A page that is longer than the window, on both sides of the element. */
const LONG = "body { padding: 900px 0 } #end { margin-top: 900px }";

for (const [name, host] of Object.entries(HOSTS)) {
  behaviour(`it is used in ${name}, which stays as it is`, { at: null }, async (page) => {
    await visit(page, host);
    await ready(page);
    const before = await surroundings(page);
    assert.deepEqual(before.globals, [], "no globals");
    assert.equal(before.focus, "BODY", "no focus is taken");
    for (const landmark of ["banner", "main"]) {
      assert.equal(await page.getByRole(landmark).count(), 0, `${landmark} is the page's`);
    }
    await use(page);
    await page.evaluate(() => document.activeElement.blur());
    await unchanged(page, before);
  });
}

for (const made of ["plain", "react", "vue", "svelte"]) {
  behaviour(`it is used in the example made with ${made}`, { at: null }, async (page) => {
    await page.goto(address(`examples/${made}.html`));
    await search(page).waitFor();
    if (made !== "plain") {
      await page.getByRole("button", { name: "Look for sanctions" }).click();
      await until("the query", async () => (await search(page).inputValue()) === "sanctions");
      await until("what was found", async () => /\d documents/.test(await page.locator("output").textContent()));
    }
    await search(page).fill("");
    await use(page);
  });
}

behaviour("reading does not move the page, and its history stays", { at: null }, async (page) => {
  await visit(page, { css: LONG });
  await ready(page);
  await page.evaluate(() => scrollTo(0, 700));
  const before = await page.evaluate(() => [scrollY, history.length, location.href]);
  await page.evaluate(() => {
    const explorer = document.getElementById("explorer");
    explorer.search("sanctions");
  });
  await until("marks", async () => (await results(page).locator("mark").count()) > 0);
  await page.evaluate(() =>
    document.getElementById("explorer").shadowRoot.querySelector("[data-result] ").click(),
  );
  await reader(page).locator("mark[aria-current]").first().waitFor();
  for (const key of ["n", "n", "j", "Escape", "j", "j"]) await page.keyboard.press(key);
  await expect(() => page.evaluate(() => [scrollY, history.length, location.href]), before);
});

behaviour("keys act only inside the element", { at: null }, async (page) => {
  await visit(page, { body: `<input id="own">${TAG}` });
  await ready(page);
  await page.locator("#own").focus();
  await page.keyboard.type("/?jn");
  assert.equal(await page.locator("#own").inputValue(), "/?jn");
  await page.locator("#own").blur();
  await page.keyboard.press("/");
  await page.keyboard.press("?");
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

behaviour("what is typed in the element is no key of the page", { at: null }, async (page) => {
  await visit(page);
  await ready(page);
  await page.evaluate(() => {
    window.keys = [];
    addEventListener("keydown", ({ key }) => window.keys.push(key));
  });
  await search(page).focus();
  await page.keyboard.type("s/");
  await page.keyboard.press("Tab");
  assert.deepEqual(await page.evaluate(() => window.keys.filter((key) => key !== "Tab")), []);
});

behaviour("attributes lead it, while it is there and before", { at: null }, async (page) => {
  await visit(page, {
    body: '<dossier-explorer id="explorer" q="sanctions" view="passages" theme="dark" density="compact" height="300"></dossier-explorer>',
  });
  await ready(page);
  await page.getByRole("list", { name: "Passages" }).waitFor();
  const explorer = page.locator("#explorer");
  const box = await explorer.boundingBox();
  assert.equal(box.height, 300);
  const dark = () => explorer.evaluate(({ shadowRoot }) =>
    getComputedStyle(shadowRoot.querySelector(".embedded")).colorScheme);
  assert.equal(await dark(), "dark");
  await explorer.evaluate((element) => {
    element.theme = "light";
    element.view = "documents";
    element.setAttribute("q", "artillery");
    element.filter = { publisher: "Reuters" };
  });
  assert.equal(await dark(), "light");
  await expect(() => search(page).inputValue(), "artillery");
  await until("the filter", () => page.getByRole("list", { name: "Active filters" }).isVisible());
  assert.equal(await explorer.getAttribute("filter"), "publisher=Reuters");
  await explorer.evaluate((element) => element.removeAttribute("filter"));
  await expect(() => page.getByRole("list", { name: "Active filters" }).count(), 0);
});

behaviour("methods and events", { at: null }, async (page) => {
  await visit(page);
  await ready(page);
  const [{ title, documents }] = await events(page, "ready");
  assert.equal(documents, 5);
  assert.ok(title);
  const explorer = page.locator("#explorer");
  await explorer.evaluate((element) => element.search("sanctions"));
  await until("the search", async () =>
    (await events(page, "search")).some(({ query, documents }) => query === "sanctions" && documents > 0));

  // A page that opens documents itself keeps the element from it.
  await explorer.evaluate((element) =>
    element.addEventListener("dossier-open", (event) => event.preventDefault(), { once: true }));
  await results(page).first().getByRole("link").first().click();
  const [{ doc }] = await until("the event", async () => {
    const opened = await events(page, "open");
    return opened.length > 0 && opened;
  });
  assert.equal(await reader(page).locator("article").count(), 0);

  await explorer.evaluate((element, doc) => element.open(doc, 2), doc);
  const passage = reader(page).locator("[data-passage='2']");
  await passage.waitFor();
  await passage.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element.querySelector("[data-text]") ?? element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  const [selected] = await until("what is selected", async () => {
    const all = await events(page, "select");
    return all.length > 0 && all;
  });
  assert.equal(selected.doc, doc);
  assert.equal(selected.first, 2);
  assert.ok(selected.text.length > 10);
});

behaviour("two elements with different archives share the program", { at: null }, async (page) => {
  const modules = [];
  page.on("request", (request) => request.url().endsWith(".wasm") && modules.push(request.url()));
  const other = await (await page.request.get(address("hostile/"))).text();
  const [, archive] = other.match(/href="\.\/(collection-[^"]+)"/);
  await visit(page, { body: `${TAG}<dossier-explorer id="other" src="hostile/${archive}"></dossier-explorer>` });
  await until("both", async () => (await events(page, "ready")).length === 2);
  assert.equal(modules.length, 1);
  const [one, two] = await events(page, "ready");
  assert.notEqual(one.title, two.title);
  await page.locator("#explorer").evaluate((element) => element.search("sanctions"));
  await until("marks in one", async () => (await page.locator("#explorer mark").count()) > 0);
  assert.equal(await page.locator("#other mark").count(), 0);
});

behaviour("nothing is asked for before a lazy element is in view", { at: null }, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await visit(page, {
    css: "body { padding-top: 3000px }",
    body: '<dossier-explorer id="explorer" loading="lazy"></dossier-explorer>',
  });
  await page.waitForLoadState("networkidle");
  assert.deepEqual(asked.filter((path) => !/host|dossier\.js/.test(path)), []);
  await page.evaluate(() => scrollTo(0, 3000));
  await ready(page);
});

behaviour("moving it does not start it again; removing and adding does, where it was", { at: null }, async (page) => {
  await visit(page, { body: `<div id="one">${TAG}</div><div id="two"></div>` });
  await ready(page);
  await search(page).fill("sanctions");
  await until("marks", async () => (await results(page).locator("mark").count()) > 0);
  const found = await titles(page);
  await page.evaluate(() => document.getElementById("two").append(document.getElementById("explorer")));
  assert.equal((await events(page, "ready")).length, 1);
  assert.equal(await search(page).inputValue(), "sanctions");
  const kept = await page.evaluateHandle(() => {
    const explorer = document.getElementById("explorer");
    explorer.remove();
    return explorer;
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  assert.equal(await kept.evaluate(({ shadowRoot }) => shadowRoot.querySelector(".app")), null);
  await kept.evaluate((explorer) => document.getElementById("one").append(explorer));
  await until("it is there again", async () => (await events(page, "ready")).length === 2);
  await expect(() => titles(page), found);
  assert.equal(await search(page).inputValue(), "sanctions");
});

behaviour("a hundred mounts and removals leave nothing behind", { at: null }, async (page) => {
  await page.addInitScript(() => {
    const { instantiate, instantiateStreaming } = WebAssembly;
    const note = (made) => {
      const { exports } = made.instance ?? made;
      window.memory = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
      return made;
    };
    WebAssembly.instantiate = (...all) => instantiate(...all).then(note);
    WebAssembly.instantiateStreaming = (...all) => instantiateStreaming(...all).then(note);
  });
  await visit(page, { body: "" });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const round = (times) =>
    page.evaluate(async (times) => {
      for (let turn = 0; turn < times; turn += 1) {
        const explorer = document.createElement("dossier-explorer");
        explorer.q = "sanctions";
        const searched = new Promise((done) => explorer.addEventListener("dossier-search", done, { once: true }));
        document.body.append(explorer);
        await searched;
        explorer.remove();
        await new Promise((done) => setTimeout(done));
        // The page's own notes are none of the element's.
        window.noted.length = 0;
      }
    }, times);
  const measure = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    const bytes = await page.evaluate(() => window.memory.buffer.byteLength);
    const kept = await objects(devtools);
    return { nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize"), bytes, ...kept };
  };
  // The first ones find out how much memory one explorer needs beside what is not yet collected of
  // the one before.
  await round(100);
  const before = await measure();
  await round(100);
  // What is not collected yet is no growth. The heap has the browser's own notes of what was fetched,
  // and code that it compiles; of the element's no object may be left.
  await until("no more than before", async () => {
    const after = await measure();
    const most = { nodes: 0, listeners: 0, bytes: 0, object: 10, closure: 10, heap: 100_000 };
    for (const [what, growth] of Object.entries(most)) {
      assert.ok(after[what] <= before[what] + growth, `${what}: ${before[what]}, then ${after[what]}`);
    }
    return true;
  });
});

/** How many objects and functions of JavaScript there are. */
async function objects(devtools) {
  const chunks = [];
  const note = ({ chunk }) => chunks.push(chunk);
  devtools.on("HeapProfiler.addHeapSnapshotChunk", note);
  await devtools.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  devtools.off("HeapProfiler.addHeapSnapshotChunk", note);
  const { nodes, snapshot } = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const counts = { object: 0, closure: 0 };
  for (let at = 0; at < nodes.length; at += fields.length) {
    const type = types[0][nodes[at]];
    if (type in counts) counts[type] += 1;
  }
  return counts;
}

behaviour("after a crash each element says so and starts again alone, where it was", { at: null, errors: true }, async (page) => {
  await visit(page, { body: `${TAG}<dossier-explorer id="other" q="artillery"></dossier-explorer>` });
  await until("both", async () => (await events(page, "ready")).length === 2);
  const [one, other] = ["#explorer", "#other"].map((id) => page.locator(id));
  await one.evaluate(async (explorer) => {
    window.mark = "the same page";
    await explorer.addFiles([new File(["Seals\n\nThe grey seal breeds on Farne.\n"], "seals.txt")]);
  });
  await breakDown(page);
  await one.evaluate((explorer) => explorer.search("breeding"));
  for (const explorer of [one, other]) {
    await explorer.getByRole("alertdialog").getByRole("heading", { name: "has stopped" }).waitFor();
  }
  const errors = await events(page, "error");
  assert.deepEqual(errors.map(({ kind }) => kind), ["crash", "crash"]);
  assert.match(errors[0].message, /panicked at .*failed to append/s);
  await assert.rejects(one.evaluate((explorer) => explorer.export()), /panicked at .*failed to append/s);

  // What was added is there again with the search.
  await one.getByRole("button", { name: "Start again" }).click();
  await expect(() => titles(one), ["Seals"]);
  assert.equal(await search(one).inputValue(), "breeding");
  assert.equal(await other.getByRole("alertdialog").count(), 1, "the other waits for its own button");
  await other.getByRole("button", { name: "Start again" }).click();
  await until("marks", async () => (await results(other).locator("mark").count()) > 0);
  assert.equal(await search(other).inputValue(), "artillery");
  await search(other).fill("");
  await use(page, other);
  await expect(() => titles(one), ["Seals"]);
  assert.equal(await page.evaluate(() => window.mark), "the same page");
});

behaviour("what a policy forbids is said in the element and as an event", { at: null, errors: true }, async (page) => {
  const cases = {
    "wasm-eval": POLICY.replace("'wasm-unsafe-eval'", ""),
    "connect-src": POLICY.replace("connect-src 'self'", "connect-src 'none'"),
  };
  for (const [, policy] of Object.entries(cases)) {
    await page.unrouteAll();
    await visit(page, { policy });
    const [error] = await until("the error", async () => {
      const errors = await events(page, "error");
      return errors.length > 0 && errors;
    });
    assert.equal(error.kind, "policy");
    await page.getByRole("alertdialog").getByRole("heading", { name: "does not let Dossier run" }).waitFor();
  }
});

behaviour("an archive that does not come is named, and trying again helps", { at: null, errors: true }, async (page) => {
  await page.route("**/*.dossier", (route) => route.fulfill({ status: 404 }));
  await visit(page);
  await page.getByRole("alertdialog").getByText(/\.dossier did not arrive: 404/).waitFor();
  const [{ kind }] = await events(page, "error");
  assert.equal(kind, "network");
  await page.unroute("**/*.dossier");
  await page.getByRole("button", { name: "Try again" }).click();
  await ready(page);
});

behaviour("of a damaged archive nothing is shown", { at: null }, async (page) => {
  await page.route("**/*.dossier", (route) => route.fulfill({ body: "not an archive" }));
  await visit(page);
  await page.getByRole("alertdialog").getByRole("heading", { name: "cannot be opened" }).waitFor();
  const [{ kind }] = await events(page, "error");
  assert.equal(kind, "archive");
});

behaviour("a page can show errors itself", { at: null, errors: true }, async (page) => {
  await page.route("**/*.dossier", (route) => route.fulfill({ status: 404 }));
  await visit(page, { script: 'addEventListener("dossier-error", (event) => event.preventDefault())' });
  await until("the error", async () => (await events(page, "error")).length > 0);
  assert.equal(await page.getByRole("alertdialog").count(), 0);
});

behaviour("the page can fill the slots", { at: null }, async (page) => {
  await visit(page, {
    body: `<dossier-explorer id="explorer" q="xylophone"><b slot="header">Our archive</b>
      <p slot="empty">We have nothing of this.</p></dossier-explorer>`,
  });
  await ready(page);
  await page.getByText("Our archive").waitFor();
  await page.getByText("We have nothing of this.").waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
});

behaviour("a server can import the module, and its description is true", { at: null }, async (page) => {
  const text = await (await page.request.get(address("dossier.js"))).text();
  const folder = await mkdtemp(path.join(tmpdir(), "dossier-"));
  try {
    const file = path.join(folder, "dossier.mjs");
    await writeFile(file, text);
    const { DossierExplorer } = await import(pathToFileURL(file).href);
    const manifest = JSON.parse(await readFile(new URL("../../src/embed/custom-elements.json", import.meta.url)));
    const [{ attributes, members }] = manifest.modules[0].declarations;
    const names = (list) => list.map(({ name }) => name).sort();
    assert.deepEqual(names(attributes), [...DossierExplorer.observedAttributes].sort());
    for (const { name } of members) assert.equal(typeof DossierExplorer.prototype[name], "function", name);
  } finally {
    await rm(folder, { recursive: true });
  }
});
