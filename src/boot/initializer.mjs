// Shows how far loading is, and what went wrong. The hooks are those of Trunk's initializers;
// boot.mjs calls the same ones.

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
    onSuccess() {},
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
