// A process that opens one peer's index and asks it: PEER INDEX PLAN. Prints what it found as JSON.
// PLAN is a file with the names of the index's files and the jobs.

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

import { peer } from "../peers/index.mjs";
import { ask, timed } from "./measure.mjs";

const [name, index, plan, out] = process.argv.slice(2);
const { files: names, jobs } = JSON.parse(readFileSync(plan, "utf8"));
const { load, open } = await peer(name);
await load?.();
// Plain arrays of bytes, as a page has them.
const read = (file) => new Uint8Array(readFileSync(path.join(index, file)));
const files = new Map(names.map((file) => [file, read(file)]));

const resident = () => {
  globalThis.gc();
  return process.memoryUsage().rss;
};
const before = resident();
const opened = await timed(() => open(files));
const memory = resident() - before;

const results = {};
for (const job of jobs) results[job.name] = await ask(opened.value, job);
writeFileSync(out, JSON.stringify({ open: opened.ms, memory, results }));
process.exit(0);
