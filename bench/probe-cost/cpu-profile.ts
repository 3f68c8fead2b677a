// Where the CPU time of checks goes: a sampled profile, added up by module.
import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

const SAMPLE_EVERY_MICROSECONDS = 200;

export interface ModuleShare {
  module: string;
  /** Of the time in which the process was not idle, 0 to 1. */
  share: number;
}

/** Largest first; what the profiler itself and waiting take is left out. */
export async function profileByModule(work: () => Promise<void>): Promise<ModuleShare[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_MICROSECONDS });
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return sharesOf(profile);
}

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): ModuleShare[] {
  const modules = new Map(nodes.map(({ id, callFrame }) => [id, moduleOf(callFrame)]));
  const spent = new Map<string, number>();
  samples.forEach((id, index) => {
    const module = modules.get(id) ?? null;
    if (module !== null) spent.set(module, (spent.get(module) ?? 0) + (timeDeltas[index] ?? 0));
  });
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].map(([module, time]) => ({ module, share: time / total })).sort((a, b) => b.share - a.share);
}

/** Functions of V8 and of Node's native side that say by their name what they do for the network. */
const SYSTEM_CALLS: ReadonlySet<string> = new Set(['connect', 'close', 'writev', 'writeUtf8String', 'shutdown']);

/** Null for what is no work: waiting, and the profiler itself. */
function moduleOf({ functionName, url }: Profiler.Profile['nodes'][number]['callFrame']): string | null {
  if (functionName === '(idle)' || functionName === '(root)' || url === 'node:inspector') return null;
  if (functionName === '(garbage collector)') return 'garbage collection';
  const [, package_] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? [];
  if (package_ !== undefined) return package_;
  if (url.includes('/lib/probe/')) return 'lib/probe';
  if (url.includes('/bench/') || url.includes('/tests/') || url.includes('/lib/core/')) return 'the bench, lib/core';
  if (url.startsWith('node:internal/deps/undici')) return 'fetch, Response and Headers of Node';
  if (url.startsWith('wasm:')) return 'undici';
  if (url.startsWith('node:')) return 'streams, sockets and events of Node';
  return SYSTEM_CALLS.has(functionName) ? `system call: ${functionName}` : 'V8 and Node, native';
}
