// Opens an index and asks it: the part that runs in Node and on a page alike.

/**
 * @typedef {object} Job A set of queries asked in one way.
 * @property {string} name
 * @property {import("../peers/template.mjs").Mode} mode
 * @property {{ id: string, text: string }[]} queries
 * @property {number} limit
 * @property {number} rounds How often each is timed; 0 asks for the rankings only.
 */

/** Processor time of this process in milliseconds, where that is known. */
const processor = () => {
  const used = globalThis.process?.cpuUsage?.();
  return used ? (used.user + used.system) / 1000 : undefined;
};

/**
 * The time that something takes, in milliseconds, with what it gives.
 *
 * What a thread does takes at most the time that passes, and at most the processor time of its
 * process, which its helpers add to. So the smaller of the two is taken: on a busy machine the
 * time that passes is mostly that of others.
 * @param {() => T | Promise<T>} work
 * @param {{ elapsed?: boolean }} options With `elapsed`, the time that passes, for work that
 *   another process does.
 * @template T
 */
export async function timed(work, { elapsed = false } = {}) {
  const used = processor();
  const start = performance.now();
  const pending = work();
  // Waiting costs a turn of the loop, which a search that answers at once does not need.
  const value = typeof pending?.then === "function" ? await pending : pending;
  const passed = performance.now() - start;
  if (elapsed || used === undefined) return { value, ms: passed };
  return { value, ms: Math.min(passed, processor() - used) };
}

/** How long a round of a job that is timed may take, in milliseconds. */
const LONGEST_ROUND = 10_000;

/**
 * The answers and times of a job.
 * @param {import("../peers/template.mjs").Search} search
 * @param {Job} job
 * @returns {Promise<{ rankings: Record<string, string[]>, times: number[] }>} One time a query:
 *   the shortest of its rounds, since whatever else the machine does only adds to it. Of a job that
 *   is timed, the queries that a slow peer does not reach in a round are left out of it.
 */
export async function ask(search, { mode, queries, limit, rounds }) {
  const rankings = {};
  const rounded = queries.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    const start = performance.now();
    for (const [at, { id, text }] of queries.entries()) {
      if (rounds > 0 && performance.now() - start > LONGEST_ROUND) break;
      const { value, ms } = await timed(() => search(text, mode, limit));
      // The round before the first warms up.
      if (round < 0) rankings[id] = value;
      else rounded[at].push(ms);
    }
  }
  const asked = rounded.filter((times) => times.length > 0);
  return { rankings, times: asked.map((times) => Math.min(...times)) };
}
