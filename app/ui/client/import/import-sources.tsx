'use client';
// Where the files of an import come from: pasted, dropped or chosen. With script they are read here and can be taken out again;
// without it they travel as they are.
import { type DragEvent, useEffect, useId, useState } from 'react';
import type { ImportSource } from '@/lib/config/import/read-import';

interface ImportSourcesProps {
  text: string;
  files: readonly ImportSource[];
  problem: string | undefined;
  /** Another one after each answer in which all came back: what is here gives way to it. Null: the answer was a refusal. */
  answer: object | null;
}

const LENGTH_LIMIT = 256 * 1024;
const TOO_LONG = 'That is more than 256 KiB. Import it in parts.';

export function ImportSources({ text, files: sent, problem, answer }: ImportSourcesProps) {
  const id = useId();
  // Null until somebody types: before that, and without script, what the server told back.
  const [typed, setTyped] = useState<string | null>(null);
  const [files, setFiles] = useState(sent);
  const [refused, setRefused] = useState<string | null>(null);
  const [isOver, setIsOver] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is what counts, not what is in it
  useEffect(() => {
    if (answer === null) return;
    setTyped(null);
    setFiles(sent);
  }, [answer]);

  async function take(chosen: FileList): Promise<void> {
    const fitting = [...chosen].filter((file) => file.size <= LENGTH_LIMIT);
    setRefused(fitting.length < chosen.length ? 'A file of more than 256 KiB was left out.' : null);
    const read = await Promise.all(fitting.map(async (file) => ({ name: file.name, text: await file.text() })));
    const names = new Set(read.map(({ name }) => name));
    setFiles((before) => [...before.filter(({ name }) => !names.has(name)), ...read]);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files);
  }

  return (
    <fieldset
      className="grid gap-3"
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <legend className="sr-only">What to import</legend>
      <label htmlFor={`${id}-text`} className="text-sm font-semibold">
        Paste a configuration, or drop files here
      </label>
      <textarea
        id={`${id}-text`}
        name="text"
        value={typed ?? text}
        onChange={({ target }) => {
          setTyped(target.value);
          // Said by the browser before it is sent: a request of more than 1 MB would be refused as a whole.
          target.setCustomValidity(target.value.length > LENGTH_LIMIT ? TOO_LONG : '');
        }}
        rows={10}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        placeholder={'{ "mcpServers": { … } }'}
        className={`w-full rounded-md border bg-paper px-3 py-2 font-mono text-base sm:text-[13px] ${isOver ? 'border-ink' : problem ? 'border-down' : 'border-gap'}`}
      />
      {(problem ?? refused) && (
        <p id={`${id}-problem`} className="text-[13px] text-down">
          {problem ?? refused}
        </p>
      )}
      <div>
        <label htmlFor={`${id}-upload`} className="block text-sm font-semibold">
          Or choose files
        </label>
        <input
          id={`${id}-upload`}
          name="upload"
          type="file"
          multiple
          accept=".json,.jsonc,.toml,.yaml,.yml"
          className="mt-1 w-full text-sm file:mr-3 file:min-h-10 file:rounded-md file:border file:border-solid file:border-gap file:bg-paper file:px-4 file:py-2 file:text-sm file:font-semibold file:text-ink"
          onChange={(event) => {
            const { files: chosen } = event.target;
            if (chosen === null) return;
            // Taken over into the hidden field: else they would be sent twice.
            void take(chosen).then(() => {
              event.target.value = '';
            });
          }}
        />
      </div>
      <input type="hidden" name="files" value={files.length === 0 ? '' : JSON.stringify(files)} />
      {files.length > 0 && (
        <ul className="grid gap-1 text-sm">
          {files.map(({ name, text: content }) => (
            <li key={name} className="flex flex-wrap items-baseline gap-3">
              <span className="font-mono text-[13px] wrap-anywhere">{name}</span>
              <span className="text-soft">{Math.ceil(content.length / 1024)} KiB</span>
              <button
                type="button"
                className="underline underline-offset-2"
                onClick={() => setFiles((before) => before.filter((file) => file.name !== name))}
              >
                Take out
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
