// Tables for reading: first column to the left, figures to the right.

/** Prints a table; a cell that is not there stays empty. */
export function print({ title, head, rows, notes = [] }) {
  const lines = [head, ...rows].map((line) => head.map((_, column) => String(line[column] ?? '')));
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const show = (line) =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  const [top, ...rest] = lines.map(show);
  console.log(`\n${title}\n\n${[top, '-'.repeat(Math.max(top.length, ...rest.map((line) => line.length))), ...rest].join('\n')}`);
  for (const note of notes) console.log(note);
}

export const ms = (value) => `${value.toFixed(1)} ms`;
export const whole = (value) => `${Math.round(value)} ms`;
export const atSlowdown = (slowdown) => (slowdown === 1 ? 'this machine' : `${slowdown} × slowdown`);
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

/** A goal with whether it was met: for the eye, never for the exit code. */
export const atMost = (limit, value, unit = 'ms') => `≤ ${limit}${unit && ` ${unit}`} ${value <= limit ? '✓' : '✗'}`;
