// Dossier: its engine as `cargo xtask dist` writes it for others.

/** Where the package lies; a page says so itself. */
const engine = () =>
  globalThis.DOSSIER_ENGINE ??
  process.env.DOSSIER_ENGINE ??
  new URL("../../../target/engine/node.js", import.meta.url).href;

const NAME = "collection.dossier";

let Dossier;

/** @type {import("./template.mjs").Peer} */
export default {
  name: "Dossier",
  note: "one archive with texts and positions",
  runsIn: ["node", "chromium"],

  async load() {
    ({ Dossier } = await import(engine()));
  },

  build(documents) {
    return new Map([[NAME, Dossier.build(documents)]]);
  },

  open(files) {
    const dossier = Dossier.open(files.get(NAME));
    return (query, mode, limit) =>
      dossier.search(query, { limit, mode }).hits.map(({ id }) => id);
  },
};
