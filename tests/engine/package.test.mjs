// The engine's package for JavaScript, as `cargo xtask dist` or `cargo xtask bench` wrote it:
// DOSSIER_ENGINE=dist/engine/node.js node --test tests/engine/

import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const file = path.resolve(process.env.DOSSIER_ENGINE ?? "target/engine/node.js");
const { Dossier } = await import(pathToFileURL(file).href);

const DOCUMENTS = [
  { id: "grain", title: "Grain treaty", text: "The treaty — signed in Zürich.", published: "2023-09" },
  { id: "fish", title: "Herring", text: "Two boats.\n\nThe herring were many.", publisher: "Post" },
  { id: "bare", title: "Only a headline" },
];

const open = () => Dossier.open(Dossier.build(DOCUMENTS, { title: "Trade" }));
const thrown = (kind) => (error) =>
  error instanceof Error && error.name === "DossierError" && error.kind === kind;

test("the same documents give the same bytes", () => {
  assert.deepEqual(Dossier.build(DOCUMENTS), Dossier.build(DOCUMENTS));
});

test("a search gives ids, headlines and marks as offsets of JavaScript strings", () => {
  const { total, hits } = open().search("Zurich", { extracts: true, count: true });
  assert.equal(total, 1);
  const [{ id, title, extracts }] = hits;
  assert.deepEqual([id, title], ["grain", "Grain treaty"]);
  const [{ text, marks }] = extracts.snippets;
  assert.deepEqual(marks.map(({ start, end }) => text.slice(start, end)), ["Zürich"]);
});

test("the limit bounds the hits and not the total", () => {
  const { total, hits } = open().search("", { limit: 2 });
  assert.deepEqual([total, hits.length], [3, 2]);
});

test("a beginning of a word is found while it is typed", () => {
  assert.equal(open().search("herr", { mode: "prefix" }).hits.length, 1);
});

test("a misspelt word is found and said to be corrected", () => {
  const { hits, notices } = open().search("treety", { mode: "typo" });
  assert.deepEqual(hits.map(({ id }) => id), ["grain"]);
  assert.deepEqual(notices, [
    { kind: "corrected", typed: { start: 0, end: 6 }, words: ["treaty"] },
  ]);
});

test("filters bound what is found", () => {
  const groups = { publisher: { include: ["Post"] } };
  assert.equal(open().search("", { filters: { groups } }).total, 1);
  assert.equal(open().search("", { filters: { dates: "2023-08..2023-10" } }).total, 1);
});

test("facets name the publishers", () => {
  const [{ group, values }] = open().facets("");
  assert.equal(group, "publisher");
  assert.deepEqual(values, [{ key: "Post", label: "Post", count: 1 }]);
});

test("what is typed is completed", () => {
  assert.deepEqual(open().suggest("the her"), [{ text: "the herring", documents: 1 }]);
});

test("a document comes back as it was given, and an unknown one is undefined", () => {
  const { title, text, published } = open().document("grain");
  assert.deepEqual([title, text, published], [DOCUMENTS[0].title, DOCUMENTS[0].text, "2023-09"]);
  assert.equal(open().document("none"), undefined);
});

test("the shares of an explanation add up", () => {
  const { lines } = open().explain("herring boats", "fish");
  const sum = lines.reduce((sum, { share }) => sum + share, 0);
  assert.ok(Math.abs(sum - 1) < 1e-4);
  assert.equal(open().explain("herring", "grain"), undefined);
});

test("what is wrong is thrown with its kind", () => {
  assert.throws(() => Dossier.open(new Uint8Array(3)), thrown("notAnArchive"));
  const bytes = Dossier.build(DOCUMENTS);
  assert.throws(() => Dossier.open(bytes.slice(0, -1)), thrown("truncated"));
  const damaged = bytes.with(-1, bytes.at(-1) ^ 1);
  assert.throws(() => Dossier.open(damaged), thrown("damaged"));
  assert.throws(() => Dossier.build([{ id: 1 }]), thrown("argument"));
  assert.throws(() => Dossier.build([{ id: "a" }, { id: "a" }]), thrown("duplicateId"));
  assert.throws(() => open().search("x", { mode: "loud" }), thrown("argument"));
});
