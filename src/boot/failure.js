// The card that says what went wrong: in a page of its own, and inside the element. The build makes
// a module of it for the element, where nothing may be global.

// Title, advice and button for each way to fail.
const dossierFailures = {
  crash: [
    "Dossier has stopped",
    "This is a mistake in the program. Your search and the open document are kept, and are there again when it starts anew.",
    "Start again",
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
  policy: [
    "This page does not let Dossier run",
    "Its Content-Security-Policy forbids what is named below. Dossier needs script-src and connect-src for the place that it comes from, connect-src for the archive, and 'wasm-unsafe-eval' in script-src.",
    null,
  ],
  file: [
    "Dossier has to be served",
    "Browsers do not load programs from file:// addresses. Run cargo xtask serve in the repository, or put this folder on any web server, and open the address it has there.",
    null,
  ],
};

// A card about a failure of a kind, `message` being what the program knows of it. `again` is what its
// button does.
function dossierCard(kind, message, again) {
  const [title, advice, label] = dossierFailures[kind];
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
  if (label) {
    const button = element("button", label, { type: "button" });
    button.addEventListener("click", again);
    card.append(button);
  }
  const panel = element("div", "", { className: "shell-failure" });
  panel.append(card);
  return panel;
}
