// Pagefind: a native indexer, an index in many small files, a search in wasm.

/** Files of the bundle that search does not need: interfaces, and the worker. */
const INTERFACE = /^pagefind-(ui|modular-ui|component-ui|highlight|worker)|\.css$/;
const NAMES = ".fragments.json";

const escape = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Which document each fragment is of: results name fragments. */
async function fragmentNames(files) {
  const { gunzipSync } = await import("node:zlib");
  const names = {};
  for (const [path, bytes] of files) {
    const fragment = path.match(/^fragment\/(.*)\.pf_fragment$/)?.[1];
    if (fragment === undefined) continue;
    const text = gunzipSync(bytes).toString("utf8");
    const { url } = JSON.parse(text.slice(text.indexOf("{")));
    names[fragment] = decodeURIComponent(url.slice(1, -1));
  }
  return new TextEncoder().encode(JSON.stringify(names));
}

/** Has the search read its index from memory, since only its own time is to be measured. */
function serveFromMemory(files) {
  const real = globalThis.fetch;
  globalThis.fetch = async (address, options) => {
    const path = String(address).match(/^memory:\/([^?]*)/)?.[1];
    if (path === undefined) return real(address, options);
    const bytes = files.get(path);
    return bytes ? new Response(bytes) : new Response(null, { status: 404 });
  };
}

/** @type {import("./template.mjs").Peer} */
export default {
  name: "Pagefind 1.6",
  note: "built by its native command; finds documents that have every word; no typos",
  runsIn: ["node", "chromium"],
  buildsElsewhere: true,

  async build(documents) {
    const { close, createIndex } = await import("pagefind");
    const { index } = await createIndex();
    for (const { id, title, text } of documents) {
      const url = `/${encodeURIComponent(id)}/`;
      const body = `<h1>${escape(title)}</h1><p>${escape(text)}</p>`;
      await index.addHTMLFile({ url, content: `<html lang="en"><body>${body}</body></html>` });
    }
    const { files } = await index.getFiles();
    await close();
    const kept = files.filter(({ path }) => !INTERFACE.test(path));
    const bundle = new Map(kept.map(({ path, content }) => [path, content]));
    return bundle.set(NAMES, await fragmentNames(bundle));
  },

  async open(files) {
    serveFromMemory(files);
    const code = new TextDecoder().decode(files.get("pagefind.js"));
    const pagefind = await import(`data:text/javascript,${encodeURIComponent(code)}`);
    await pagefind.options({ basePath: "memory:/", noWorker: true });
    await pagefind.init();
    let names;
    return async (query, _mode, limit) => {
      names ??= JSON.parse(new TextDecoder().decode(files.get(NAMES)));
      const { results } = await pagefind.search(query);
      return results.slice(0, limit).map(({ id }) => names[id]);
    };
  },
};
