// The page of frames: with a sandbox and without, its height, and messages that nobody asked for.

import assert from "node:assert/strict";

import { visit } from "./embed.mjs";
import { address, behaviour, expect, results, search, until } from "./harness.mjs";
import { use } from "./embed.mjs";

const frame = (attributes = "", query = "q=sanctions") =>
  `<iframe id="frame" title="Documents" width="900" height="600" ${attributes} src="embed.html?${query}"></iframe>`;

for (const [name, attributes] of Object.entries({
  "a frame": "",
  "a frame with a sandbox that allows nothing but scripts": 'sandbox="allow-scripts"',
})) {
  behaviour(`it is used in ${name}`, { at: null }, async (page) => {
    await visit(page, { body: frame(attributes) });
    const inside = page.frameLocator("#frame");
    await until("the query of the address", async () => (await search(inside).inputValue()) === "sanctions");
    await until("results", async () => (await results(inside).locator("mark").count()) > 0);
    const entries = await page.evaluate(() => history.length);
    await search(inside).fill("");
    await use(page, inside);
    assert.equal(await page.evaluate(() => history.length), entries, "Back belongs to the page");
  });
}

behaviour("a frame gets the height that its explorer needs", { at: null }, async (page) => {
  await visit(page, {
    body: frame('sandbox="allow-scripts" data-dossier', "q=hwasong&view=passages"),
    head: '<script type="module" src="fit.js"></script>',
  });
  const height = () => page.locator("#frame").evaluate((frame) => Number(frame.height));
  await until("another height", async () => (await height()) !== 600);
  const inside = page.frameLocator("#frame");
  await until("results", async () => (await inside.locator("mark").count()) > 0);
  const few = await until("a height", height);
  await search(inside).fill("");
  await until("more height for more results", async () => (await height()) > few);
});

behaviour("ten thousand messages that nobody asked for change nothing", { at: null }, async (page) => {
  await visit(page, { body: frame("", "q=sanctions&theme=light"), head: '<script type="module" src="fit.js"></script>' });
  const inside = page.frameLocator("#frame");
  await until("results", async () => (await results(inside).locator("mark").count()) > 0);
  const look = async () => ({
    text: await results(inside).allInnerTexts(),
    query: await search(inside).inputValue(),
    height: await page.locator("#frame").evaluate((frame) => frame.height),
    // The frame's own globals, and what its explorer was told.
    tag: await inside.locator("dossier-explorer").evaluate((element) => element.cloneNode().outerHTML),
    address: page.frames()[1].url(),
  });
  const before = await look();
  await page.evaluate(async () => {
    const target = document.getElementById("frame").contentWindow;
    const values = [
      null, 1, "dossier-connect", [], {}, { type: "dossier-connect" }, { type: "dossier-connect", nonce: 1 },
      { type: "dossier-connect", nonce: "n" }, { type: "dossier-height", nonce: "n", height: 1e9 },
      { type: "dossier-search", q: "<img onerror=alert(1)>" }, { __proto__: { type: "dossier-connect", nonce: "n" } },
      "x".repeat(10_000), new ArrayBuffer(64), { type: { toString: "dossier-connect" }, nonce: {} },
      new Map([["type", "dossier-connect"]]), new Error("dossier-connect"),
    ];
    for (let index = 0; index < 10_000; index += 1) {
      const value = values[index % values.length];
      // To the frame without a port, and to the page itself.
      if (index % 2) target.postMessage(value, "*");
      else postMessage(value, "*");
      if (index % 500 === 0) await new Promise((done) => setTimeout(done));
    }
  });
  await page.waitForTimeout(200);
  assert.deepEqual(await look(), before);
});

behaviour("only the page around may ask for the height, and only once", { at: null }, async (page) => {
  await visit(page, {
    body: `${frame()}<iframe id="other" title="Other" srcdoc="<p>Other</p>"></iframe>`,
  });
  const inside = page.frameLocator("#frame");
  await search(inside).waitFor();
  const connect = (from) =>
    page.evaluate(async (from) => {
      const window_ = from === "page" ? window : document.getElementById(from).contentWindow;
      const { port1, port2 } = new MessageChannel();
      const said = new Promise((done) => {
        port1.onmessage = ({ data }) => done(data);
        setTimeout(done, 700, null);
      });
      window_.ports = port2;
      const message = { type: "dossier-connect", nonce: "secret" };
      const target = document.getElementById("frame").contentWindow;
      // Called as a function of the other window, so that it is the sender.
      const post = new window_.Function("target", "message", "port", "target.postMessage(message, '*', [port])");
      post(target, message, port2);
      return said;
    }, from);
  assert.equal(await connect("other"), null);
  const told = await connect("page");
  assert.equal(told.type, "dossier-height");
  assert.equal(told.nonce, "secret");
  assert.ok(told.height > 0);
  assert.equal(await connect("page"), null);
});

behaviour("opened by itself it is a page with an address for each place", { at: null }, async (page) => {
  await page.goto(address("embed.html?q=sanctions&view=passages"));
  await page.getByRole("list", { name: "Passages" }).waitFor();
  await search(page).fill("artillery");
  await until("the address", () => page.url().includes("#/passages?q=artillery"));
  await page.reload();
  await expect(() => search(page).inputValue(), "artillery");
});
