// The engine's package for JavaScript, as `cargo xtask dist` or `cargo xtask bench` wrote it:
// DOSSIER_ENGINE=dist/engine/node.js node --test tests/engine/

import assert from "node:assert/strict";
import { createServer } from "node:http";
import path from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const file = path.resolve(process.env.DOSSIER_ENGINE ?? "target/engine/node.js");
const { Dossier, RemoteDossier, fromUrl } = await import(pathToFileURL(file).href);

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

test("filters leave scores and order as they are, and facets count what a search finds", () => {
  const dossier = open();
  const publisher = { include: ["Post"] };
  const filters = { groups: { publisher } };
  const plain = dossier.search("herring treaty", { count: true });
  assert.equal(plain.total, 2);
  const kept = dossier.search("herring treaty", { filters });
  assert.deepEqual([kept.total, kept.hits.map(({ id }) => id)], [1, ["fish"]]);
  const [{ values }] = dossier.facets("herring treaty", { filters });
  assert.deepEqual(values, [{ key: "Post", label: "Post", count: 1 }]);
  assert.equal(dossier.explain("herring treaty", "grain", { filters }), undefined);
  const { score } = dossier.explain("herring treaty", "fish", { filters });
  assert.equal(score, kept.hits[0].score);
  assert.deepEqual(dossier.search("").hits[0].id, "grain", "the newest comes first");
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
  const dossier = open();
  for (const query of ["herring boats", "headlin", "herring NOT grain"]) {
    for (const { id, score } of dossier.search(query).hits) {
      assert.equal(dossier.explain(query, id).score, score);
    }
  }
});

/** Words without an order that would let them be compressed much. */
const cargo = (at) =>
  Array.from({ length: 80 }, (_, line) => `cargo${((at * 83 + line) * 2654435761) % 4294967296 % 499}`);

/** A collection of some pages, of which each document has a word of its own. */
const many = () =>
  Array.from({ length: 600 }, (_, at) => ({
    id: `d${at}`,
    title: `Number ${at}`,
    publisher: at % 5 ? undefined : `Post ${at % 3}`,
    published: at % 2 ? undefined : `${1900 + (at % 100)}-05`,
    text: `Herring of boat${at}. ${`The grain of year${at % 40} was late. `.repeat(1 + (at % 30))}${cargo(at).join(" ")}`,
  }));

const QUESTIONS = [
  (dossier) => dossier.search("herring boat17"),
  (dossier) => dossier.search("boat99x grain", { extracts: true, count: true }),
  (dossier) => dossier.search("herring year1", { mode: "prefix", limit: 30 }),
  (dossier) => dossier.suggest("grain yea"),
  (dossier) => dossier.document("d77"),
  (dossier) => dossier.search("title:17"),
];

/** Questions that need the index and the columns at most. */
const FACETS = [
  (dossier) => dossier.facets(""),
  (dossier) => dossier.facets("boat17 grain"),
  (dossier) => dossier.facets("grain", { filters: { dates: "1950..1960" } }),
  (dossier) =>
    dossier.search("grain", { filters: { groups: { publisher: { exclude: ["Post 1"] } } } }),
  (dossier) => dossier.search("", { filters: { dates: "1950..1960" }, limit: 3 }),
];

test("an archive that lies elsewhere answers alike, and is read in parts", async () => {
  const bytes = Dossier.build(many());
  const whole = Dossier.open(bytes);
  for (const question of [...QUESTIONS, ...FACETS]) {
    let read = 0;
    const source = {
      size: bytes.length,
      async read(start, end) {
        read += end - start;
        return bytes.slice(start, end);
      },
    };
    const remote = await RemoteDossier.open(source);
    assert.equal(remote.size, 600);
    assert.ok(read < bytes.length / 2, `${read} of ${bytes.length}`);
    assert.deepEqual(await question(remote), question(whole));
    if (FACETS.includes(question)) assert.ok(read < bytes.length / 2, `${read} of ${bytes.length}`);
  }
});

test("a server is asked for ranges", async () => {
  const bytes = Dossier.build(many());
  const server = createServer(({ headers: { range } }, response) => {
    const [, start, last] = /^bytes=(\d+)-(\d+)$/.exec(range).map(Number);
    response.writeHead(206, { "content-range": `bytes ${start}-${last}/${bytes.length}` });
    response.end(bytes.subarray(start, last + 1));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const source = await fromUrl(`http://127.0.0.1:${server.address().port}/a.dossier`);
    assert.equal(source.size, bytes.length);
    const remote = await RemoteDossier.open(source);
    assert.equal((await remote.search("boat5")).hits[0].id, "d5");
  } finally {
    server.close();
  }
});

test("bytes that are missing are an error that says so", () => {
  const bytes = Dossier.build(many());
  const needed = Dossier.beginning(bytes.subarray(0, 57), bytes.length);
  const sparse = Dossier.openSparse(bytes.subarray(0, needed), bytes.length);
  assert.throws(() => sparse.search("herring"), thrown("missing"));
  const wanted = sparse.wanted();
  assert.ok(wanted.length > 0 && wanted.every(({ start, end }) => start < end));
  assert.throws(() => Dossier.openSparse(bytes.subarray(0, 60), bytes.length), thrown("truncated"));
});

test("bytes that left their array are an error", () => {
  const bytes = Dossier.build(many());
  const dossier = Dossier.open(bytes);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  assert.throws(() => dossier.search("herring"), thrown("missing"));
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
