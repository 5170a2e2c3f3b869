// Indexes that are JSON.

const NAME = "index.json";

/** The files of an index that is one JSON value. */
export function toFiles(value) {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return new Map([[NAME, new TextEncoder().encode(text)]]);
}

/** The JSON text of an index. */
export function text(files) {
  return new TextDecoder().decode(files.get(NAME));
}
