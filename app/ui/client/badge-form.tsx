'use client';
// The badge generator: a plain form whose result stands below it; with script the result follows each change. It gets its
// words and choices ready made.
import { type ReactNode, useState } from 'react';
import type { CopyWords } from '@/app/ui/client/copy-button';
import { SnippetBlock } from '@/app/ui/snippet-block';
import { type BadgeTarget, type BadgeWish, badgePath, badgeSnippets } from '@/lib/render/badge/badge-snippets';

export interface Choice {
  value: string;
  text: string;
}

interface BadgeFormProps {
  target: BadgeTarget;
  wish: BadgeWish;
  choices: Record<'kind' | 'period' | 'style', Choice[]>;
  words: Record<
    'kind' | 'period' | 'style' | 'label' | 'labelHint' | 'color' | 'labelColor' | 'colorHint' | 'make' | 'preview',
    string
  > & { copy: CopyWords };
}

const FIELD = 'mt-0.5 block w-full rounded-md border border-gap bg-paper px-2 py-1.5 text-ink placeholder:text-soft';
const TEXT_LENGTH = 60;

export function BadgeForm({ target, wish, choices, words }: BadgeFormProps) {
  const [wanted, setWanted] = useState(wish);
  const set = (name: keyof BadgeWish) => (event: { target: { value: string } }) =>
    setWanted({ ...wanted, [name]: event.target.value });
  const select = (name: keyof typeof choices, field: string) => (
    <Field label={words[name]}>
      <select name={field} value={wanted[name]} onChange={set(name)} className={FIELD}>
        {choices[name].map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
  const input = (name: 'label' | 'color' | 'labelColor', hint: string) => (
    <Field label={words[name]}>
      <input
        name={name}
        maxLength={TEXT_LENGTH}
        value={wanted[name]}
        onChange={set(name)}
        placeholder={hint}
        autoComplete="off"
        className={FIELD}
      />
    </Field>
  );
  return (
    <div className="border-t border-hair pt-3 text-sm">
      <form action="#badge" className="grid grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-3">
        {select('kind', 'badge')}
        {select('period', 'period')}
        {select('style', 'style')}
        {input('label', words.labelHint)}
        {input('color', words.colorHint)}
        {input('labelColor', words.colorHint)}
        <p className="col-span-full">
          <button type="submit" className="rounded-md border border-gap px-3 py-1.5">
            {words.make}
          </button>
        </p>
      </form>
      <p className="mt-3 flex min-h-8 flex-wrap items-center gap-3 text-soft">
        {words.preview}
        {/* biome-ignore lint/performance/noImgElement: a badge is made anew for each wish; there is nothing to optimise */}
        <img src={badgePath(target.slug, wanted)} alt={target.title} loading="lazy" className="max-w-full" />
      </p>
      {badgeSnippets(target, wanted).map(({ format, text }) => (
        <SnippetBlock key={format} heading={format} text={text} words={words.copy} />
      ))}
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label className="block text-[13px] text-soft">
      {label}
      {children}
    </label>
  );
}
