// The worker of the page: takes one task, says how far it is, and gives what came of it. The
// bindings of dossier-intake stand above it in the same file, as `wasm_bindgen`.

// How often the page is told how far it is, in milliseconds.
const PAUSE = 40;

// What the page was told last, and when.
let told = 0;
let stage;

// Tells the page how far it is, but not at every file of thousands.
function tell(at, done, of, name) {
  if (at === stage && performance.now() - told < PAUSE) return;
  stage = at;
  told = performance.now();
  postMessage({ stage, done, of, name });
}

const tasks = {
  // Documents to an archive. `files` are paths with what the browser knows as files; they are read
  // here, one after the other.
  build({ files, archive, names }) {
    const reader = new FileReaderSync();
    const read = (at) => new Uint8Array(reader.readAsArrayBuffer(files[at].file));
    const built = wasm_bindgen.build(
      files.map(({ path }) => path),
      // What is bigger than 32 bits can say is too big in any case.
      Uint32Array.from(files, ({ file }) => Math.min(file.size, 0xffffffff)),
      read,
      tell,
      archive,
      names && new Uint8Array(names),
    );
    return {
      archive: built.archive,
      documents: built.documents,
      passedOver: built.passed_over,
      problems: built.problems.map(({ file, line, is_error, message, hint }) => ({
        file,
        line,
        isError: is_error,
        message,
        hint,
      })),
    };
  },

  // The selection of a place as a file.
  export({ archive, fragment, subject, form, page }) {
    return { text: wasm_bindgen.selection(archive, fragment, subject, form, page) };
  },

  // The explorer as one file. The parts come as bytes, by their ids.
  single({ archive, title, names, ...parts }) {
    const missing = ["page", "style", "icon", "shell", "entry", "module"].find((id) => !parts[id]);
    if (missing) throw new Error(`this page does not know its ${missing}`);
    const text = (id) => new TextDecoder().decode(parts[id]);
    const bytes = (buffer) => buffer && new Uint8Array(buffer);
    return {
      text: wasm_bindgen.single(
        archive,
        title,
        text("page"),
        text("style"),
        text("icon"),
        text("shell"),
        text("entry"),
        bytes(parts.module),
        text("worker"),
        bytes(parts["worker-module"]),
        bytes(names),
      ),
    };
  },
};

onmessage = async ({ data: { task, program, ...rest } }) => {
  try {
    await wasm_bindgen({ module_or_path: program });
    const result = tasks[task](rest);
    postMessage({ result }, result.archive ? [result.archive.buffer] : []);
  } catch (error) {
    postMessage({ failed: String(error?.message ?? error) });
  }
};
