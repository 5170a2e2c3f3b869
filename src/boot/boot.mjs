// Loads the app's module and starts it. The same script in a worker answers questions: there it is no
// module, since one file on a disk cannot start such workers.

import { answer, isWorker } from "./answers.mjs";
import init, * as app from "./dossier.js";
import initializer, { LoadError, start } from "./initializer.mjs";

if (isWorker) answer(app);
else run(initializer());

async function run(hooks) {
  hooks.onStart();
  try {
    const wasm = await init({ module_or_path: await module(hooks) });
    hooks.onComplete();
    hooks.onSuccess(wasm);
    await start(app);
  } catch (error) {
    hooks.onFailure(error);
  }
}

// The module: held by the page itself, or a file beside it.
async function module(hooks) {
  const tag = document.getElementById("module");
  if (tag instanceof HTMLScriptElement) return window.dossierHeld(tag, "application/wasm");
  const { href } = tag;
  const response = await fetch(href);
  if (!response.ok) throw new LoadError(`${href} did not arrive: ${response.status}`);
  return watched(response, hooks);
}

// The same response, which reports its progress. Its type is set here, since the browser compiles
// a module while it arrives only where the type is right, and not every host knows the type.
function watched(response, hooks) {
  const { body, headers } = response;
  // The length is that of the compressed bytes, and what arrives here is not compressed any more.
  const total = headers.has("content-encoding") ? 0 : Number(headers.get("content-length"));
  let current = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      current += chunk.length;
      hooks.onProgress({ current, total });
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(counter), { headers: { "content-type": "application/wasm" } });
}
