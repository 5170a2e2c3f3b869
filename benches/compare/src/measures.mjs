// What a ranking is worth, and what a time is.

/** @typedef {Map<string, number>} Grades Ids of documents to their grades; what is missing is 0. */

const discount = (rank) => 1 / Math.log2(rank + 2);

/**
 * Normalised discounted cumulative gain with the grade itself as the gain (Järvelin and
 * Kekäläinen 2002), 0 to 1.
 * @param {string[]} ranking Ids, best first.
 * @param {Grades} grades
 * @param {number} depth How many of the ranking count.
 */
export function ndcg(ranking, grades, depth) {
  const gain = (list) =>
    list.slice(0, depth).reduce((sum, grade, rank) => sum + grade * discount(rank), 0);
  const ideal = gain([...grades.values()].sort((a, b) => b - a));
  return ideal === 0 ? 0 : gain(ranking.map((id) => grades.get(id) ?? 0)) / ideal;
}

/** Mean of the precisions at the ranks of relevant documents, over all that are relevant. */
export function averagePrecision(ranking, grades, depth) {
  let found = 0;
  let sum = 0;
  ranking.slice(0, depth).forEach((id, rank) => {
    if ((grades.get(id) ?? 0) > 0) {
      found += 1;
      sum += found / (rank + 1);
    }
  });
  const all = relevant(grades);
  return all === 0 ? 0 : sum / all;
}

/** Part of the relevant documents that the ranking has, 0 to 1. */
export function recall(ranking, grades, depth) {
  const found = ranking.slice(0, depth).filter((id) => (grades.get(id) ?? 0) > 0);
  const all = relevant(grades);
  return all === 0 ? 0 : found.length / all;
}

function relevant(grades) {
  return [...grades.values()].filter((grade) => grade > 0).length;
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The smallest value that is not exceeded by this part of the values (nearest rank). */
export function percentile(values, part) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

/** The value in the middle; of an even number, the lower one. */
export const median = (values) => percentile(values, 0.5);
