// Compares Dossier with its peers and prints tables. `node compare.mjs --help`.

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { peer } from "./peers/index.mjs";
import { EXECUTABLE } from "./src/browser.mjs";
import { collections, readGrades, readQueries } from "./src/collection.mjs";
import { jobs } from "./src/jobs.mjs";
import { writeNews } from "./src/news.mjs";
import { options } from "./src/options.mjs";
import { runPeer } from "./src/run.mjs";
import { summary } from "./src/summary.mjs";
import { table } from "./src/table.mjs";

const SUBJECT = "dossier";
const NEWS_ITEMS = 20_000;
const QUICK_NEWS_ITEMS = 4_000;

/** The tables of a collection. */
const GROUPS = [
  ["quality", "what is found"],
  ["typos", "what is found with a typing error"],
  ["cost", "what it costs"],
  ["page", "what it costs in Chromium"],
];

const repository = fileURLToPath(new URL("../..", import.meta.url));
const work = path.join(repository, "target", "compare");
/** What this run builds; runs side by side do not share it. */
const built = path.join(work, `run-${process.pid}`);
const chosen = options(process.argv.slice(2));
if (chosen.browser && !existsSync(EXECUTABLE)) {
  console.log(`no Chromium at ${EXECUTABLE}, which CHROMIUM may name: searches are timed in Node only`);
  chosen.browser = false;
}

/** The generated collection, made once. */
function news() {
  const items = chosen.quick ? QUICK_NEWS_ITEMS : NEWS_ITEMS;
  const folder = path.join(work, "collections", String(items), "news");
  if (!existsSync(folder)) writeNews(folder, items);
  return folder;
}

/** The folders of the collections that were asked for. */
function folders() {
  const data = chosen.folder ?? process.env.DOSSIER_DATA ?? path.join(repository, "../shared/data");
  const found = collections(data);
  if (found.length === 0) console.log(`no collections in ${data}: only the generated one is used`);
  const isWanted = (name) => chosen.collections?.includes(name) ?? true;
  const wanted = found.filter((folder) => isWanted(path.basename(folder)));
  return isWanted("news") ? [...wanted, news()] : wanted;
}

async function compare(folder) {
  const name = path.basename(folder);
  const grades = readGrades(folder);
  const all = jobs(readQueries(folder, grades), chosen.quick);
  const asked = all.filter(({ rounds }) => rounds > 0 || !chosen.costs);
  const rows = [];
  for (const id of chosen.peers) {
    const { name: shown } = await peer(id);
    process.stderr.write(`${name}: ${shown} … `);
    const start = performance.now();
    try {
      const input = { peer: id, collection: folder, jobs: asked, grades, work: path.join(built, name) };
      const { quick, browser } = chosen;
      rows.push({ id, name: shown, ...(await runPeer({ ...input, quick, browser })) });
      process.stderr.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    } catch (error) {
      process.stderr.write(`failed\n${error.stderr ?? error.stack}\n`);
      process.exitCode = 1;
    }
  }
  return { name, folder, rows };
}

function print({ name, rows }) {
  for (const [group, title] of GROUPS) {
    const figures = rows.map((row) => ({ ...row, figures: row[group] }));
    const isEmpty = (row) => Object.values(row.figures).every((figure) => figure === undefined);
    if (figures.every(isEmpty)) continue;
    console.log(table(`${name}: ${title}`, figures, { subject: SUBJECT }));
  }
  const parts = rows.flatMap((row) => row.parts);
  if (parts.length > 0) console.log(table(`${name}: what the index weighs, MB`, parts, {}));
}

mkdirSync(built, { recursive: true });
process.on("exit", () => rmSync(built, { recursive: true, force: true }));
console.log(`node ${process.versions.node}, ${os.cpus()[0]?.model ?? "unknown processor"}`);
const all = [];
for (const folder of folders()) {
  all.push(await compare(folder));
  print(all.at(-1));
  if (chosen.json) writeFileSync(chosen.json, `${JSON.stringify(all, null, 2)}\n`);
}
const rows = summary(all);
if (rows.length > 0) console.log(table("summary", rows, {}));
