// Words of a language that does not exist, with forms as English has them, and names.

import { below, pick, weighted } from "./random.mjs";

/** The commonest words, most frequent first. */
export const FUNCTION_WORDS = `the of to and in a that for on is was with as by at it from he be his
  have an are has its were this had which they not but who or their been will one more after would
  she her also about there up when than out if over new into other some two could we all time years
  said first last people what no only can most against before him them under between while through
  where so during because since any these those may many such both then even made being how should
  now much did still off down our around until each another well very my your you i me us just`
  .split(/\s+/)
  .filter(Boolean);

const ONSETS = [
  ..."b c d f g h l m n p r s t v w".split(" "),
  ..."br ch cl cr dr fl gr pl pr sh sl sp st str th tr qu".split(" "),
];
const VOWELS = "a e i o u ai ea ee ou oa".split(" ");
const CODAS = ["", "", "", ..."n r l s t m d ck nd nt st rt ll ng".split(" ")];
const ENDINGS = {
  noun: ["", "", "", "er", "or", "ment", "ion", "ity", "ance"],
  verb: ["", "", "ate", "ise", "en"],
  adjective: ["", "al", "ive", "ous", "ic", "able"],
};
const NAME_ENDINGS = ["", "", "a", "o", "ev", "sson", "ton", "ov", "ini", "ez", "ia", "burg"];

const chooseOnset = weighted(ONSETS.map((_, place) => 1 / (place + 4)));
const chooseVowel = weighted(VOWELS.map((_, place) => 1 / (place + 1)));
const chooseLength = weighted([6, 12, 2]);

function syllables(random) {
  const count = chooseLength(random) + 1;
  let word = "";
  for (let at = 0; at < count; at += 1) {
    const coda = at === count - 1 || random() < 0.3 ? pick(random, CODAS) : "";
    word += ONSETS[chooseOnset(random)] + VOWELS[chooseVowel(random)] + coda;
  }
  return word;
}

/** The forms of a word, its own first, with a weight each. */
function forms(word, kind) {
  const bare = word.replace(/e$/, "");
  const plural = /(s|sh|ch)$/.test(word) ? `${word}es` : `${word}s`;
  if (kind === "noun") return [[word, 6], [plural, 4]];
  if (kind === "verb") return [[`${bare}ed`, 5], [word, 3], [`${bare}ing`, 3], [plural, 2]];
  return [[word, 8], [`${word}ly`, 1]];
}

/**
 * Words by frequency, each with its forms.
 * @typedef {{ forms: string[], choose: (random: () => number) => number }} Word
 * @returns {Word[]}
 */
export function lexicon(random, count) {
  const known = new Set(FUNCTION_WORDS);
  const roots = [];
  while (roots.length < count) {
    const kind = pick(random, ["noun", "noun", "noun", "verb", "verb", "adjective"]);
    const word = syllables(random) + pick(random, ENDINGS[kind]);
    if (word.length < 3 || word.length > 13 || known.has(word)) continue;
    known.add(word);
    // The shorter a word, the commoner, by and large.
    roots.push({ word, kind, rank: word.length + 5 * random() });
  }
  roots.sort((a, b) => a.rank - b.rank || (a.word < b.word ? -1 : 1));
  return roots.map(({ word, kind }) => {
    const all = forms(word, kind);
    return {
      forms: all.map(([form]) => form),
      choose: weighted(all.map(([, weight]) => weight)),
    };
  });
}

/** Names, all different, with a capital; short ones first, by and large. */
export function names(random, count) {
  const known = new Map();
  while (known.size < count) {
    const name = syllables(random) + pick(random, NAME_ENDINGS);
    const rank = name.length + 5 * random();
    if (name.length > 2 && name.length < 12) known.set(name[0].toUpperCase() + name.slice(1), rank);
  }
  return [...known.keys()].sort((a, b) => known.get(a) - known.get(b) || (a < b ? -1 : 1));
}

/** A number as news has them: mostly small, sometimes a year. */
export function number(random) {
  if (random() < 0.3) return String(1950 + below(random, 75));
  return String(Math.ceil(10 ** (random() * 4)));
}
