// One real server of npm, in the ways in which it can be started, and what a check must find each time. Words only.
import type { FailureCode, Stage } from '@/lib/core/failure';
import type { Dialect } from '@/lib/core/outcome';
import type { Verdict } from '@/lib/core/status/verdict';

export interface RealServer {
  package: string;
  /** Exact, so that tools and versions can be expected to the number. */
  version: string;
  /** The name of its command. */
  bin: string;
  variants: readonly Variant[];
}

export interface Variant {
  /** "stdio", "http", "stdio, folder missing". */
  transport: string;
  args(scene: Scene): string[];
  env?(scene: Scene): Record<string, string>;
  /** How to reach it over HTTP; without this it is a stdio server. */
  http?: HttpAddress;
  expected: Expected;
}

export interface HttpAddress {
  path: string;
  /** `127.0.0.1` unless said. */
  host?: 'localhost';
  headers?: Record<string, string>;
}

/** What a variant is started with. */
export interface Scene {
  /** Free when it was asked for; of no meaning over stdio. */
  port: number;
  /** Empty, and its own; also its HOME. */
  folder: string;
  /** The file that runs this package's command, or another's. */
  commandOf(package_: string, bin: string): string;
}

export type Expected = Well | Ill;

export interface Well {
  verdict: Extract<Verdict, 'up'>;
  tools: number;
  protocol: string;
  dialect: Dialect;
}

export interface Ill {
  verdict: Exclude<Verdict, 'up'>;
  stage: Stage;
  code: FailureCode;
}

export function up(tools: number, protocol: string, dialect: Dialect): Well {
  return { verdict: 'up', tools, protocol, dialect };
}
