// Shows how far loading is, and what went wrong, and starts the app in its page. The hooks are those
// of Trunk's initializers; boot.mjs calls the same ones.

/** A file that the server did not give. */
export class LoadError extends Error {}

export default function initializer() {
  const progress = document.querySelector(".shell-progress");
  return {
    onStart() {},
    onProgress({ current, total }) {
      // Without a total the bar stays as it is, without a value.
      if (progress && total) progress.value = Math.min(100, (100 * current) / total);
    },
    onComplete() {},
    onSuccess() {
      // Trunk's loader hands out the app's functions by this event.
      addEventListener("TrunkApplicationStarted", () => start(window.wasmBindings));
    },
    onFailure(error) {
      if (typeof WebAssembly !== "object") {
        window.dossierFailed("", "unsupported");
      } else if (error instanceof LoadError || error instanceof TypeError) {
        // Browsers report a lost connection as a TypeError.
        window.dossierFailed(error.message, "network");
      } else {
        window.dossierFailed(String(error));
      }
    },
  };
}

/** Mounts the app in the page, once the archive is there. */
export async function start({ Collection, Mounted, onPanic }) {
  onPanic((message) => window.dossierFailed(message));
  const archive = new Uint8Array(await window.dossierArchive);
  try {
    const collection = await Collection.open(archive, "");
    new Mounted(document.getElementById("dossier"), collection, "", true, true, "");
  } catch (error) {
    // After a panic this is its consequence, and the panel shows the first failure only.
    window.dossierFailed(error.message, "archive");
  }
}
