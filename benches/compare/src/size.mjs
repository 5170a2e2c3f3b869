// How large an index is, as it lies and as a host would send it.

import { readFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** Above this, the highest level of brotli takes minutes. */
const LARGE = 24 * 2 ** 20;
export const MEGABYTE = 1e6;

/** How many bytes brotli makes of some. */
export function compressed(bytes) {
  const quality = bytes.length > LARGE ? 9 : 11;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

/** Sizes in megabytes. Files are compressed one by one; those that do not shrink count as they are. */
export function sizes(folder, files) {
  const counted = files.filter((file) => !file.startsWith("."));
  let raw = 0;
  let sent = 0;
  for (const file of counted) {
    const bytes = readFileSync(path.join(folder, file));
    raw += bytes.length;
    sent += Math.min(bytes.length, compressed(bytes));
  }
  return { "index, MB": raw / MEGABYTE, "index brotli, MB": sent / MEGABYTE };
}
