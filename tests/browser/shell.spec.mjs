// The page before the app is there, and when it cannot be.

import assert from "node:assert/strict";

import { address, behaviour, search, until } from "./harness.mjs";

const card = (page) => page.getByRole("alertdialog");

behaviour("the page has its layout before the app has loaded", { at: null }, async (page) => {
  await page.route("**/dossier-*.js", () => {});
  await page.goto(address(), { waitUntil: "commit" });
  await page.getByText("Loading the documents").waitFor();
});

behaviour(
  "a module that does not arrive is named, and trying again helps",
  { at: null, errors: true },
  async (page) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(address());
    await card(page).getByRole("heading", { name: "could not be loaded" }).waitFor();
    await page.unroute("**/*.wasm");
    await card(page).getByRole("button", { name: "Try again" }).click();
    await search(page).waitFor();
  },
);

behaviour(
  "a module that the server does not have is named with the server's answer",
  { at: null, errors: true },
  async (page) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
    await page.goto(address());
    await card(page).getByText(/\.wasm did not arrive: 404/).waitFor();
  },
);

behaviour(
  "of a damaged archive nothing is shown, and a whole copy opens",
  { at: null },
  async (page) => {
    await page.route("**/*.dossier", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await page.goto(address());
    await card(page).getByRole("heading", { name: "cannot be opened" }).waitFor();
    assert.equal(await page.getByRole("main").count(), 0);
    await page.unroute("**/*.dossier");
    await card(page).getByRole("button", { name: "Try again" }).click();
    await search(page).waitFor();
  },
);

behaviour(
  "half an archive, none and something else are no archive",
  { at: null },
  async (page) => {
    const bodies = [
      (whole) => whole.subarray(0, whole.length >> 1),
      () => Buffer.alloc(0),
      () => Buffer.from("<!doctype html><title>Not found</title>"),
    ];
    for (const made of bodies) {
      await page.route("**/*.dossier", async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: made(await response.body()) });
      });
      await page.goto("about:blank");
      await page.goto(address());
      await card(page).getByRole("heading", { name: "cannot be opened" }).waitFor();
      await page.unroute("**/*.dossier");
    }
  },
);

behaviour(
  "an archive that the server does not have is named with the server's answer",
  { at: null, errors: true },
  async (page) => {
    await page.route("**/*.dossier", (route) => route.fulfill({ status: 404 }));
    await page.goto(address());
    await card(page).getByText(/\.dossier did not arrive: 404/).waitFor();
  },
);

behaviour(
  "a script that does not arrive is named",
  { at: null, errors: true },
  async (page) => {
    await page.route("**/dossier-*.js", (route) => route.abort());
    await page.goto(address());
    await card(page).getByText(/\.js did not arrive/).waitFor();
  },
);

behaviour(
  "a browser without WebAssembly is told so",
  { at: null, errors: true },
  async (page) => {
    await page.addInitScript(() => delete globalThis.WebAssembly);
    await page.goto(address());
    await card(page).getByRole("heading", { name: "cannot run Dossier" }).waitFor();
  },
);

behaviour("a failure after the start offers to start again", async (page) => {
  await page.evaluate(() => window.dossierFailed("index out of bounds"));
  await card(page).getByText("index out of bounds").waitFor();
  await page.evaluate(() => window.dossierFailed("a second one"));
  assert.equal(await card(page).count(), 1);
  await card(page).getByRole("button", { name: "Start again" }).click();
  await search(page).waitFor();
});

behaviour("the product runs from any path", { at: "some/where/else/" }, async (page) => {
  await until("five documents", async () =>
    (await page.getByRole("main").textContent()).includes("5 documents"),
  );
});

behaviour("nothing is asked of any other host", { at: null }, async (page) => {
  const hosts = new Set();
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  await page.goto(address());
  await search(page).waitFor();
  assert.deepEqual([...hosts], [new URL(address()).host]);
});

behaviour(
  "the chosen theme is there before the page is painted",
  { at: null },
  async (page) => {
    await page.addInitScript(() => localStorage.setItem("dossier.theme", "dark"));
    await page.route("**/*.wasm", () => {});
    await page.goto(address(), { waitUntil: "commit" });
    await until("the dark theme", () =>
      page.evaluate(() => document.documentElement.dataset.theme === "dark"),
    );
  },
);
