// Dossier in Node: reads the module that lies beside this file.
import { readFileSync } from "node:fs";

import { Dossier, initSync } from "./glue.js";

initSync({ module: readFileSync(new URL("./dossier.wasm", import.meta.url)) });

export { Dossier };
export { fromUrl, RemoteDossier } from "./remote.js";
