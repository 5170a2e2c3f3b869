// The table of the repository's README, out of the figures of all collections.

import { WHOLE_INDEX } from "./parts.mjs";

const JUDGED = ["cacm", "cisi"];
const TIMED = "news";

/** Rows for the table; none where a collection is missing. */
export function summary(all) {
  const of = (name) => all.find((collection) => collection.name === name);
  const collections = [...JUDGED, TIMED].map(of);
  if (collections.some((collection) => collection === undefined)) return [];
  return of(TIMED).rows.map(({ id, name, cost, page, parts }) => {
    const index = parts?.find((part) => part.name === WHOLE_INDEX)?.figures.brotli;
    const judged = JUDGED.map((name) => [name, of(name).rows.find((row) => row.id === id)]);
    const found = judged.flatMap(([name, row]) => [
      [name.toUpperCase(), row?.quality["nDCG@10"]],
      [`${name.toUpperCase()}, short`, row?.quality["nDCG@10, short"]],
    ]);
    const kept = judged.flatMap(([, row]) => [
      row?.typos["kept with a typo"],
      row?.typos["kept with a typo, short"],
    ]);
    const known = kept.filter((part) => part !== undefined);
    return {
      id,
      name,
      figures: {
        ...Object.fromEntries(found),
        "kept with a typo": known.length > 0 ? Math.min(...known) : undefined,
        "query, ms": cost["full query p50, ms"],
        "typed, ms": cost["as typed p99, ms"],
        "query in Chromium, ms": page["full query p50, ms"],
        "typed in Chromium, ms": page["as typed p99, ms"],
        "index, MB": index ?? cost["index brotli, MB"],
        "build, s": cost["build, s"],
        "opening, ms": cost["open, ms"],
        "memory, MB": cost["memory of opening, MB"],
      },
    };
  });
}
