// An engine in a worker: the page's own script there, with the program that is compiled already.

import { trusted } from "./worker.js";

/** The engines whose workers run. */
const running = new Set();

/**
 * Opens an archive. `module` is the compiled program, `script` the address of the script that holds
 * its bindings; empty where the page itself names or holds it. Resolves to the `engine` and what it
 * says first: `overview` or `broken`. Fails where no worker can be started.
 */
export async function open(module, archive, script) {
  const source = script ? await fetch(script) : await window.dossierPart("entry");
  if (!source?.ok) throw new Error("the script did not arrive");
  // From a blob, so that a worker can be had in one file and from other origins too.
  const address = URL.createObjectURL(new Blob([await source.text()], { type: "text/javascript" }));
  const remote = { waiting: new Map(), asked: 0, failed: null };
  const fail = (reason) => {
    remote.failed = reason || "the worker has stopped";
    stop(remote);
    for (const { no } of remote.waiting.values()) no(remote.failed);
    remote.waiting.clear();
  };
  try {
    remote.worker = new Worker(trusted(address), { type: script ? "module" : "classic" });
    running.add(remote);
    const first = await new Promise((yes, no) => {
      remote.waiting.set(0, { yes, no });
      remote.worker.onmessage = ({ data }) => yes(data);
      remote.worker.onerror = ({ message }) => fail(message);
      remote.worker.onmessageerror = () => fail();
      remote.worker.postMessage({ module, archive });
    });
    remote.waiting.clear();
    remote.worker.onmessage = ({ data: { id, answer } }) => {
      remote.waiting.get(id)?.yes(answer);
      remote.waiting.delete(id);
    };
    if (first.broken) stop(remote);
    return { engine: remote, ...first };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Asks a question. Resolves to its answer, or to nothing once another one of its kind is asked;
 * fails where the worker does.
 */
export function ask(remote, kind, question) {
  return new Promise((yes, no) => {
    if (remote.failed) throw new Error(remote.failed);
    for (const [id, waiting] of remote.waiting) {
      if (waiting.kind === kind) {
        waiting.yes();
        remote.waiting.delete(id);
      }
    }
    const id = ++remote.asked;
    remote.waiting.set(id, { kind, yes, no });
    remote.worker.postMessage({ id, question }, [question.buffer]);
  });
}

/** Ends the worker. */
export function stop(remote) {
  running.delete(remote);
  remote.worker.terminate();
}

/** Ends the workers of a program that has stopped itself: it cannot do so any more. */
export function stopAll() {
  running.forEach(stop);
}
