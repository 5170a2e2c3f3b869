// Takes the screenshots of the README: `cargo xtask shots`.

import { mkdir } from "node:fs/promises";

import { address, close, open, running } from "./harness.mjs";

const FOLDER = "docs/screenshots";

// Each with the place in the address that it shows.
const SHOTS = [
  { name: "documents", at: "#/documents?q=artillery+OR+munitions" },
  {
    name: "reader-dark",
    at: "#/documents?q=artillery+OR+munitions&doc=post-weapons-agenda",
    theme: "dark",
  },
  { name: "entities", at: "#/entities" },
  { name: "narrow", at: "#/documents?q=sanctions", width: 390, height: 844 },
];

await mkdir(FOLDER, { recursive: true });
for (const { name, at, ...options } of SHOTS) {
  const { context, page } = await open(options);
  await page.goto(address(at));
  await running(page);
  // The fonts are the system's and the answer takes a frame: what is left is painting.
  await page.evaluate(() => document.fonts.ready);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  console.log(`${FOLDER}/${name}.png`);
  await context.close();
}
await close();
