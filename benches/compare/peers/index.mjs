// The peers by the names that `--peers` takes. A module is loaded only when its peer is used.

/** @type {Record<string, () => Promise<{ default: import("./template.mjs").Peer }>>} */
export const PEERS = {
  dossier: () => import("./dossier.mjs"),
  pagefind: () => import("./pagefind.mjs"),
  minisearch: () => import("./minisearch.mjs"),
  lunr: () => import("./lunr.mjs"),
  flexsearch: () => import("./flexsearch.mjs"),
  "flexsearch-forward": () => import("./flexsearch-forward.mjs"),
  orama: () => import("./orama.mjs"),
  elasticlunr: () => import("./elasticlunr.mjs"),
  sqlite: () => import("./sqlite.mjs"),
};

/** The peer of a name. */
export async function peer(name) {
  if (!Object.hasOwn(PEERS, name)) {
    throw new Error(`there is no peer ${name}; there are ${Object.keys(PEERS).join(", ")}`);
  }
  return (await PEERS[name]()).default;
}
