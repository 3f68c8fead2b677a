'use client';
// The form of the import: sources, then what would come of them, then tests and taking over. Each button sends the whole form, so
// that nothing has to be kept on the server; without script it works the same, only tests come all at once.
import { type MouseEvent, useActionState, useEffect, useRef, useState } from 'react';
import { type FormAction, UNTOUCHED } from '@/app/ui/client/form/form-state';
import type { ImportTest } from '@/lib/admin/panel/import/import-test';
import { ImportMissing } from './import-missing';
import { type ImportPreview, isPreview } from './import-preview';
import { ImportRow, KeepChoice } from './import-row';
import { ImportSources } from './import-sources';

const BUTTON = 'min-h-10 rounded-md border px-4 py-2 text-sm font-semibold disabled:opacity-60';
const MAIN = `${BUTTON} border-ink bg-ink text-paper`;
const QUIET = `${BUTTON} border-gap bg-paper text-ink`;
const NO_FILES: ImportPreview['files'] = [];

export function ImportForm({ action }: { action: FormAction }) {
  const [state, send, isPending] = useActionState(action, UNTOUCHED);
  const { tests, progress, testOneByOne } = useTests(action, state.result);
  const preview = isPreview(state.result) ? state.result : null;
  const isBad = state.status === 'failed';
  const isBusy = isPending || progress !== null;
  return (
    <form action={send} aria-label="Import" aria-busy={isBusy} className="mt-6 grid gap-4">
      <div role={isBad ? 'alert' : 'status'} className={state.message ? 'text-sm font-semibold' : 'sr-only'}>
        {state.message && <p className={isBad ? 'text-down' : 'text-up'}>{state.message}</p>}
      </div>
      <ImportSources
        text={preview?.text ?? state.values.text ?? ''}
        files={preview?.files ?? NO_FILES}
        problem={state.problems.text}
        answer={isBad && preview === null ? null : state}
      />
      <div>
        <button type="submit" name="do" value="read" disabled={isBusy} className={preview === null ? MAIN : QUIET}>
          {preview === null ? 'See what is in it' : 'Look again'}
        </button>
      </div>
      {preview !== null && (
        <>
          <ImportFound preview={preview} tests={tests} />
          <div className="flex flex-wrap items-center gap-3">
            <button type="submit" name="do" value="apply" disabled={isBusy} className={MAIN}>
              {isPending ? 'Working…' : 'Import what is chosen'}
            </button>
            <button type="submit" name="do" value="test" disabled={isBusy} className={QUIET} onClick={testOneByOne}>
              Test what is chosen
            </button>
            {progress && (
              <progress
                value={progress.done}
                max={progress.all}
                aria-label={`${progress.done} of ${progress.all} tested`}
              />
            )}
          </div>
        </>
      )}
    </form>
  );
}

function ImportFound({ preview, tests }: { preview: ImportPreview; tests: Tests }) {
  const { servers, rest, isRestChosen, problems, leftOutCount, missing, keep } = preview;
  const hasSecrets = servers.some((server) => server.secrets.length > 0);
  return (
    <section aria-labelledby="found" className="mt-4 grid gap-4">
      <h2 id="found" className="text-[17px] font-semibold">
        {servers.length === 0
          ? 'No servers in it'
          : servers.length === 1
            ? 'One server in it'
            : `${servers.length} servers in it`}
      </h2>
      {leftOutCount > 0 && (
        <p className="text-sm text-down">{leftOutCount} more were left out: import them in parts.</p>
      )}
      {problems.length > 0 && (
        <ul className="grid gap-1 text-sm text-soft">
          {problems.map((problem, i) => (
            <li key={i} className="wrap-anywhere">
              {problem}
            </li>
          ))}
        </ul>
      )}
      <ImportMissing missing={missing} />
      {hasSecrets && (
        <p className="flex flex-wrap items-center gap-3 text-sm">
          <span className="font-semibold">Credentials that stand in it are</span>
          <KeepChoice name="keep" label="Credentials of all servers" value={keep} />
        </p>
      )}
      <ul>
        {servers.map((server) => (
          <ImportRow key={server.name} server={server} test={tests[server.name] ?? server.test} />
        ))}
      </ul>
      {rest.length > 0 && (
        <label className="flex items-start gap-2.5 border-t border-hair pt-4 text-sm">
          <input type="checkbox" name="rest" value="yes" defaultChecked={isRestChosen} className="mt-0.5 size-4" />
          <span className="wrap-anywhere">Also take over from rollcall.json: {rest.join(', ')}</span>
        </label>
      )}
    </section>
  );
}

type Tests = Record<string, ImportTest | 'running'>;

/** One request a server, so that each result shows when it is there. */
function useTests(action: FormAction, result: unknown) {
  const [tests, setTests] = useState<Tests>({});
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const round = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another preview makes the tests of the last one worthless
  useEffect(() => {
    round.current++;
    setTests({});
    setProgress(null);
  }, [result]);

  async function run(form: HTMLFormElement): Promise<void> {
    const mine = ++round.current;
    const fields = new FormData(form);
    const names = fields.getAll('chosen').filter((value) => typeof value === 'string');
    setTests({});
    for (const [done, name] of names.entries()) {
      if (round.current !== mine) return;
      setProgress({ done, all: names.length });
      setTests((before) => ({ ...before, [name]: 'running' }));
      fields.set('do', 'test');
      fields.set('only', name);
      const told = await action(UNTOUCHED, fields);
      const server = isPreview(told.result) ? told.result.servers.find((one) => one.name === name) : undefined;
      const test = server?.test ?? { verdict: null, text: told.message ?? 'It could not be tested' };
      if (round.current === mine) setTests((before) => ({ ...before, [name]: test }));
    }
    if (round.current === mine) setProgress(null);
  }

  function testOneByOne(event: MouseEvent<HTMLButtonElement>): void {
    const { form } = event.currentTarget;
    if (form === null) return;
    event.preventDefault();
    void run(form);
  }

  return { tests, progress, testOneByOne };
}
