// From rankings to figures.

import { DEPTH, SHOWN } from "./jobs.mjs";
import { averagePrecision, mean, ndcg, percentile, recall } from "./measures.mjs";

/** Mean measures of a job's rankings; `undefined` where it was not asked. */
function judge(result, grades) {
  if (!result) return undefined;
  const all = Object.entries(result.rankings);
  const over = (measure, depth) =>
    mean(all.map(([id, ranking]) => measure(ranking, grades.get(id), depth)));
  return {
    ndcg: over(ndcg, SHOWN),
    map: over(averagePrecision, DEPTH),
    recall: over(recall, DEPTH),
  };
}

const part = (of, whole) => (of && whole && whole.ndcg > 0 ? of.ndcg / whole.ndcg : undefined);

/** The figures of quality of a peer over a collection. */
export function quality(results, grades) {
  const of = (job) => judge(results[job], grades);
  const [full, short] = [of("queries"), of("short")];
  return {
    "nDCG@10": full?.ndcg,
    "MAP@100": full?.map,
    "recall@100": full?.recall,
    "nDCG@10, short": short?.ndcg,
    "MAP@100, short": short?.map,
    "recall@100, short": short?.recall,
  };
}

/**
 * What is left of nDCG@10 with a typing error in the query, and with tolerance of errors where
 * there is none.
 */
export function typos(results, grades) {
  const of = (job) => judge(results[job], grades);
  const [full, short] = [of("queries"), of("short")];
  return {
    "kept with a typo": part(of("typo"), of("typo clean")),
    "kept with a typo, short": part(of("shorttypo"), of("shorttypo clean")),
    "kept without one": part(of("queries tolerant"), full),
    "kept without one, short": part(of("short tolerant"), short),
  };
}

/** The figures of time, in milliseconds. */
export function speed(results) {
  const of = (job, at) => {
    const times = results[job]?.times ?? [];
    return times.length > 0 ? percentile(times, at) : undefined;
  };
  return {
    "full query p50, ms": of("full", 0.5),
    "full query p99, ms": of("full", 0.99),
    "as typed p50, ms": of("typed", 0.5),
    "as typed p99, ms": of("typed", 0.99),
  };
}
