export type * from "./glue.js";
export { Dossier } from "./glue.js";
