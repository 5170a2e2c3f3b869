// What is asked of a peer over a collection.

/** How deep a ranking is judged, and how many results a person is shown. */
export const DEPTH = 100;
export const SHOWN = 10;

/** The queries as they grow with each key press, at most so many of them. */
function typed(queries, most) {
  return queries
    .slice(0, most)
    .flatMap(({ id, text }) =>
      Array.from(text, (_, at) => ({ id: `${id}:${at}`, text: text.slice(0, at + 1) })),
    );
}

const clean = (queries) => queries.map(({ id, clean }) => ({ id, text: clean }));

/**
 * The jobs, quality first, so that all code is warm when time counts.
 * @param {Record<string, import("./collection.mjs").Query[]>} queries
 * @param {boolean} quick
 * @returns {import("./measure.mjs").Job[]}
 */
export function jobs(queries, quick) {
  const quality = (name, mode, list) => ({ name, mode, queries: list, limit: DEPTH, rounds: 0 });
  const rounds = quick ? 1 : 3;
  const some = quick ? 50 : 200;
  const speed = (name, mode, list) => ({ name, mode, queries: list, limit: SHOWN, rounds });
  const list = [];
  for (const [set, asked] of Object.entries(queries)) {
    if (!set.endsWith("typo")) {
      list.push(quality(set, "plain", asked));
      list.push(quality(`${set} tolerant`, "typo", asked));
    } else {
      list.push(quality(set, "typo", asked));
      list.push(quality(`${set} clean`, "plain", clean(asked)));
    }
  }
  const { queries: full, short } = queries;
  if (full) list.push(speed("full", "plain", full.slice(0, some)));
  if (short ?? full) list.push(speed("typed", "prefix", typed(short ?? full, some / 5)));
  return list;
}
