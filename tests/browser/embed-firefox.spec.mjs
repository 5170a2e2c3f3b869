// The element in pages of others, in Firefox: used by keyboard there too.

import assert from "node:assert/strict";
import { createServer } from "node:http";

import { HOSTS, hostPage } from "./embed.mjs";
import { firefox, inFirefox } from "./firefox.mjs";
import { address, behaviour, until } from "./harness.mjs";

/** The element's own tree, wherever in the page it stands. */
const ROOT = `[document, document.getElementById("outer")?.shadowRoot]
  .map((tree) => tree?.querySelector("dossier-explorer")?.shadowRoot).find(Boolean)`;

/** Serves a page of others beside the product, and runs `body` with its address. */
async function served(host, body) {
  const files = new Map(hostPage(host).map(([path, type, text]) => [`/${path}`, { type, text }]));
  const server = createServer(async ({ url }, response) => {
    const own = files.get(url);
    if (own) {
      const policy = host.policy ? { "content-security-policy": host.policy } : {};
      response.writeHead(200, { "content-type": own.type, ...policy }).end(own.text);
      return;
    }
    const found = await fetch(new URL(url.slice(1), address()));
    response.writeHead(found.status, { "content-type": found.headers.get("content-type") ?? "" });
    response.end(new Uint8Array(await found.arrayBuffer()));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  try {
    await body(`http://127.0.0.1:${server.address().port}/host.html`);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** Searches, filters, opens a document and reads, by keyboard, as `use` does in Chromium. */
async function use({ evaluate, press, said }) {
  const count = (selector) => evaluate(`${ROOT}?.querySelectorAll(\`${selector}\`).length ?? 0`);
  const focus = (selector) => evaluate(`${ROOT}.querySelector(\`${selector}\`).focus()`);
  const RESULTS = 'ol[aria-label="Documents"] > li';

  await until("the element", () => count("input[type=search]"));
  await evaluate(`${ROOT}.host.scrollIntoView()`);
  await focus("input[type=search]");
  await evaluate(`${ROOT}.activeElement.select()`);
  await press(..."artillery");
  await until("results", () => count(`${RESULTS} mark`));
  const all = await count(RESULTS);

  const isSheet = (await count('aside[aria-label="Filters"]')) === 0;
  if (isSheet) {
    await focus('#results button[aria-haspopup="dialog"]');
    await press("Enter");
    await until("the sheet", () => count("dialog"));
  }
  await focus('section[aria-labelledby="facet-publisher"] input[type=checkbox]');
  await press("Space");
  await until("fewer results", async () => (await count(RESULTS)) < all);
  if (isSheet) {
    await press("Escape");
    await until("the sheet is closed", async () => (await count("dialog")) === 0);
  }

  await focus("input[type=search]");
  await press("ArrowDown");
  await until("a result with the focus", () => count(`${RESULTS} a:focus`));
  await press("Enter");
  await until("the first match", () => count("article mark[aria-current]"));
  await press("n", "Escape");
  await until("the document is closed", async () => (await count("article.reader-article")) === 0);
  assert.deepEqual(said, [], "the console stays silent");
}

const skip = firefox ? false : "Firefox is not installed";

for (const [name, host] of Object.entries(HOSTS)) {
  behaviour(`in Firefox it is used in ${name}`, { at: null, skip }, async () => {
    await served(host, (page) => inFirefox(page, use));
  });
}

for (const made of ["plain", "react", "vue", "svelte"]) {
  behaviour(`in Firefox it is used in the example made with ${made}`, { at: null, skip }, async () => {
    await inFirefox(address(`examples/${made}.html`), use);
  });
}
