// What every format of a feed can hold. XML 1.0 has no place for some characters, not even escaped; JSON goes with it, so that
// all say the same.

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNHOLDABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** `instead`, where nothing is left to read: titles and names must not be empty. */
export function drawable(text: string, instead = ''): string {
  return text.toWellFormed().replace(UNHOLDABLE, '').trim() || instead;
}
