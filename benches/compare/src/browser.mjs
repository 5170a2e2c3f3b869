// Headless Chromium: serves one peer's index on loopback and asks it on a page.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";
import { chromium } from "playwright-core";

export const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"];
const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html" };
const HTML = '<!doctype html><title>Compare</title><script type="module" src="/page.js"></script>';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** The adapters and the measuring, as one module. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [here("page.mjs")],
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    external: ["pagefind", "node:*"],
    logLevel: "error",
  });
  return outputFiles[0].contents;
}

/** What the page may ask for. */
function routes(page, index, engine) {
  const sqlite = createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/sqlite3.wasm");
  return (url) => {
    if (url === "/") return HTML;
    if (url === "/page.js") return page;
    if (url === "/sqlite3.wasm") return readFileSync(sqlite);
    const [, folder, ...rest] = url.split("/").map(decodeURIComponent);
    const from = { index, engine }[folder];
    const file = from && path.resolve(from, rest.join("/"));
    return file?.startsWith(path.resolve(from) + path.sep) ? readFileSync(file) : undefined;
  };
}

function serve(answer) {
  const server = createServer(({ url }, response) => {
    let body;
    try {
      body = answer(url);
    } catch {
      body = undefined;
    }
    // Isolation gives the page a finer clock.
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": TYPES[path.extname(url)] ?? (url === "/" ? TYPES[".html"] : "text/plain"),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}

/** Folder of Dossier's package. */
function engineFolder() {
  const given = process.env.DOSSIER_ENGINE;
  return given ? path.dirname(given) : here("../../../target/engine");
}

/**
 * The times of a peer on a page.
 * @param {object} input
 * @param {string} input.peer
 * @param {string} input.index Folder of its index.
 * @param {string[]} input.files
 * @param {import("./measure.mjs").Job[]} input.jobs
 */
export async function measureOnPage({ peer, index, files, jobs }) {
  const server = await serve(routes(await bundle(), index, engineFolder()));
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.compare);
    const plan = { name: peer, names: files, jobs };
    return await page.evaluate((given) => globalThis.compare(given), plan);
  } finally {
    await browser.close();
    server.close();
  }
}
