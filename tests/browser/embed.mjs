// What the specs of the element need: pages of others around it, and the steps of a reader in it.

import assert from "node:assert/strict";

import { address, expect, reader, results, search, until } from "./harness.mjs";

/** The strict policy that the element works under. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
  "connect-src 'self'; img-src 'self' data:; worker-src 'self' blob:";

/** The tag. */
export const TAG = '<dossier-explorer id="explorer"></dossier-explorer>';

/** Pages in which the element works, and which it leaves as they are. */
export const HOSTS = {
  "a plain page": {},
  "a page with a reset that is hostile": {
    css: `* { margin: 0 !important; padding: 0; line-height: 1; box-sizing: content-box; }
      html { font-size: 62.5%; text-transform: uppercase; letter-spacing: 3px; color: red; direction: ltr }
      div, p, a, button, input, mark, section { display: inline !important; color: red !important; }
      :root { --ground: red; --accent: red; --space-4: 0; --rem: 1px }
      dossier-explorer { display: block !important }`,
  },
  "a page that unsets everything": { css: "* { all: unset }" },
  "a page with a design system of its own": {
    css: `:root { --accent: hotpink; --radius: 30px; --text-m: 30px; font: 20px/2 Georgia; color-scheme: dark }
      .app, .masthead, .pane, .card, .search, .tabs, .button { border: 9px solid red; float: right }
      #results, #search, #document { display: none }
      button, input { all: revert; font-size: 40px }
      dossier-explorer { --dossier-accent: #7a1f4b; --dossier-radius: 2px; height: 520px }`,
  },
  "a page with a strict policy": { policy: POLICY },
  "a page with Trusted Types": {
    policy: `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`,
  },
  "a column of 320 pixels": { css: "#explorer { width: 320px; height: 500px }" },
  "another element's shadow tree": {
    body: '<outer-element id="outer"></outer-element>',
    script: `customElements.define("outer-element", class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: "open" }).append(document.createElement("dossier-explorer"));
      }
    })`,
  },
};

/**
 * The files of a page of others with `body` in it, the page itself first. Its scripts and styles are files,
 * since a strict policy allows no others.
 */
export function hostPage({ body = TAG, head = "", css = "", script = "", at = "host.html" } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
    <link rel="icon" href="data:,"><link rel="stylesheet" href="host.css">
    <script type="module" src="host.js"></script><script type="module" src="dossier.js"></script>${head}
    </head><body><p id="probe">The page's own text.</p>${body}<footer id="end">The end.</footer></body></html>`;
  return [
    [at, "text/html", html],
    ["host.css", "text/css", css],
    ["host.js", "text/javascript", script],
  ];
}

/** Goes to a page of others, which is `hostPage(host)` under a policy, if it has one. */
export async function visit(page, host = {}) {
  const { policy, at = "host.html" } = host;
  const headers = policy ? { "content-security-policy": policy } : {};
  for (const [path, contentType, body] of hostPage(host)) {
    await page.route(address(path), (route) => route.fulfill({ contentType, headers, body }));
  }
  // Events and globals are noted before anything of ours runs.
  await page.addInitScript(() => {
    const names = ["ready", "search", "open", "select", "error"].map((name) => `dossier-${name}`);
    const noted = [];
    const own = new Set([...Object.getOwnPropertyNames(window), "noted", "own"]);
    Object.assign(window, { noted, own });
    for (const name of names) {
      addEventListener(name, ({ type, detail }) => noted.push({ type, ...detail }));
    }
  });
  await page.goto(address(at));
}

/** The events of the element so far, of one name. */
export function events(page, name) {
  return page.evaluate((type) => window.noted.filter((event) => event.type === type), `dossier-${name}`);
}

/** Waits until the element is there. */
export async function ready(page) {
  await until("the element is ready", async () => (await events(page, "ready")).length > 0);
}

/** What of the page must not change. */
export function surroundings(page) {
  return page.evaluate(() => {
    const { color, font, margin, display } = getComputedStyle(document.getElementById("probe"));
    return {
      globals: Object.getOwnPropertyNames(window).filter((name) => !window.own.has(name)),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      probe: { color, font, margin, display },
      focus: document.activeElement.tagName,
      scroll: [scrollX, scrollY],
      title: document.title,
      address: location.href,
      theme: document.documentElement.outerHTML.slice(0, 40),
      stored: (() => {
        try {
          return localStorage.length;
        } catch {
          return 0;
        }
      })(),
    };
  });
}

/** Has the next node that the program puts into the page fail, which the program cannot go on from. */
export function breakDown(page) {
  return page.evaluate(() => {
    const { insertBefore } = Node.prototype;
    Node.prototype.insertBefore = () => {
      Node.prototype.insertBefore = insertBefore;
      throw new Error("broken");
    };
  });
}

/** Searches, filters, opens a document and reads, by keyboard. `root` is a page or a frame. */
export async function use(page, root = page) {
  await search(root).focus();
  await page.keyboard.type("artillery");
  await until("results", async () => (await results(root).locator("mark").count()) > 0);
  const all = await results(root).count();

  const filters = root.getByRole("button", { name: /^Filters/ });
  const isSheet = await filters.isVisible();
  if (isSheet) {
    await filters.focus();
    await page.keyboard.press("Enter");
  }
  const around = isSheet ? root.getByRole("dialog") : root.getByRole("complementary", { name: "Filters" });
  const publisher = around.getByRole("region", { name: "Publisher" }).getByRole("checkbox").first();
  await publisher.focus();
  await page.keyboard.press("Space");
  await until("fewer results", async () => (await results(root).count()) < all);
  if (isSheet) await page.keyboard.press("Escape");

  await search(root).focus();
  await page.keyboard.press("ArrowDown");
  await until("a result with the focus", async () =>
    (await results(root).first().locator("a:focus").count()) > 0,
  );
  await page.keyboard.press("Enter");
  await reader(root).locator("mark[aria-current]").first().waitFor();
  await page.keyboard.press("n");
  await page.keyboard.press("Escape");
  await expect(() => root.locator("article.reader-article").count(), 0);
  await search(root).fill("");
}

/** Nothing of the page has changed. */
export async function unchanged(page, before) {
  assert.deepEqual(await surroundings(page), before);
}
