// What an element loads when it is first needed: the program and its styles, once for all elements.

import init, { Mounted, onPanic } from "./dossier.js";

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

let running;

/** Starts the program, if it does not run. */
function start(address) {
  running ??= (async () => {
    const { body } = await get(address);
    // The type is set here, since not every server knows it.
    const module = new Response(body, { headers: { "content-type": "application/wasm" } });
    await init({ module_or_path: module });
    onPanic((message) => {
      for (const listener of [...listeners]) listener(message);
    });
  })();
  running.catch(() => (running = undefined));
  return running;
}

/**
 * Shows an archive inside an element, at the place that `fragment()` gives when all has arrived.
 * Gives what leads the app and takes it away. `notify` and `fragment` are those of `Mounted`;
 * `crashed` is called with a message if the program stops. `signal` ends it before it is there.
 */
export async function mount(element, { module, archive, fragment, hash, page, notify, crashed, signal }) {
  const [response] = await Promise.all([get(archive), start(module)]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (signal.aborted) return null;
  listeners.add(crashed);
  const open = (archive, ...where) => {
    try {
      return new Mounted(element, archive, fragment(), false, ...where, notify);
    } catch (error) {
      throw Object.assign(error, { kind: "archive" });
    }
  };
  let mounted;
  let shown = bytes;
  try {
    mounted = open(bytes, hash, page);
  } catch (error) {
    listeners.delete(crashed);
    throw error;
  }
  return {
    visit: (place) => mounted.visit(place),
    /** The archive that is shown. */
    get archive() {
      return shown;
    },
    /** Shows an archive that a person has brought. Nothing of it enters an address. */
    show(archive) {
      const before = mounted;
      mounted = open(archive, false, "");
      shown = archive;
      before.unmount();
    },
    unmount() {
      listeners.delete(crashed);
      mounted.unmount();
    },
  };
}
