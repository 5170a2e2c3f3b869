// Folders of documents that specs bring to the page, made when they run.

import { Buffer } from "node:buffer";

/** One document of each format that is read; each has the word "lighthouse". */
export function everyFormat() {
  return {
    "collection.toml": 'title = "Coast"\n\n[[topic]]\nname = "Towers"\nwords = ["lighthouse"]\n',
    "markdown.md": "---\ntitle: In Markdown\npublished: 2020-01-02\n---\n\nThe lighthouse stands.\n",
    "plain.txt": "The lighthouse was lit again.\n",
    "page.html":
      "<!doctype html><title>In HTML</title><article><h1>In HTML</h1><p>The lighthouse of the page, with a keeper and a cat.</p></article>",
    "below/lines.jsonl": '{"id":"lines","title":"From lines","text":"A lighthouse by line."}\n',
    "below/table.csv": 'id,title,text\ntable,From a table,"A lighthouse, in a cell."\n',
    "latin.txt": Buffer.from("Latin\n\nThe lighthouse caf\xe9 is na\xefve.\n", "latin1"),
  };
}

/** A folder of what spoils naive readers; documents with the word "survivor" can be read. */
export function hostile() {
  const nested = (tag) => `<${tag}>`.repeat(100_000);
  return {
    "empty.txt": "",
    "binary.txt": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
    "large.txt": Buffer.alloc(20 * 1024 * 1024, "large text of many words\n"),
    "latin.txt": Buffer.from("Latin\n\nThe caf\xe9 and the na\xefve survivor.\n", "latin1"),
    "nested.html": `<title>Nested</title>${nested("div")}<p>The survivor of nesting speaks of it.</p>`,
    "attribute.html": `<title>Attribute</title><p class="${"a".repeat(1_000_000)}">A survivor of attributes speaks of them.</p>`,
    "markup.txt": "<img src=x onerror=document.title='taken'>\n\nA survivor of markup.\n",
    "\u202etxt.evil <b>.txt": "Turned\n\nA survivor with a name that turns around.\n",
    "photo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3]),
  };
}
