// Builds the pages that need it into a folder, target/examples unless another is named, beside those
// that do not. Each loads ../dossier.js: put the folder into a built Dossier, as its examples/.

import { cp, readFile } from "node:fs/promises";
import path from "node:path";

import { build } from "esbuild";
import { compile } from "svelte/compiler";

const here = path.dirname(new URL(import.meta.url).pathname);
const outdir = path.resolve(process.argv[2] ?? path.join(here, "../target/examples"));

/** Compiles Svelte's components. */
const svelte = {
  name: "svelte",
  setup({ onLoad }) {
    onLoad({ filter: /\.svelte$/ }, async ({ path: filename }) => {
      const source = await readFile(filename, "utf8");
      const { js } = compile(source, { filename, generate: "client", dev: false });
      return { contents: js.code, loader: "js" };
    });
  },
};

await build({
  absWorkingDir: here,
  entryPoints: { react: "react/main.jsx", vue: "vue/main.js", svelte: "svelte/main.js" },
  bundle: true,
  format: "esm",
  minify: true,
  jsx: "automatic",
  conditions: ["browser", "production"],
  define: {
    "process.env.NODE_ENV": '"production"',
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
  },
  plugins: [svelte],
  outdir,
});
await cp(path.join(here, "html"), outdir, { recursive: true });
