// Collections: documents, queries, judgements, as folders of JSON Lines.
//
//   docs.jsonl      {"id","title","text"}
//   queries.jsonl   {"id","text"}             and likewise short.jsonl, where there is one
//   typo.jsonl      {"id","text","clean"}     a query with a typing error; likewise shorttypo.jsonl
//   qrels.tsv       query TAB document TAB grade

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

/** @typedef {{ id: string, text: string, clean?: string }} Query */

/** The sets of queries that a collection may have. */
export const SETS = ["queries", "short", "typo", "shorttypo"];

/**
 * Folders of collections: `folder` itself, or those in it, or those in its `search`.
 * @returns {string[]} Paths in order of their names; empty where there is none.
 */
export function collections(folder) {
  const isCollection = (at) => existsSync(path.join(at, "docs.jsonl"));
  if (isCollection(folder)) return [path.resolve(folder)];
  for (const parent of [folder, path.join(folder, "search")]) {
    if (!existsSync(parent)) continue;
    const children = readdirSync(parent).sort();
    const found = children.map((name) => path.resolve(parent, name));
    const good = found.filter((at) => statSync(at).isDirectory() && isCollection(at));
    if (good.length > 0) return good;
  }
  return [];
}

/** The values of a file of JSON Lines. */
export function readLines(file) {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** The documents of a collection. */
export function readDocuments(folder) {
  const documents = readLines(path.join(folder, "docs.jsonl"));
  return documents.map(({ id, title, text }) => ({ id, title: title ?? "", text: text ?? "" }));
}

/**
 * The queries of a collection by set; only those that have a judgement.
 * @returns {Record<string, Query[]>}
 */
export function readQueries(folder, grades) {
  const sets = SETS.filter((set) => existsSync(path.join(folder, `${set}.jsonl`)));
  const read = (set) =>
    readLines(path.join(folder, `${set}.jsonl`)).filter(({ id }) => grades.has(id));
  return Object.fromEntries(sets.map((set) => [set, read(set)]));
}

/**
 * The judgements of a collection.
 * @returns {Map<string, import("./measures.mjs").Grades>} By query.
 */
export function readGrades(folder) {
  const grades = new Map();
  for (const line of readFileSync(path.join(folder, "qrels.tsv"), "utf8").split("\n")) {
    const [query, document, grade] = line.split("\t");
    if (document === undefined || !Number.isFinite(Number(grade))) continue;
    if (!grades.has(query)) grades.set(query, new Map());
    grades.get(query).set(document, Number(grade));
  }
  return grades;
}
