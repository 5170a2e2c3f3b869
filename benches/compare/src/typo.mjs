// Typing errors: one edit in one word.

import { below, pick } from "./random.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

const EDITS = {
  insert: (word, at, letter) => word.slice(0, at) + letter + word.slice(at),
  delete: (word, at) => word.slice(0, at) + word.slice(at + 1),
  substitute: (word, at, letter) => word.slice(0, at) + letter + word.slice(at + 1),
  swap: (word, at) => word.slice(0, at) + word.slice(at + 1, at + 2) + word[at] + word.slice(at + 2),
};

/** The word with one random edit anywhere in it; never the word itself. */
export function misspell(word, random) {
  for (;;) {
    const edit = EDITS[pick(random, Object.keys(EDITS))];
    const edited = edit(word, below(random, word.length), pick(random, LETTERS));
    if (edited !== word) return edited;
  }
}

/** Words of a query that are long enough to be recognised with an error in them. */
const LONG = /^\p{Ll}{5,}$/u;

/** The query with a typing error in one of its longer words, if it has any. */
export function withTypo({ id, text }, random) {
  const words = text.split(" ");
  const places = words.flatMap((word, place) => (LONG.test(word) ? [place] : []));
  if (places.length === 0) return undefined;
  const place = pick(random, places);
  const typo = misspell(words[place], random);
  return { id, text: words.with(place, typo).join(" "), clean: text };
}
