// Places as JavaScript sees them: query, filter, view, document and so on, which together are the
// fragment of an address. crates/dossier-view/src/place/fragment.rs has the grammar.

/** The names that have pairs of their own; all other pairs are the filter. */
const OWN = { q: "q", doc: "doc", p: "paragraph", entity: "entity" };

/** The place that a fragment names. */
export function read(fragment) {
  const [path, pairs = ""] = fragment.replace(/^#?\/?/, "").split("?");
  const place = { view: path, filter: [] };
  for (const pair of pairs.split("&")) {
    const [name, value] = pair.split("=");
    if (OWN[name]) place[OWN[name]] = decodeURIComponent(value);
    else if (pair) place.filter.push(pair);
  }
  return { ...place, filter: place.filter.join("&") };
}

/** The fragment of a place. */
export function write({ view, filter, ...place }) {
  const own = Object.entries(OWN).filter(([, key]) => place[key]);
  const pairs = own.map(([name, key]) => `${name}=${encodeURIComponent(place[key])}`);
  return `#/${view || "documents"}?${[...pairs, filter].filter(Boolean).join("&")}`;
}

/**
 * A filter as a text, of an object such as `{ topic: "sanctions", "-publisher": ["A", "B"] }`; a
 * text stays what it is.
 */
export function filterText(filter) {
  if (typeof filter !== "object" || !filter) return String(filter ?? "").replace(/^\?/, "");
  const pairs = Object.entries(filter).filter(([, values]) => values != null && values !== "");
  const written = ([name, values]) => `${name}=${[values].flat().map(encodeURIComponent).join(",")}`;
  return pairs.map(written).join("&");
}
