// Dossier in a browser, or in any host that fetches: loads the module that lies beside this file.
import initialise, { Dossier } from "./glue.js";

await initialise({ module_or_path: new URL("./dossier.wasm", import.meta.url) });

export { Dossier };
export { fromUrl, RemoteDossier } from "./remote.js";
