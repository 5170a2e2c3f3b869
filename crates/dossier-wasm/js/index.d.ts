import type {
  DocumentOutput,
  Explanation,
  FacetGroup,
  SearchOptions,
  SearchResult,
  Suggestion,
} from "./glue.js";

export type * from "./glue.js";
export { Dossier } from "./glue.js";

/** Where the bytes of an archive are read from. */
export interface Source {
  /** How many there are. */
  size: number;
  /** Those from `start` to before `end`. */
  read(start: number, end: number): Uint8Array | Promise<Uint8Array>;
}

/** An archive on a server that answers requests for ranges of bytes. */
export function fromUrl(url: string | URL): Promise<Source>;

/**
 * A collection whose archive lies elsewhere. Its tables are read when it is opened; whatever else a
 * question needs is read then, in pages of 16 kB, and kept.
 */
export class RemoteDossier {
  private constructor();
  static open(source: Source): Promise<RemoteDossier>;
  /** How many documents there are. */
  readonly size: number;
  /** As those of `Dossier`. Facets, filters and operators read the whole archive. */
  search(query: string, options?: SearchOptions | null): Promise<SearchResult>;
  suggest(typed: string, limit?: number | null): Promise<Suggestion[]>;
  facets(query: string, options?: SearchOptions | null): Promise<FacetGroup[]>;
  document(id: string): Promise<DocumentOutput | undefined>;
  explain(
    query: string,
    id: string,
    options?: SearchOptions | null,
  ): Promise<Explanation | undefined>;
  /** Gives the memory back. */
  free(): void;
}
