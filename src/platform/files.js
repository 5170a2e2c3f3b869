// Files that a person brings: dropped, chosen or pasted. A list of them is
// `[{ path, file }]`, the path with "/" between its parts.

// How many files are looked at, and how many folders deep: a whole disk may have been dropped.
const MOST = 50_000;
const DEEPEST = 32;

/** Asks for files, or for a folder. Resolves to a list; never where the person gives up. */
export function choose(folder) {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.webkitdirectory = folder;
  return new Promise((resolve) => {
    input.addEventListener("change", () => {
      resolve(Array.from(input.files, (file) => ({ path: file.webkitRelativePath || file.name, file })));
    });
    input.click();
  });
}

/** Whether what is dragged are files. */
export function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes("Files") ?? false;
}

/** The files that were dropped, and those in the folders that were. */
export async function dropped({ dataTransfer }) {
  // The items are gone once this function has given way.
  const items = Array.from(dataTransfer.items, (item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const list = [];
  for (const item of items) await take(item, 0, list);
  return list;
}

async function take(item, depth, list) {
  if (!item || list.length >= MOST || depth > DEEPEST) return;
  if (item instanceof File) {
    list.push({ path: item.name, file: item });
  } else if (item.isFile) {
    const file = await new Promise((resolve) => item.file(resolve, () => resolve(null)));
    if (file) list.push({ path: item.fullPath.replace(/^\//, ""), file });
  } else if (item.isDirectory) {
    const reader = item.createReader();
    for (;;) {
      // Some at a time, until there are none.
      const entries = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
      if (entries.length === 0) break;
      for (const entry of entries) await take(entry, depth + 1, list);
    }
  }
}

/** A text as a file. */
export function pasted(text) {
  const path = "Pasted text.txt";
  return [{ path, file: new File([text], path) }];
}

/** How many files there are. */
export function count(list) {
  return list.length;
}

/** How many bytes they have together, as far as 32 bits can say it. */
export function size(list) {
  return list.reduce((sum, { file }) => Math.min(sum + file.size, 0xffffffff), 0);
}

/** The archive that was brought alone; null where it is anything else. */
export function archive(list) {
  const is = list.length === 1 && list[0].path.toLowerCase().endsWith(".dossier");
  return is ? list[0].file.arrayBuffer().then((buffer) => new Uint8Array(buffer)) : null;
}

/** Gives a person a file to save. */
export function save(name, content, type) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser has it once the click is dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
