// Firefox, driven by WebDriver BiDi, which the Firefox of every distribution speaks: the browser
// that playwright would drive is a build of its own.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** The installed Firefox; undefined where there is none. */
export const firefox = [
  process.env.FIREFOX,
  "/usr/bin/firefox-esr",
  "/usr/bin/firefox",
  "/Applications/Firefox.app/Contents/MacOS/firefox",
].find((path) => path && existsSync(path));

const PORT = 9337;

/** Keys without a character, by the code that WebDriver has for them. */
const KEYS = { Enter: "\uE007", Space: " ", Escape: "\uE00C", ArrowDown: "\uE015" };

/**
 * Opens an address in Firefox and runs `body` with `evaluate`, which evaluates an expression there,
 * `press`, which presses keys by their names or characters one after the other, and `said`, what the
 * console has said as an error.
 */
export async function inFirefox(address, body) {
  const require = createRequire(import.meta.url);
  // Node 20 has no client for web sockets; playwright brings one.
  const bundle = join(dirname(require.resolve("playwright-core/package.json")), "lib/utilsBundle.js");
  const { ws: WebSocket } = require(bundle);
  const profile = await mkdtemp(join(tmpdir(), "dossier-firefox-"));
  const args = ["--headless", "--no-remote", "--profile", profile, `--remote-debugging-port=${PORT}`];
  const browser = spawn(firefox, [...args, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const gone = new Promise((resolve) => browser.on("exit", resolve));
  try {
    await new Promise((resolve, reject) => {
      browser.on("exit", () => reject(new Error("Firefox does not start")));
      browser.stderr.on("data", (text) => String(text).includes("BiDi listening") && resolve());
    });
    const socket = new WebSocket(`ws://127.0.0.1:${PORT}/session`);
    await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));
    const waiting = new Map();
    const said = [];
    socket.on("message", (text) => {
      const { id, type, result, message, params } = JSON.parse(text);
      if (type === "event") {
        if (params.level === "error") said.push(params.text);
      } else if (type === "error") waiting.get(id)?.reject(new Error(message));
      else waiting.get(id)?.resolve(result);
    });
    let last = 0;
    const send = (method, params) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ id: last, method, params }));
      });
    await send("session.new", { capabilities: {} });
    await send("session.subscribe", { events: ["log.entryAdded"] });
    // In the first tab the focus is in the address bar: keys are typed in the page then, and press no
    // button.
    const { context } = await send("browsingContext.create", { type: "tab" });
    await send("browsingContext.navigate", { context, url: address, wait: "complete" });
    const evaluate = async (expression) => {
      const answer = await send("script.evaluate", {
        expression,
        target: { context },
        awaitPromise: true,
      });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    };
    const press = (...keys) => {
      const actions = keys.flatMap((key) => {
        const value = KEYS[key] ?? key;
        return [
          { type: "keyDown", value },
          { type: "keyUp", value },
        ];
      });
      return send("input.performActions", { context, actions: [{ type: "key", id: "keys", actions }] });
    };
    await body({ evaluate, press, said });
    socket.close();
  } finally {
    browser.kill();
    await gone;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
