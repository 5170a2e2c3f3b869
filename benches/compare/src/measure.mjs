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

/**
 * The answers and times of a job.
 * @param {import("../peers/template.mjs").Search} search
 * @param {Job} job
 * @returns {Promise<{ rankings: Record<string, string[]>, times: number[] }>} One time a query:
 *   the shortest of its rounds, since whatever else the machine does only adds to it.
 */
export async function ask(search, { mode, queries, limit, rounds }) {
  const rankings = {};
  const rounded = queries.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, { id, text }] of queries.entries()) {
      const { value, ms } = await timed(() => search(text, mode, limit));
      // The round before the first warms up.
      if (round < 0) rankings[id] = value;
      else rounded[at].push(ms);
    }
  }
  return { rankings, times: rounds > 0 ? rounded.map((times) => Math.min(...times)) : [] };
}
