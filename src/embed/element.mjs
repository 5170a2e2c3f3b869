// <dossier-explorer>: an explorer of documents in any page. This file is small and makes nothing but
// the element; the program comes when the first one is needed.

import { dossierCard as card } from "./failure.js";
import { filterText, read, write } from "./place.mjs";

// The files beside this one, each named in the way that bundlers follow; the build puts the names in
// that files have in a site.
const program = () => import("./explorer.js");
const worker = () => import("./work.js");
const SCRIPT = new URL("./explorer.js", import.meta.url).href;
const MODULE = new URL("./dossier.wasm", import.meta.url).href;
const STYLE = new URL("./dossier.css", import.meta.url).href;
const ARCHIVE = new URL("./collection.dossier", import.meta.url).href;
/** The page of frames, which also shows an explorer by itself. */
const FRAME = "embed.html";

/** Attributes that name the place that is shown. */
const PLACE = ["q", "filter", "doc", "view"];
/** Attributes that say how it looks. */
const LOOK = ["theme", "density", "height"];
/** Attributes that need another start. */
const START = ["src", "history", "page"];

/** On a server there are no elements, but the file can be imported. */
const Base = globalThis.HTMLElement ?? class {};

export class DossierExplorer extends Base {
  static observedAttributes = [...PLACE, ...LOOK, ...START, "loading"];

  #frame;
  #session;
  #seen;
  #place = {};

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    this.#frame = Object.assign(document.createElement("div"), { className: "dossier embedded" });
    root.append(this.#frame);
  }

  connectedCallback() {
    if (this.#session || this.#seen) return;
    // A framework may have set properties before it knew the element.
    for (const name of DossierExplorer.observedAttributes) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#look();
    if (this.getAttribute("loading") === "lazy") this.#await();
    else this.#start();
  }

  // An element that moves leaves and arrives at once: only one that stays away is taken down.
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#stop());
  }

  // With this, browsers that can move elements do not make them leave.
  connectedMoveCallback() {}

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    if (LOOK.includes(name)) this.#look();
    else if (name === "loading") {
      if (this.#seen && value !== "lazy") this.#start();
    } else if (START.includes(name)) {
      if (this.#session) this.#restart();
    } else this.#go({ [name]: value ?? "" });
  }

  /** Shows the results of a query. */
  search(query) {
    this.#go({ q: String(query ?? "") });
  }

  /** Opens a document by its name, at a paragraph counted from 1 or at its first match. */
  open(doc, paragraph) {
    this.#go({ doc: String(doc ?? ""), paragraph });
  }

  /** Sets all filters: a text as in an address, or an object of groups and values. */
  setFilter(filter) {
    this.#go({ filter: filterText(filter) });
  }

  #adding = Promise.resolve();

  /**
   * Reads files (of the browser, or `{ path, file }`) into the collection, or in its place. Resolves
   * to how many documents that has then, and what was wrong with files.
   */
  addFiles(files, { replace = false, signal } = {}) {
    // One after the other: each adds to what the one before made. A list of the page may change.
    const list = Array.from(files);
    const adding = this.#adding.then(async () => {
      const app = await this.#running();
      const { build } = await worker();
      const { archive, ...report } = await build(list, replace ? undefined : app.archive, signal);
      if (archive) {
        const there = await this.#running();
        // What the place names is in the collection before.
        if (replace) this.#place = {};
        const ready = new Promise((done) => this.addEventListener("dossier-ready", done, { once: true }));
        await there.show(archive);
        await ready;
      }
      return { documents: this.#documents, ...report };
    });
    this.#adding = adding.catch(() => {});
    return adding;
  }

  /**
   * The `results` or `mentions` of the place that is shown, as `csv`, `json`, `jsonl`, `bib` or `ris`, or
   * the `collection` as an archive. Resolves to a blob.
   */
  async export(kind = "results", format = "csv") {
    const { archive } = await this.#running();
    if (kind === "collection") return new Blob([archive], { type: "application/octet-stream" });
    const { save } = await worker();
    return save(archive, write(this.#place), kind, format, this.#page);
  }

  /** The explorer, once it is there. */
  #running() {
    if (!this.isConnected) return Promise.reject(new Error("the element is in no page"));
    if (!this.#session) this.#start();
    return this.#session.there;
  }

  #documents = 0;

  /** Goes where the current place with some changes is, now or once the explorer is there. */
  #go(change) {
    if ("filter" in change) change.filter = filterText(change.filter);
    // A paragraph belongs to its document, and an entity to the view of entities.
    if ("doc" in change) change = { paragraph: undefined, ...change };
    if ("view" in change) change = { entity: undefined, ...change };
    this.#place = { ...this.#place, ...change };
    this.#session?.app?.visit(write(this.#place));
  }

  #look() {
    if (!this.#frame) return;
    const { dataset } = this.#frame;
    const theme = this.getAttribute("theme");
    if (theme === "light" || theme === "dark") dataset.theme = theme;
    else delete dataset.theme;
    if (this.getAttribute("density") === "compact") dataset.density = "compact";
    else delete dataset.density;
    const height = this.getAttribute("height")?.trim() ?? "";
    const length = /^\d+$/.test(height) ? `${height}px` : height;
    this.#length = CSS.supports("height", length) ? length : "";
    this.#dress();
  }

  #length = "";
  #sheet;

  /** Adopts the common style sheet, and one for a height of its own. */
  #dress() {
    if (!this.#sheet) return;
    const own = new CSSStyleSheet();
    if (this.#length) own.replaceSync(`:host { height: ${this.#length} }`);
    this.shadowRoot.adoptedStyleSheets = [this.#sheet, own];
    // Where the page takes every element's defaults away, the element has no box of its own.
    this.#frame.classList.toggle("bare", getComputedStyle(this).display === "inline");
  }

  /** Starts once the element is in view. */
  #await() {
    this.#seen = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) this.#start();
    });
    this.#seen.observe(this);
  }

  /** Starts it, with the archive that a person has brought to it, if there is one. */
  async #start(brought) {
    this.#seen?.disconnect();
    this.#seen = undefined;
    const session = { ending: new AbortController() };
    session.there = new Promise((found, failed) => Object.assign(session, { found, failed }));
    // Who does not wait for it is told by an event.
    session.there.catch(() => {});
    const { signal } = session.ending;
    this.#session = session;
    const forbidden = [];
    const forbids = ({ effectiveDirective, blockedURI }) =>
      forbidden.push(`${effectiveDirective}: ${blockedURI}`);
    document.addEventListener("securitypolicyviolation", forbids, { signal });
    try {
      const { mount, style } = await program();
      this.#sheet = await style(STYLE);
      if (signal.aborted) return;
      this.#dress();
      this.#wait();
      const app = await mount(this.#frame, {
        module: MODULE,
        script: SCRIPT,
        archive: this.#archive,
        brought,
        fragment: () => write(this.#place),
        hash: this.history === "hash",
        page: this.#page,
        notify: (name, details) => this.#news(name, details),
        crashed: (message) => {
          const { app } = session;
          Object.assign(session, { app: undefined, there: Promise.reject(new Error(message)), hasCrashed: true });
          session.there.catch(() => {});
          session.failed(new Error(message));
          this.#fail("crash", message, app?.brought);
        },
        signal,
      });
      if (signal.aborted) app?.unmount();
      else if (!session.hasCrashed) session.found((session.app = app));
    } catch (error) {
      // The browser tells what its policy forbids only after it has done so.
      await new Promise((done) => setTimeout(done, 50));
      // What follows a crash is its consequence.
      if (signal.aborted || session.hasCrashed) return;
      if (forbidden.length > 0) this.#fail("policy", [...new Set(forbidden)].join("\n"));
      else if (typeof WebAssembly !== "object") this.#fail("unsupported", "");
      else this.#fail(error.kind ?? "network", error.message);
      session.failed(error);
    } finally {
      document.removeEventListener("securitypolicyviolation", forbids);
    }
  }

  #stop() {
    this.#seen?.disconnect();
    this.#seen = undefined;
    this.#session?.ending.abort();
    this.#session?.app?.unmount();
    this.#session?.failed(new Error("the element was taken away"));
    this.#session = undefined;
    this.#frame.replaceChildren();
  }

  #restart(brought) {
    this.#stop();
    this.#start(brought);
  }

  /** What is shown until the explorer is there: what the page gave for it, or the shape of it. */
  #wait() {
    const make = (name, properties, ...children) => {
      const made = Object.assign(document.createElement(name), properties);
      made.append(...children);
      return made;
    };
    const lines = (names) => [...names].map((name) => document.createElement(name));
    const status = make("p", { className: "shell-status" }, "Loading the documents…");
    status.setAttribute("role", "status");
    const shape = make(
      "div",
      { className: "shell" },
      make("div", { className: "shell-top" }, make("span", {}), make("span", { className: "shell-search" })),
      make("div", { className: "shell-pane shell-facets" }, ...lines("iiiiiii")),
      make("div", { className: "shell-pane shell-results" }, status, ...lines("biiibiii")),
      make("div", { className: "shell-pane shell-reader" }, ...lines("biiiiii")),
    );
    this.#frame.replaceChildren(make("slot", { name: "fallback" }, shape));
  }

  /** What the app says. What it returns is whether it may go on. */
  #news(name, details) {
    const [first, second, third, fourth] = details;
    switch (name) {
      case "ready":
        this.#documents = second;
        return this.#emit("ready", { title: first, documents: second });
      case "place":
        this.#place = read(first);
        return true;
      case "search":
        return this.#emit("search", { query: first, documents: second, passages: third });
      case "open":
        return this.#emit("open", { doc: first, paragraph: second }, true);
      case "select":
        return this.#emit("select", { doc: first, text: second, first: third, last: fourth });
      default:
        return true;
    }
  }

  /**
   * Says what went wrong, and shows it unless the page does that. It can be started again, with the
   * archive that a person has `brought`.
   */
  #fail(kind, message, brought) {
    if (!this.#emit("error", { kind, message }, true)) return;
    const slot = Object.assign(document.createElement("slot"), { name: "fallback" });
    slot.append(card(kind, message, () => this.#restart(brought)));
    this.#frame.replaceChildren(slot);
  }

  #emit(name, detail, cancelable = false) {
    const event = new CustomEvent(`dossier-${name}`, { detail, bubbles: true, composed: true, cancelable });
    return this.dispatchEvent(event);
  }

  /** Address of the archive. */
  get #archive() {
    const src = this.getAttribute("src");
    return src ? new URL(src, document.baseURI).href : ARCHIVE;
  }

  /**
   * Where the places of this explorer have addresses: where the page says, in the page itself if
   * its address follows, or else in the frame's page, which lies beside this file.
   */
  get #page() {
    const page = this.getAttribute("page");
    if (page) return new URL(page, document.baseURI).href;
    if (this.history === "hash") return "";
    const frame = new URL(FRAME, import.meta.url);
    if (this.hasAttribute("src")) frame.searchParams.set("src", this.#archive);
    return frame.href;
  }
}

// Attributes as properties.
for (const name of DossierExplorer.observedAttributes) {
  Object.defineProperty(DossierExplorer.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value == null || value === "") this.removeAttribute(name);
      else this.setAttribute(name, name === "filter" ? filterText(value) : value);
    },
  });
}

if (globalThis.customElements && !customElements.get("dossier-explorer")) {
  customElements.define("dossier-explorer", DossierExplorer);
}
