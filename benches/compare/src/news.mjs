// A collection like news, made up word by word: the same in every run.
//
// What makes an index and its queries large or slow is imitated: a vocabulary of about 100,000
// words whose frequencies follow Zipf's law, forms of words, names that a few stories share,
// headlines whose words return in the text, several items a story. What makes a text mean something
// is not: rankings are compared by known items only, with the headline as the query.

import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { below, generator, pick, sample, weighted } from "./random.mjs";
import { withTypo } from "./typo.mjs";
import { FUNCTION_WORDS, lexicon, names, number } from "./words.mjs";

const SEED = 20_240_607;
const LEXICON = 36_000;
const NAMES = 20_000;
const ITEMS_PER_STORY = 3;
const QUERIES = 200;

/** Zipf's weights with the shift of Mandelbrot. */
const zipf = (count, exponent, shift) =>
  Array.from({ length: count }, (_, rank) => (rank + shift) ** -exponent);

function makeVocabulary(random) {
  return {
    lexicon: lexicon(random, LEXICON),
    names: names(random, NAMES),
    chooseFunction: weighted(zipf(FUNCTION_WORDS.length, 1, 1.5)),
    chooseWord: weighted(zipf(LEXICON, 1.02, 60)),
    chooseName: weighted(zipf(NAMES, 0.9, 20)),
  };
}

/** What the items of a story have in common: words that are rarer than most, and names. */
function makeStory(vocabulary, random) {
  const words = Array.from({ length: 24 }, () => {
    const word = vocabulary.chooseWord(random);
    // Every other word is one of the rarer ones, as the subject of a story is.
    return vocabulary.lexicon[random() < 0.5 ? word : below(random, LEXICON / 3)];
  });
  const people = Array.from({ length: 7 }, () => vocabulary.names[vocabulary.chooseName(random)]);
  return { words, names: people };
}

const form = (word, random) => word.forms[word.choose(random)];

function makeHeadline(story, vocabulary, random) {
  const content = sample(random, story.words, 4 + below(random, 3)).map((word) => ({
    text: form(word, random),
    word,
  }));
  const name = pick(random, story.names);
  content.splice(below(random, 2), 0, { text: name, word: { forms: [name], choose: () => 0 } });
  const joint = FUNCTION_WORDS[vocabulary.chooseFunction(random)];
  const words = content.map(({ text }) => text);
  words.splice(2 + below(random, words.length - 2), 0, joint);
  const title = words.join(" ");
  return { title: title[0].toUpperCase() + title.slice(1), content };
}

function makeSentence(source, vocabulary, random) {
  const count = 8 + below(random, 24);
  const words = [];
  while (words.length < count) {
    const kind = random();
    if (kind < 0.44) words.push(FUNCTION_WORDS[vocabulary.chooseFunction(random)]);
    else if (kind < 0.76) words.push(form(vocabulary.lexicon[vocabulary.chooseWord(random)], random));
    else if (kind < 0.86) words.push(form(pick(random, source.story.words), random));
    else if (kind < 0.9) words.push(form(pick(random, source.content).word, random));
    else if (kind < 0.95) words.push(pick(random, source.story.names));
    else if (kind < 0.98) words.push(vocabulary.names[vocabulary.chooseName(random)]);
    else words.push(number(random));
    if (random() < 0.06 && words.length < count - 1) words.push(`${words.pop()},`);
  }
  const text = words.join(" ");
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

/**
 * The documents with what their headlines are made of.
 * @param {number} count How many documents.
 */
export function makeNews(count) {
  const random = generator(SEED);
  const vocabulary = makeVocabulary(random);
  const documents = [];
  let story;
  while (documents.length < count) {
    if (documents.length % ITEMS_PER_STORY === 0) story = makeStory(vocabulary, random);
    const { title, content } = makeHeadline(story, vocabulary, random);
    const sentences = Array.from({ length: 3 + below(random, 9) }, () =>
      makeSentence({ story, content }, vocabulary, random),
    );
    const id = String(documents.length + 1);
    documents.push({ id, title, text: sentences.join(" "), content: content.map((c) => c.text) });
  }
  return documents;
}

/** Queries for known items: words of a headline, in their order. */
function makeQueries(documents, words, random) {
  const items = sample(random, documents, Math.min(QUERIES, documents.length));
  return items.map(({ id, content }) => ({
    id,
    text: sample(random, content, words).join(" ").toLowerCase(),
  }));
}

/** Writes the collection into a folder, in the form of all collections. */
export function writeNews(folder, count) {
  const documents = makeNews(count);
  const random = generator(SEED + 1);
  const queries = makeQueries(documents, 4, random);
  const short = makeQueries(documents, 3, random);
  const typos = (list) => list.map((query) => withTypo(query, random)).filter(Boolean);
  const judged = new Set([...queries, ...short].map(({ id }) => id));
  const files = {
    "docs.jsonl": documents.map(({ id, title, text }) => ({ id, title, text })),
    "queries.jsonl": queries,
    "short.jsonl": short,
    "typo.jsonl": typos(queries),
    "shorttypo.jsonl": typos(short),
  };
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const [name, values] of Object.entries(files)) {
    const lines = values.map((value) => `${JSON.stringify(value)}\n`);
    writeFileSync(path.join(fresh, name), lines.join(""));
  }
  const grades = [...judged].map((id) => `${id}\t${id}\t1\n`);
  writeFileSync(path.join(fresh, "qrels.tsv"), grades.join(""));
  rmSync(folder, { recursive: true, force: true });
  renameSync(fresh, folder);
}
