const NAMES = [
  'custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data',
  'data count', 'tag',
];

/** The sections of a wasm file with their sizes in bytes, headers included. */
export function sections(bytes) {
  let at = 8;
  // LEB128: seven bits a byte, lowest first, the eighth says that more follow.
  const number = () => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const found = [];
  while (at < bytes.length) {
    const start = at;
    const id = bytes[at++];
    const end = number() + at;
    const length = id === 0 ? number() : 0;
    const name = id === 0 ? `custom: ${bytes.toString('utf8', at, at + length)}` : (NAMES[id] ?? `section ${id}`);
    found.push({ name, start, bytes: end - start });
    at = end;
  }
  return found;
}
