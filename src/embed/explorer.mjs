// What an element loads when it is first needed: the program and its styles, once for all elements.
// The same script in a worker answers questions.

import { answer, isWorker } from "./answers.mjs";
import init, * as app from "./dossier.js";
import { stopAll } from "./remote.js";

// What starts workers is in the program, and there is one of it in a page.
export { start, stop } from "./task.js";

if (isWorker) answer(app);

/** Asks for a file; says its address where it does not come. */
async function get(address) {
  const response = await fetch(address).catch(({ message }) => {
    throw new Error(
      `${address} did not arrive: ${message}. From another origin it has to come with Access-Control-Allow-Origin.`,
    );
  });
  if (!response.ok) throw new Error(`${address} did not arrive: ${response.status}`);
  return response;
}

/** Style sheets by their addresses. */
const sheets = new Map();

/** The style sheet of all elements. */
export function style(address) {
  if (!sheets.has(address)) {
    const sheet = get(address).then(async (response) => {
      const made = new CSSStyleSheet();
      made.replaceSync(await response.text());
      return made;
    });
    sheet.catch(() => sheets.delete(address));
    sheets.set(address, sheet);
  }
  return sheets.get(address);
}

/** Who is told when the program has stopped. */
const listeners = new Set();

/**
 * Waits for the program to stop, which it does for all who share it. What it held is not to be
 * trusted then: another instance takes its place, once its last call has returned, and nothing of the
 * old one can call into the new one.
 */
function watch() {
  app.onPanic((message) => {
    const all = [...listeners];
    listeners.clear();
    queueMicrotask(() => {
      stopAll();
      app.__wbg_reset_state();
      watch();
      for (const listener of all) listener(message);
    });
  });
}

let running;

/** Starts the program, if it does not run. */
function start(address) {
  running ??= (async () => {
    const { body } = await get(address);
    // The type is set here, since not every server knows it.
    const module = new Response(body, { headers: { "content-type": "application/wasm" } });
    await init({ module_or_path: module });
    watch();
  })();
  running.catch(() => (running = undefined));
  return running;
}

/** The bytes at an address. */
async function bytes(address) {
  const response = await get(address);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * Shows an archive inside an element, at the place that `fragment()` gives when all has arrived:
 * the one at an address, or `brought`, the bytes of one that a person has brought. Gives what leads
 * the app and takes it away. `script` is the address of this script; `notify` and `fragment` are those
 * of `Mounted`; `crashed` is called with a message if the program stops, after which nothing here does
 * anything any more. `signal` ends it before it is there.
 */
export async function mount(element, options) {
  const { module, script, archive, fragment, hash, page, notify, crashed, signal } = options;
  let { brought } = options;
  const [arrived] = await Promise.all([brought ?? bytes(archive), start(module)]);
  if (signal.aborted) return null;
  listeners.add(crashed);
  // Nothing of what a person has brought enters an address. Nothing opens once the element is gone.
  const open = async (archive, isBrought) => {
    const where = isBrought ? [false, ""] : [hash, page];
    const opened = await app.Collection.open(archive, script).catch((error) => {
      throw Object.assign(error, { kind: "archive" });
    });
    if (!signal.aborted) return new app.Mounted(element, opened, fragment(), false, ...where, notify);
    opened.free();
    return null;
  };
  let mounted;
  try {
    mounted = await open(arrived, Boolean(brought));
  } finally {
    if (!mounted) listeners.delete(crashed);
  }
  if (!mounted) return null;
  return {
    visit: (place) => mounted.visit(place),
    /** The archive that is shown. */
    get archive() {
      return brought ?? arrived;
    },
    /** The archive that is shown, where a person has brought it. */
    get brought() {
      return brought;
    },
    /** Shows an archive that a person has brought. */
    async show(archive) {
      const opened = await open(archive, true);
      if (!opened) throw new Error("the element was taken away");
      mounted.unmount();
      mounted = opened;
      brought = archive;
    },
    unmount() {
      listeners.delete(crashed);
      mounted.unmount();
    },
  };
}
