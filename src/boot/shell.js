// Runs before the page is painted, as a script that also works from file:// addresses: sets the
// theme, sends for the archive, and shows what went wrong where the app cannot start or has stopped.
(() => {
  "use strict";

  try {
    const theme = localStorage.getItem("dossier.theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is forbidden in some frames: then the system's theme holds.
  }

  let failed = false;

  // Shows a failure, `message` being what the program knows of it. Only the first one is shown:
  // what follows is a consequence of it.
  window.dossierFailed = (message, kind = "crash") => {
    if (failed) return;
    failed = true;
    const panel = dossierCard(kind, message, () => location.reload());
    const show = () => {
      document.getElementById("dossier").inert = true;
      document.body.append(panel);
      panel.querySelector("button")?.focus();
    };
    if (document.body && document.readyState !== "loading") show();
    else document.addEventListener("DOMContentLoaded", show);
  };

  // A page that is one file holds the archive and the module itself, compressed.
  const archive = document.getElementById("archive");
  const isWhole = archive instanceof HTMLScriptElement;
  window.dossierHeld = (block, type) => {
    const bytes = Uint8Array.from(atob(block.textContent), (byte) => byte.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream, { headers: { "content-type": type } });
  };

  // A part of the product, by the id of the tag that names its file or holds it; "page" is the page
  // as it was served. Undefined where the page is without it.
  window.dossierPart = async (id) => {
    const tag = document.getElementById(id);
    const served = id === "page" && !tag ? location.href.split("#")[0] : "";
    const address = tag?.href || tag?.src || served;
    if (address.startsWith("data:")) return new Response(atob(address.split(",")[1]));
    if (!address) {
      const isPacked = tag instanceof HTMLScriptElement && tag.type === "application/gzip";
      return isPacked ? window.dossierHeld(tag, "") : tag && new Response(tag.textContent);
    }
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address} did not arrive: ${response.status}`);
    return response;
  };

  if (location.protocol === "file:" && !isWhole) {
    window.dossierFailed("", "file");
    return;
  }

  // The app waits for this promise. It is never kept where the archive does not arrive.
  const { href } = archive;
  window.dossierArchive = new Promise((arrived) => {
    (isWhole ? Promise.resolve(window.dossierHeld(archive, "")) : fetch(href))
      .then((response) => {
        if (!response.ok) throw new Error(`${href} did not arrive: ${response.status}`);
        return response.arrayBuffer();
      })
      .then(arrived, ({ message }) => window.dossierFailed(message, "network"));
  });

  // A script that does not arrive reports it to its own element only.
  addEventListener(
    "error",
    ({ target }) => {
      if (target instanceof HTMLScriptElement) {
        window.dossierFailed(`${target.src} did not arrive.`, "network");
      }
    },
    true,
  );
})();
