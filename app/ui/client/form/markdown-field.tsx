'use client';
// A text in Markdown with what readers will see of it: as it is typed where there is script, by a button where there is
// none. Templates are links that fill the field; without script they load the page with it filled.
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { Markdown } from '@/app/ui/markdown';
import { BODY_LIMIT } from '@/lib/core/incident/incident-input';
import type { UpdateTemplate } from '@/lib/core/incident/update-templates';
import { boxOf, Labelled } from './labelled';
import { useFormState } from './panel-form';

interface MarkdownFieldProps {
  name: string;
  label: string;
  defaultValue?: string;
  rows?: number;
  isRequired?: boolean;
  /** Those that fit now. */
  templates?: readonly UpdateTemplate[];
}

const HINT = 'Markdown: **strong**, `code`, lists, links. No HTML, no images.';

export function MarkdownField({
  name,
  label,
  defaultValue = '',
  rows = 5,
  isRequired = false,
  templates = [],
}: MarkdownFieldProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const state = useFormState();
  const problem = state.problems[name];
  const typed = state.values[name] ?? defaultValue;
  const [text, setText] = useState(typed);
  // React empties the form once it was sent, without an event of the field.
  useEffect(() => setText(state.status === 'done' ? defaultValue : typed), [state, typed, defaultValue]);

  function fill(event: MouseEvent, { body, status }: UpdateTemplate): void {
    event.preventDefault();
    if (!area.current) return;
    area.current.value = body;
    setText(body);
    const choice = area.current.form?.elements.namedItem('status');
    if (choice instanceof HTMLSelectElement) choice.value = status;
    area.current.focus();
  }

  return (
    <div className="min-w-0">
      <Labelled id={id} label={label} hint={HINT} problem={problem}>
        {templates.length > 0 && (
          <ul aria-label="Begin with" className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
            {templates.map((template) => (
              <li key={template.id}>
                <a
                  href={`?template=${template.id}`}
                  onClick={(event) => fill(event, template)}
                  className="inline-block py-1 underline"
                >
                  {template.name}
                </a>
              </li>
            ))}
          </ul>
        )}
        <textarea
          ref={area}
          {...boxOf({ id, hint: HINT, problem })}
          name={name}
          rows={rows}
          maxLength={BODY_LIMIT}
          required={isRequired}
          defaultValue={typed}
          onChange={(event) => setText(event.target.value)}
        />
      </Labelled>
      <noscript>
        <button
          type="submit"
          name="do"
          value="preview"
          formNoValidate
          className="mt-2 min-h-10 rounded-md border border-gap px-4 py-2 text-sm font-semibold"
        >
          Preview
        </button>
      </noscript>
      {text.trim() !== '' && (
        <section aria-label="Preview" className="mt-2 border-l-2 border-gap pl-3 text-[15px]">
          <Markdown source={text} />
        </section>
      )}
    </div>
  );
}
