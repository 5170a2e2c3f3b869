// What every spec needs: a page of the product that fails the test on any error in its console,
// waiting that works on a busy machine, and the steps that a person takes.

import assert from "node:assert/strict";
import { test } from "node:test";

import AxeBuilder from "@axe-core/playwright";
import { chromium } from "playwright-core";

/** Where the product is served; `cargo xtask test` sets it. */
const ADDRESS = process.env.DOSSIER_ADDRESS ?? "http://127.0.0.1:8420/";

/** How long something may take until it counts as missing, in milliseconds. */
const PATIENCE = 30_000;

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let browser;
let closing = false;

/** A page of its own, with nothing kept from others. */
export async function open({ width = 1280, height = 860, theme = "light" } = {}) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  browser ??= await chromium.launch({ executablePath, args: FLAGS });
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE);
  return { context, page: await context.newPage() };
}

/** Closes the browser. */
export async function close() {
  await browser?.close();
}

/**
 * A test of one behaviour with a page of its own, which begins at the place `at` of the product;
 * nowhere where that is null. What the console says as an error fails it, unless `errors` is true.
 * `skip` is why it is left out.
 */
export function behaviour(name, options, body) {
  if (typeof options === "function") [options, body] = [{}, options];
  const { at = "", errors = false, skip = false } = options;
  if (!closing) test.after(close);
  closing = true;
  test(name, { timeout: 4 * PATIENCE, skip }, async () => {
    const { context, page } = await open(options);
    const said = [];
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    try {
      if (at !== null) {
        await page.goto(address(at));
        await running(page);
      }
      await body(page);
      if (!errors) assert.deepEqual(said, [], "the console stays silent");
    } finally {
      await context.close();
    }
  });
}

/** The address of a place in the product. */
export function address(place = "") {
  return new URL(place, ADDRESS).href;
}

/**
 * Asks again and again until `ask` gives something true, and gives that.
 * `page.waitForFunction` is no help: it needs what the page's policy forbids.
 */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await Promise.resolve().then(ask).catch((error) => error);
    if (found && !(found instanceof Error)) return found;
    if (Date.now() > end) assert.fail(`${what}: ${found}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until `ask` gives what is expected, and says what it gave instead where it never does. */
export async function expect(ask, expected) {
  let found;
  const same = async () => {
    found = await ask();
    try {
      assert.deepEqual(found, expected);
      return true;
    } catch {
      return false;
    }
  };
  await until("", same).catch(() => assert.deepEqual(found, expected));
}

/** Waits until the app has taken the place of the page's loading state. */
export async function running(page) {
  await page.locator(".shell").waitFor({ state: "detached" });
}

/** The search box. */
export function search(page) {
  return page.getByRole("searchbox", { name: "Search the documents" });
}

/** Types a query in the place of the old one. */
export async function type(page, query) {
  await search(page).fill(query);
}

/** The cards of the documents that were found. */
export function results(page) {
  return page.getByRole("list", { name: "Documents" }).locator("> li");
}

/** The titles of the documents that were found, in their order. */
export function titles(page) {
  return results(page).getByRole("heading").allInnerTexts();
}

/** What the page says about how many were found; null where it says nothing yet. */
export async function counts(page) {
  const said = page.getByRole("main").getByRole("status").filter({ hasText: /passage|Searching/ });
  const text = await said.first().textContent();
  return /\d/.test(text) ? text : null;
}

/** How many documents were found, as the page says it. */
export async function found(page) {
  return Number((await counts(page))?.match(/(\d+) documents?/)?.[1] ?? Number.NaN);
}

/** The filters of one group. */
export function facet(page, name) {
  return page.getByRole("complementary", { name: "Filters" }).getByRole("region", { name });
}

/** Every value of a group of filters: its label and its count. */
export async function values(group) {
  const labels = await until("values", async () => {
    const texts = await group.locator("label").allInnerTexts();
    return texts.length > 0 && texts;
  });
  return labels.map((text) => {
    const [, label, count] = text.replace(/\s+/g, " ").trim().match(/^(.*?) ?(\d+)$/);
    return { label, count: Number(count) };
  });
}

/** The box of a value; its name is the label with whatever count it has now. */
export function box(group, label) {
  const exact = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return group.getByRole("checkbox", { name: new RegExp(`^${exact} ?\\d+$`) });
}

/** Waits until there is no filter any more. */
export async function reset(page) {
  await expect(() => page.getByRole("list", { name: "Active filters" }).count(), 0);
}

/** The pane of the open document. */
export function reader(page) {
  return page.getByRole("region", { name: "Document" });
}

/**
 * No rule of WCAG 2.2 A and AA, and no good practice that axe knows, is broken; what the selector
 * `without` finds is left out.
 */
export async function accessible(page, { without } = {}) {
  const builder = new AxeBuilder({ page });
  const { violations } = await (without ? builder.exclude(without) : builder).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`),
  }));
  assert.deepEqual(found, []);
}

/** Drops files on the page, as `[name, text]`. */
export async function drop(page, files) {
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of files) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}
