'use client';
// One server of an import: what was understood, how it stands to what is there, where its credentials go, what a test said.
import { useId } from 'react';
import type { ImportTest } from '@/lib/admin/panel/import/import-test';
import { isImportable, type PreviewServer } from './import-preview';

const STANDINGS = { new: 'new', changed: 'changed', same: 'as it is already', managed: 'managed by a file' };
const KINDS = {
  http: 'remote',
  sse: 'remote, HTTP+SSE',
  stdio: 'command',
  health: 'health URL alone',
  unknown: 'not understood',
};

export function ImportRow({ server, test }: { server: PreviewServer; test: ImportTest | 'running' | null }) {
  const id = useId();
  const { name, source, clients, kind, standing, managedBy, address, secrets, keep, isPaused, problem, isChosen } =
    server;
  const canImport = isImportable(server);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1.5 border-t border-hair py-4">
      <input
        id={id}
        type="checkbox"
        name="chosen"
        value={name}
        defaultChecked={isChosen && canImport}
        disabled={!canImport}
        className="mt-1 size-4"
      />
      <div className="flex flex-wrap items-baseline gap-x-3">
        <label htmlFor={id} className="font-semibold wrap-anywhere">
          {name}
        </label>
        <span className="text-sm">{standing === 'managed' ? `managed by ${managedBy}` : STANDINGS[standing]}</span>
        {isPaused && <span className="text-sm text-soft">paused</span>}
      </div>
      <input type="hidden" name="seen" value={name} />
      <div className="col-start-2 grid gap-1.5 text-sm">
        <p className="font-mono text-[13px] wrap-anywhere">{address || 'no address'}</p>
        <p className="text-soft wrap-anywhere">
          {KINDS[kind]}, {source === 'pasted' ? 'pasted' : `from ${source}`}, in the words of {clients}
        </p>
        {problem && <p className="text-down wrap-anywhere">Not called as it is: {problem}</p>}
        {secrets.length > 0 && (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="wrap-anywhere">
              {secrets.length === 1 ? 'Credential' : 'Credentials'}:{' '}
              <code className="font-mono text-[13px]">{secrets.join(', ')}</code>
            </span>
            {canImport && <KeepChoice name={`keep:${name}`} label={`Credentials of ${name}`} value={keep} hasDefault />}
          </div>
        )}
        <TestLine test={test} hasProblem={problem !== null} />
      </div>
    </li>
  );
}

interface KeepChoiceProps {
  name: string;
  label: string;
  value: string;
  /** Offers "as for all". */
  hasDefault?: boolean;
}

export function KeepChoice({ name, label, value, hasDefault = false }: KeepChoiceProps) {
  return (
    <select
      key={value}
      name={name}
      aria-label={label}
      defaultValue={value}
      className="max-w-full rounded-md border border-gap bg-paper px-2 py-1.5 text-base sm:text-sm"
    >
      {hasDefault && <option value="">as for all</option>}
      <option value="store">stored here, encrypted</option>
      <option value="variable">only named, as a variable I set</option>
    </select>
  );
}

const TONES = { up: 'text-up', degraded: 'text-degraded', down: 'text-down', locked: 'text-soft' };

function TestLine({ test, hasProblem }: { test: ImportTest | 'running' | null; hasProblem: boolean }) {
  if (test === null) return null;
  if (test === 'running') return <p className="text-soft">Testing…</p>;
  return (
    <p className={`wrap-anywhere ${test.verdict === null ? 'text-soft' : TONES[test.verdict]}`}>
      <b className="font-semibold">Test:</b> {test.verdict === null && hasProblem ? 'not called' : test.text}
    </p>
  );
}
