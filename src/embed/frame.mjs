// The page of frames: one explorer that fills it, told by the page's address what it shows. A page
// around it may ask for the height that it needs, by a message with a port and a nonce; all other
// messages are ignored.

const explorer = document.querySelector("dossier-explorer");
const asked = new URLSearchParams(location.search);
for (const name of ["src", "q", "filter", "doc", "view", "theme", "density"]) {
  if (asked.has(name)) explorer.setAttribute(name, asked.get(name));
}
explorer.setAttribute("page", location.pathname + location.search);
// In a frame Back belongs to the page around.
if (parent === window) explorer.setAttribute("history", "hash");

addEventListener("message", connect);

/** Tells the page around the height that the explorer needs, now and whenever that changes. */
function connect({ source, data, ports: [port] }) {
  const isAsked = data?.type === "dossier-connect" && typeof data.nonce === "string";
  if (parent === window || source !== parent || !isAsked || !port) return;
  removeEventListener("message", connect);
  explorer.setAttribute("height", "content");
  const tell = () => {
    const height = Math.ceil(explorer.getBoundingClientRect().height);
    port.postMessage({ type: "dossier-height", nonce: data.nonce, height });
  };
  new ResizeObserver(tell).observe(explorer);
}
