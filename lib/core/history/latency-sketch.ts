// A mergeable picture of latencies: counts in buckets that grow by 5 %, so that a percentile of many hours is
// computed from the hours' sketches with an error of at most 2.5 %. Averaging percentiles would be wrong.
//
// Stored form: pairs of one byte (bucket) and a LEB128 varint (count), buckets ascending.
//   0x4e 0x3c        60 checks in bucket 78 (about 45 ms)
//   0x90 0x80 0x01   128 checks in bucket 144 (about 1.1 s)

/** Bucket -> how many checks fell in it. */
export type LatencySketch = ReadonlyMap<number, number>;

const GROWTH = 1.05;
const LOG_GROWTH = Math.log(GROWTH);
/** 1.05^255 ms is 70 hours: any deadline fits in a byte. */
const LAST_BUCKET = 255;

export const EMPTY_SKETCH: LatencySketch = new Map();

export function sketchOf(latenciesMs: Iterable<number>): LatencySketch {
  const counts = new Map<number, number>();
  for (const latencyMs of latenciesMs) {
    const bucket = bucketOf(latencyMs);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  }
  return counts;
}

export function mergeSketches(sketches: Iterable<LatencySketch>): LatencySketch {
  const counts = new Map<number, number>();
  for (const sketch of sketches) {
    for (const [bucket, count] of sketch) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  }
  return counts;
}

/** Milliseconds below which the given share (0 to 1) of checks lies, rounded; null when there were none. */
export function quantileMs(sketch: LatencySketch, share: number): number | null {
  const buckets = [...sketch].sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const rank = Math.max(1, Math.ceil(share * total));
  let seen = 0;
  for (const [bucket, count] of buckets) {
    seen += count;
    if (seen >= rank) return middleMs(bucket);
  }
  return null;
}

export function encodeSketch(sketch: LatencySketch): Uint8Array {
  const bytes: number[] = [];
  for (const [bucket, count] of [...sketch].sort(([a], [b]) => a - b)) {
    bytes.push(bucket);
    let rest = count;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** A cut or foreign byte string gives what could be read: a percentile is no reason to fail a page. */
export function decodeSketch(bytes: Uint8Array | null): LatencySketch {
  return mergeStored([bytes]);
}

/** Stored sketches as one, without a map for each: a page of a hundred servers reads the sketches of 2,400 hours. */
export function mergeStored(stored: Iterable<Uint8Array | null>): LatencySketch {
  const counts = new Map<number, number>();
  for (const bytes of stored) if (bytes) addStored(counts, bytes);
  return counts;
}

function addStored(counts: Map<number, number>, bytes: Uint8Array): void {
  let at = 0;
  while (at + 1 < bytes.length) {
    const bucket = bytes[at++] ?? 0;
    let count = 0;
    let weight = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      count += (byte & 0x7f) * weight;
      weight *= 0x80;
      if (byte < 0x80) break;
    }
    counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  }
}

function bucketOf(latencyMs: number): number {
  if (!(latencyMs > 1)) return 0;
  return Math.min(LAST_BUCKET, Math.ceil(Math.log(latencyMs) / LOG_GROWTH));
}

/** Middle of the bucket, so that the error is the same on both sides. */
function middleMs(bucket: number): number {
  return Math.round((2 * GROWTH ** bucket) / (1 + GROWTH));
}
