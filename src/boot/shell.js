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

  // Title, advice and button for each way to fail.
  const failures = {
    crash: [
      "Dossier has stopped",
      "This is a mistake in the program. Your search and the open document are in the address, so reloading brings them back.",
      "Reload",
    ],
    network: [
      "Dossier could not be loaded",
      "See that you are connected and that the server still runs, then try again.",
      "Try again",
    ],
    unsupported: [
      "This browser cannot run Dossier",
      "It has no WebAssembly, or it is switched off. Every browser of the last years has it; some switch it off in their strictest mode.",
      "Try again",
    ],
    archive: [
      "This collection cannot be opened",
      "Its archive is damaged or was made by another version, so none of it is shown. Try again, get a fresh copy of it, or build it once more.",
      "Try again",
    ],
    file: [
      "Dossier has to be served",
      "Browsers do not load programs from file:// addresses. Run cargo xtask serve in the repository, or put this folder on any web server, and open the address it has there.",
      null,
    ],
  };

  let failed = false;

  // Shows a failure, `message` being what the program knows of it. Only the first one is shown:
  // what follows is a consequence of it.
  window.dossierFailed = (message, kind = "crash") => {
    if (failed) return;
    failed = true;
    const [title, advice, button] = failures[kind];
    const element = (name, text, properties) =>
      Object.assign(document.createElement(name), { textContent: text }, properties);
    const card = element("div", "", { className: "shell-card", role: "alertdialog" });
    card.setAttribute("aria-labelledby", "shell-title");
    card.setAttribute("aria-describedby", "shell-advice");
    card.append(
      element("h1", title, { id: "shell-title" }),
      element("p", advice, { id: "shell-advice" }),
    );
    if (message) card.append(element("pre", message));
    const again = button && element("button", button, { type: "button" });
    if (again) {
      again.addEventListener("click", () => location.reload());
      card.append(again);
    }
    const panel = element("div", "", { className: "shell-failure" });
    panel.append(card);
    const show = () => {
      document.getElementById("dossier").inert = true;
      document.body.append(panel);
      again?.focus();
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
