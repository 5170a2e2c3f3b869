// Folders of documents that specs bring to the page.

import { Buffer } from "node:buffer";
import { fileURLToPath } from "node:url";

/**
 * A folder with one document of each format that is read; each has the word "lighthouse". The site
 * that is built of it is served as `formats/`.
 */
export const EVERY_FORMAT = fileURLToPath(new URL("formats", import.meta.url));

/** A folder, made when it is asked for, of what spoils naive readers; documents with the word "survivor" can be read. */
export function hostile() {
  const nested = (tag) => `<${tag}>`.repeat(100_000);
  return {
    "empty.txt": "",
    "binary.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
    "large.txt": Buffer.alloc(200_000_000, "large text of many words\n"),
    "latin.txt": Buffer.from("Latin\n\nThe caf\xe9 and the na\xefve survivor.\n", "latin1"),
    "nested.html": `<title>Nested</title>${nested("div")}<p>The survivor of nesting speaks of it.</p>`,
    "attribute.html": `<title>Attribute</title><p class="${"a".repeat(1_000_000)}">A survivor of attributes speaks of them.</p>`,
    "markup.txt": "<img src=x onerror=document.title='taken'>\n\nA survivor of markup.\n",
    "\u202etxt.evil <b>.txt": "Turned\n\nA survivor with a name that turns around.\n",
    "photo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
  };
}
