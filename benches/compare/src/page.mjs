// What the page runs: the same opening and asking as in Node.

import { peer } from "../peers/index.mjs";
import { ask, timed } from "./measure.mjs";

// elasticlunr gives a value to this name without declaring it, which a module does not let it do.
globalThis.lunr = undefined;
globalThis.DOSSIER_ENGINE = "/engine/browser.js";

globalThis.compare = async ({ name, names, jobs }) => {
  const { load, open } = await peer(name);
  await load?.();
  const read = async (file) => {
    const response = await fetch(`/index/${encodeURIComponent(file)}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  const files = new Map();
  for (const file of names) files.set(file, await read(file));
  const opened = await timed(() => open(files));
  const results = {};
  for (const job of jobs) results[job.name] = await ask(opened.value, job);
  return { open: opened.ms, results };
};
