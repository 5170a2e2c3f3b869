// What an archive of Dossier consists of, by the sections of FORMAT.md.

import { readFileSync } from "node:fs";
import path from "node:path";

import { compressed, MEGABYTE } from "./size.mjs";

/** The row of all that an index is, without the texts that an archive holds besides. */
export const WHOLE_INDEX = "the index, with positions";

/** The bytes before the lengths: magic and version. */
const START = 9;
const PAGE = 16_384;

/** The sections in their order, with what reads them. */
const SECTIONS = {
  words: "ranking",
  description: "texts",
  entries: "ranking",
  lengths: "ranking",
  postings: "ranking",
  signatures: "ranking",
  names: "texts",
  columns: "texts",
  extents: "positions",
  positions: "positions",
  documents: "texts",
  definition: "texts",
};

/** The bytes of each section of an archive. */
export function sections(archive) {
  const names = Object.keys(SECTIONS);
  const view = new DataView(archive.buffer, archive.byteOffset);
  const lengths = names.map((_, at) => view.getUint32(START + 4 * at, true));
  const pages = Math.ceil(lengths.reduce((sum, length) => sum + length, 0) / PAGE);
  let start = START + 4 * names.length + 4 * pages + 4;
  return names.map((name, at) => {
    const bytes = archive.subarray(start, start + lengths[at]);
    start += lengths[at];
    return { name, bytes };
  });
}

/**
 * Rows for a table of sizes in megabytes: of the sections of an index, of what ranking reads and of
 * all of them with positions. Each section is compressed by itself.
 */
export function parts(folder, file) {
  const archive = readFileSync(path.join(folder, file));
  const rows = sections(archive)
    .filter(({ name }) => SECTIONS[name] !== "texts")
    .map(({ name, bytes }) => ({
      name,
      figures: {
        raw: bytes.length / MEGABYTE,
        brotli: Math.min(bytes.length, compressed(bytes)) / MEGABYTE,
      },
    }));
  const sum = (name, counted) => {
    const of = rows.filter((row) => counted.includes(SECTIONS[row.name]));
    const total = (figure) => of.reduce((total, { figures }) => total + figures[figure], 0);
    return { name, figures: { raw: total("raw"), brotli: total("brotli") } };
  };
  return [
    ...rows,
    sum("what ranking reads", ["ranking"]),
    sum(WHOLE_INDEX, ["ranking", "positions"]),
  ];
}
