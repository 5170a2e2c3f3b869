// Runs one peer over one collection, each part in a process of its own.

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { measureOnPage } from "./browser.mjs";
import { parts } from "./parts.mjs";
import { quality, speed, typos } from "./quality.mjs";
import { MEGABYTE, sizes } from "./size.mjs";

const run = promisify(execFile);
/** The peer whose index is looked into. */
const OWN = "dossier";
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

async function child(script, args) {
  const flags = ["--expose-gc", "--no-warnings", "--max-old-space-size=8192"];
  const { stdout } = await run(process.execPath, [...flags, here(script), ...args], {
    maxBuffer: 2 ** 26,
  });
  return stdout;
}

/**
 * Builds, opens and asks; gives figures in groups.
 * @param {object} input
 * @param {string} input.peer Its name.
 * @param {string} input.collection Folder of the collection.
 * @param {import("./measure.mjs").Job[]} input.jobs
 * @param {Map<string, import("./measures.mjs").Grades>} input.grades
 * @param {string} input.work Folder for what is built.
 * @param {boolean} input.quick Whether to leave out the compression.
 * @param {boolean} input.browser Whether to time it on a page too.
 */
export async function runPeer({ peer, collection, jobs, grades, work, quick, browser }) {
  const index = path.join(work, peer, "index");
  const plan = path.join(work, peer, "plan.json");
  const out = path.join(work, peer, "results.json");
  mkdirSync(path.dirname(plan), { recursive: true });

  const { ms, files } = JSON.parse(await child("build-child.mjs", [peer, collection, index]));
  writeFileSync(plan, JSON.stringify({ files, jobs }));
  await child("search-child.mjs", [peer, index, plan, out]);
  const { open, memory, results } = JSON.parse(readFileSync(out, "utf8"));
  const timedJobs = jobs.filter(({ rounds }) => rounds > 0);
  const page = browser && (await measureOnPage({ peer, index, files, jobs: timedJobs }));
  return {
    quality: quality(results, grades),
    typos: typos(results, grades),
    cost: {
      ...speed(results),
      "build, s": ms / 1000,
      ...(quick ? {} : sizes(index, files)),
      "open, ms": open,
      "memory of opening, MB": memory / MEGABYTE,
    },
    page: page ? { ...speed(page.results), "open, ms": page.open } : {},
    parts: peer === OWN && !quick ? parts(index, files[0]) : [],
  };
}
