// A process that builds one peer's index: PEER COLLECTION OUT. Prints the time as JSON.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { peer } from "../peers/index.mjs";
import { readDocuments } from "./collection.mjs";
import { timed } from "./measure.mjs";

const [name, collection, out] = process.argv.slice(2);
const { build, buildsElsewhere: elapsed, load } = await peer(name);
const documents = readDocuments(collection);
await load?.();
const { value: files, ms } = await timed(() => build(documents), { elapsed });

rmSync(out, { recursive: true, force: true });
for (const [file, bytes] of files) {
  const to = path.join(out, file);
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, bytes);
}
// Pagefind's service keeps its process open, and its files have many names to be written first.
process.stdout.write(JSON.stringify({ ms, files: [...files.keys()] }), () => process.exit(0));
