// The package for JavaScript as others use it: installed, imported by name, and bundled.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";

import { events, ready, use, visit } from "./embed.mjs";
import { address, behaviour, expect, titles } from "./harness.mjs";

/** Where the package is; `cargo xtask test` sets it, and `cargo xtask dist` writes it into dist/. */
const PACKAGE = path.resolve(
  process.env.DOSSIER_PACKAGE ?? fileURLToPath(new URL("../../dist/engine", import.meta.url)),
);

/** A project with the package installed and a file `main.mjs`, which is gone after `body`. */
async function project(main, body) {
  const folder = await mkdtemp(path.join(tmpdir(), "dossier-package-"));
  try {
    await mkdir(path.join(folder, "node_modules"));
    await symlink(PACKAGE, path.join(folder, "node_modules/dossier-engine"));
    await writeFile(path.join(folder, "main.mjs"), main);
    await body(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * Takes over the files that a module names by `new URL("./file", import.meta.url)`, as the bundlers do
 * that know the form; esbuild needs to be told.
 */
const files = {
  name: "files",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^file:/ }, ({ path: name, resolveDir }) => ({
      path: path.join(resolveDir, name.slice("file:".length)),
      namespace: "files",
    }));
    onLoad({ filter: /.*/, namespace: "files" }, async ({ path: name }) => ({
      contents: await readFile(name),
      loader: "file",
    }));
    onLoad({ filter: /\.js$/ }, async ({ path: name }) => {
      const imports = [];
      const text = await readFile(name, "utf8");
      const contents = text.replace(/new URL\("(\.\/[^"]+)",\s*import\.meta\.url\)/g, (_, file) => {
        imports.push(`import file${imports.length} from "file:${file}";`);
        return `new URL(file${imports.length - 1}, import.meta.url)`;
      });
      return { contents: [...imports, contents].join("\n"), loader: "js", resolveDir: path.dirname(name) };
    });
  },
};

/** Bundles a project, and serves what comes out beside the product. */
async function bundled(page, folder) {
  const outdir = path.join(folder, "out");
  await build({
    absWorkingDir: folder,
    entryPoints: { "bundle/main": "main.mjs" },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    chunkNames: "bundle/[name]-[hash]",
    assetNames: "bundle/[name]-[hash]",
    plugins: [files],
    logLevel: "error",
  });
  const types = { ".js": "text/javascript", ".css": "text/css" };
  await page.route(address("bundle/**"), async (route) => {
    const name = new URL(route.request().url()).pathname;
    const contentType = types[path.extname(name)] ?? "application/octet-stream";
    await route.fulfill({ contentType, body: await readFile(path.join(outdir, name)) });
  });
}

behaviour("what the package exports is there", { at: null }, async () => {
  const { exports, types, customElements } = JSON.parse(await readFile(path.join(PACKAGE, "package.json")));
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target));
  for (const target of [...targets, types, customElements]) {
    assert.ok(existsSync(path.join(PACKAGE, target.replace("/*", ""))), target);
  }
});

behaviour("Node imports both parts of the package by their names", { at: null }, async () => {
  const main = 'export { Dossier } from "dossier-engine"; export { DossierExplorer } from "dossier-engine/element";';
  await project(main, async (folder) => {
    const { Dossier, DossierExplorer } = await import(pathToFileURL(path.join(folder, "main.mjs")).href);
    assert.equal(typeof Dossier.build, "function");
    assert.equal(typeof DossierExplorer, "function");
  });
});

behaviour("a bundler puts engine and element into a page, where they work", { at: null }, async (page) => {
  const main = `
    import { Dossier } from "dossier-engine";
    import "dossier-engine/element";
    const documents = [{ id: "fish", title: "Herring", text: "The herring were many." }];
    const { hits } = Dossier.open(Dossier.build(documents)).search("herring");
    document.documentElement.dataset.found = hits.map(({ id }) => id).join();`;
  await project(main, async (folder) => {
    await bundled(page, folder);
    // The element comes from the bundle alone.
    await page.route(address("dossier.js"), (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await visit(page, { head: '<script type="module" src="bundle/main.js"></script>' });
    await expect(() => page.locator("html").getAttribute("data-found"), "fish");
    await ready(page);
    assert.equal((await events(page, "ready"))[0].documents, 5);
    await use(page);
    const added = await page.locator("#explorer").evaluate((explorer) =>
      explorer.addFiles([new File(["Seals\n\nThe grey seal breeds on Farne.\n"], "seals.txt")], { replace: true }));
    assert.equal(added.documents, 1);
    await expect(() => titles(page), ["Seals"]);
  });
});
