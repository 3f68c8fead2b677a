// The cases of the fuzzing, made from a seed: the same number is always the same case.
import fc from 'fast-check';
import { type HttpPlan, httpPlan } from '@/tests/fixtures/fuzz/http-plan';
import { type RawPlan, rawPlan } from '@/tests/fixtures/fuzz/raw-plan';
import { type StdioPlan, stdioPlan } from '@/tests/fixtures/fuzz/stdio-plan';

export type FuzzCase = { number: number } & (
  | { kind: 'http'; plan: HttpPlan }
  | { kind: 'raw'; plan: RawPlan }
  | { kind: 'stdio'; plan: StdioPlan }
);

/** Cases are made by the batch, since a batch of them is what a seed stands for. */
export const BATCH = 500;

/** Of each batch: 60% HTTP and event streams, 30% bytes of HTTP, 10% stdio. */
const SHARES = { http: 300, raw: 150, stdio: 50 };

export function casesOf(seed: number, batch: number): FuzzCase[] {
  const sample = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] =>
    fc.sample(arbitrary, { seed: seed + batch, numRuns });
  const first = batch * BATCH;
  const kinds = [
    ...sample(httpPlan, SHARES.http).map((plan) => ({ kind: 'http' as const, plan })),
    ...sample(rawPlan, SHARES.raw).map((plan) => ({ kind: 'raw' as const, plan })),
    ...sample(stdioPlan, SHARES.stdio).map((plan) => ({ kind: 'stdio' as const, plan })),
  ];
  return kinds.map((case_, index) => ({ ...case_, number: first + index }));
}
