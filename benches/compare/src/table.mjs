// Tables of figures: a line a peer, a column a measure, with ratios to the best other peer.

/** Measures of which more is better; of all others, less is. */
const MORE = /nDCG|MAP|recall|kept/;

const digits = (value) => {
  if (value >= 1000) return value.toFixed(0);
  if (value >= 100) return value.toFixed(1);
  if (value >= 10) return value.toFixed(2);
  return value.toFixed(3);
};

/**
 * @param {string} title
 * @param {{ id: string, name: string, figures: Record<string, number | undefined> }[]} rows
 * @param {{ subject?: string }} options The peer that the others are measured against, if any.
 * @returns {string} Markdown.
 */
export function table(title, rows, { subject }) {
  const columns = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))].filter(
    (column) => rows.some(({ figures }) => figures[column] !== undefined),
  );
  const cells = rows.map(({ name, figures }) => [
    name,
    ...columns.map((column) => (figures[column] === undefined ? "–" : digits(figures[column]))),
  ]);
  const ratio = ratios(rows, columns, subject);
  if (ratio) cells.push(ratio);
  return `\n### ${title}\n\n${layout([["", ...columns], ...cells])}`;
}

/** The subject's figures over those of the best of the others. */
function ratios(rows, columns, subject) {
  const own = rows.find(({ id }) => id === subject)?.figures;
  const others = rows.filter(({ id }) => id !== subject);
  if (!own || others.length === 0) return undefined;
  const cell = (column) => {
    const values = others.map(({ figures }) => figures[column]).filter((v) => v !== undefined);
    if (own[column] === undefined || values.length === 0) return "–";
    const best = MORE.test(column) ? Math.max(...values) : Math.min(...values);
    return best > 0 ? `× ${(own[column] / best).toFixed(2)}` : "–";
  };
  return ["ratio to the best other", ...columns.map(cell)];
}

function layout(rows) {
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const line = (row) =>
    `| ${row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at ? `${"-".repeat(width + 1)}:` : "-".repeat(width + 2))).join("|")}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line), ""].join("\n");
}
