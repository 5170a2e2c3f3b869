// The worker: brought to life for one task, and gone after it.

/** A part of the page, by its id. */
const ofPage = (id) => window.dossierPart(id);

/**
 * Begins a task. `tell` takes what the worker says: how far it is, its result, or why it failed.
 * `parts` are the parts of the product that the task needs besides the worker, by their ids: each
 * becomes bytes of the task under its name; one that is not there is left out. `part` gives a part
 * as a response.
 */
export function start(task, parts, tell, part = ofPage) {
  const job = { worker: null, stopped: false };
  const bytes = async (id) => (await part(id))?.arrayBuffer();
  const say = (message) => job.stopped || tell(message);
  (async () => {
    const [script, program, ...others] = await Promise.all([
      bytes("worker"),
      bytes("worker-module"),
      ...parts.map(bytes),
    ]);
    if (!script || !program) throw new Error("this page was built without what reads documents");
    if (job.stopped) return;
    // From a blob, so that the page's own policy holds for it: no other network.
    const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    job.worker = new Worker(trusted(address));
    job.worker.addEventListener("message", ({ data }) => {
      if (data.result || data.failed) stop(job, address);
      tell(data);
    });
    job.worker.addEventListener("error", ({ message }) => {
      stop(job, address);
      tell({ failed: message || "the worker does not start" });
    });
    const given = Object.fromEntries(parts.map((part, at) => [part, others[at]]));
    job.worker.postMessage({ ...task, ...given, program });
  })().catch((error) => say({ failed: error.message }));
  return job;
}

/** Ends a task, however far it is. */
export function stop(job, address) {
  job.stopped = true;
  job.worker?.terminate();
  if (address) URL.revokeObjectURL(address);
}

let policy;

/** The address for a page that runs only what is trusted: by a policy that it can name. */
export function trusted(address) {
  policy ??= globalThis.trustedTypes?.createPolicy("dossier", { createScriptURL: (made) => made });
  return policy?.createScriptURL(address) ?? address;
}

/** Whether the page has the tagger of names, or names its file. */
export function hasTagger() {
  return document.getElementById("names") !== null;
}
