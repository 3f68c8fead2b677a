// Parses JSON of hostile origin without letting its shape cost far more than its size. Knows nothing of JSON-RPC.
import { ProbeFault } from '@/lib/probe/fault/probe-fault';

export interface JsonLimits {
  /** Arrays and objects that one text may open; each costs far more than the bracket it was written with. */
  parts: number;
  /** Whoever reads the value later does so with functions that call themselves. */
  levels: number;
  /** Begins the sentence of a refusal: "answers with". */
  does: string;
}

/** 10,000 tools with 20 parts each. Four MiB of nothing but "{}," are 1.4 million. */
export const BODY_JSON: JsonLimits = { parts: 200_000, levels: 1_000, does: 'answers with' };
/** 10,000 tools with 50 each. Sixteen MiB of nothing but brackets took V8 590 MB and 1.7 s of the only thread. */
export const LINE_JSON: JsonLimits = { parts: 500_000, levels: 1_000, does: 'sends a line of' };

/** @throws ProbeFault `too_large` for a shape no client would hold, `bad_json` with its beginning as the detail */
export function parseJson(text: string, limits: JsonLimits): unknown {
  const { parts, levels } = measure(text, limits);
  if (parts > limits.parts) throw tooLarge(`${limits.does} more than ${limits.parts} parts`);
  const value = parse(text);
  // Only now: what is no JSON at all may hold as many brackets as it likes.
  if (levels > limits.levels) throw tooLarge(`${limits.does} more than ${limits.levels} levels of JSON`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ProbeFault('bad_json', 'answers with broken JSON', `${reason}\n${text.slice(0, 300)}`);
  }
}

function tooLarge(message: string): ProbeFault {
  return new ProbeFault('too_large', message);
}

const [QUOTE, BACKSLASH, OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** One pass over the characters, given up beyond the limit; strings are skipped, since a description may hold brackets. */
function measure(text: string, limits: JsonLimits): Pick<JsonLimits, 'parts' | 'levels'> {
  const measured = { parts: 0, levels: 0 };
  if (hasFewBrackets(text, Math.min(limits.parts, limits.levels))) return measured;
  let depth = 0;
  for (let index = 0; index < text.length && measured.parts <= limits.parts; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === OPEN_BRACKET || code === OPEN_BRACE) {
      measured.parts++;
      depth++;
      if (depth > measured.levels) measured.levels = depth;
    } else if (code === CLOSE_BRACKET || code === CLOSE_BRACE) depth--;
  }
  return measured;
}

/** Most texts: then neither limit can be passed, whether they stand in strings or not, and the slow pass is saved. */
function hasFewBrackets(text: string, atMost: number): boolean {
  let found = 0;
  for (const bracket of ['[', '{']) {
    for (let index = text.indexOf(bracket); index >= 0; index = text.indexOf(bracket, index + 1)) {
      found++;
      if (found > atMost) return false;
    }
  }
  return true;
}

/** Index of the closing quote; the end of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code === BACKSLASH) index++;
  }
  return text.length;
}
