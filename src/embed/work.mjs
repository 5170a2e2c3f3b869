// What an element loads when documents are added to it or something is saved of it: its side of the
// worker.

import { start, stop } from "./explorer.js";

/** The parts that the worker needs, by their ids. */
const PARTS = {
  worker: new URL("./worker.js", import.meta.url).href,
  "worker-module": new URL("./worker.wasm", import.meta.url).href,
  names: new URL("./english.tagger", import.meta.url).href,
};

/** Kinds of media of what is saved, by form. */
const MEDIA = {
  csv: "text/csv",
  json: "application/json",
  jsonl: "application/jsonl",
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

async function part(id) {
  const response = await fetch(PARTS[id]);
  if (!response.ok) throw new Error(`${PARTS[id]} did not arrive: ${response.status}`);
  return response;
}

/** Gives what comes of a task; `signal` ends it. */
function work(task, parts, signal) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const job = start(
      task,
      parts,
      ({ result, failed }) => {
        if (result) resolve(result);
        else if (failed) reject(new Error(failed));
      },
      part,
    );
    signal?.addEventListener("abort", () => {
      stop(job);
      reject(signal.reason);
    });
  });
}

/**
 * Builds an archive of files, added to the documents of another where there is one. Files are those
 * of the browser, or `{ path, file }`. An archive alone is taken as it is.
 */
export async function build(files, archive, signal) {
  const list = Array.from(files, (file) =>
    file instanceof File ? { path: file.webkitRelativePath || file.name, file } : file,
  );
  if (list.length === 1 && /\.dossier$/i.test(list[0].path)) {
    const bytes = new Uint8Array(await list[0].file.arrayBuffer());
    return { archive: bytes, passedOver: 0, problems: [] };
  }
  return work({ task: "build", files: list, archive }, ["names"], signal);
}

/** The results or the mentions of a place of an archive, as a file. */
export async function save(archive, place, subject, form, page) {
  if (!Object.hasOwn(MEDIA, form)) throw new TypeError(`no form of file is called ${form}`);
  const task = { task: "export", archive, fragment: place, subject, form, page };
  const { text } = await work(task, []);
  return new Blob([text], { type: MEDIA[form] });
}
