// What a storage keeps under keys that begin with a prefix, in the order of the keys, as one piece of UTF-8: key
// and text in turn, a zero behind each. Where there are more than `first` and `last` together, only so many at
// the two ends. In the glue's own words every text would be looked at sign by sign.

export function gather(storage, prefix, first, last) {
  const texts = [];
  const all = Object.keys(storage).filter((key) => key.startsWith(prefix)).sort();
  for (const key of all.length > first + last ? [...all.slice(0, first), ...all.slice(-last)] : all) {
    texts.push(key, storage.getItem(key) ?? "");
  }
  const encoder = new TextEncoder();
  const units = texts.reduce((sum, text) => sum + text.length + 1, 0);
  // Nearly always all of it is ASCII; else a unit takes at most three bytes.
  for (const room of [units, 3 * units]) {
    const bytes = new Uint8Array(room);
    let at = 0;
    const fits = texts.every((text) => {
      const { read, written } = encoder.encodeInto(text, bytes.subarray(at));
      at += written + 1;
      return read === text.length && at <= room;
    });
    if (fits) return bytes.subarray(0, at);
  }
  throw new Error("too long");
}
