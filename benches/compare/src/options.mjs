// The command line.

import { parseArgs } from "node:util";

import { PEERS } from "../peers/index.mjs";

const HELP = `Compares Dossier with other client-side search libraries.

node compare.mjs [options] [FOLDER]

FOLDER holds collections (docs.jsonl, queries.jsonl, qrels.tsv, …) or is one; without it, the
environment variable DOSSIER_DATA, or else ../shared/data beside the repository.

  --peers A,B        only these: ${Object.keys(PEERS).join(" ")}
  --collections A,B  only these; \`news\` is generated
  --quick            a smaller generated collection, fewer queries, no compression
  --costs            only times and sizes, not what is found
  --no-browser       do not time the searches in headless Chromium too
  --json FILE        write the figures
  --help             this text
`;

const list = (value) => value?.split(",").filter(Boolean);

/** The options; ends the process after the help or an error. */
export function options(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        peers: { type: "string" },
        collections: { type: "string" },
        quick: { type: "boolean", default: false },
        costs: { type: "boolean", default: false },
        "no-browser": { type: "boolean", default: false },
        json: { type: "string" },
        help: { type: "boolean", default: false },
      },
    });
    const unknown = list(parsed.values.peers)?.find((name) => !Object.hasOwn(PEERS, name));
    if (unknown) throw new Error(`there is no peer ${unknown}`);
  } catch (error) {
    console.error(`error: ${error.message}\n\n${HELP}`);
    process.exit(2);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  return {
    ...values,
    browser: !values["no-browser"],
    folder: positionals[0],
    peers: list(values.peers) ?? Object.keys(PEERS),
    collections: list(values.collections),
  };
}
