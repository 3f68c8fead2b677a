// One tool: its name, what it says of itself and of its effects, and folded away what it takes and gives. All of it is the
// server's own words: shown as text, cut before it comes here.
import { Foreign } from '@/app/ui/foreign';
import type { ToolDetail } from '@/lib/core/catalogue/tool-detail';
import type { Language } from '@/lib/core/words/language';
import { wordsOf } from '@/lib/core/words/words';

/** As much of a description as stands in the list; the rest is with the schemas. */
const SHORT = 240;

export function ToolEntry({ tool, language }: { tool: ToolDetail; language: Language }) {
  const words = wordsOf(language).tools;
  const { name, title, description, traits } = tool;
  const isLong = description !== null && [...description].length > SHORT;
  return (
    <li className="grid gap-x-4 border-t border-hair py-2.5 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <div>
        <h3 data-said="">
          <code className="text-[13px]">
            <Foreign text={name} maxLength={128} />
          </code>
        </h3>
        {traits.length > 0 && (
          <p className="text-[13px] text-soft" title={words.traitsLabel}>
            {traits.map((trait, index) => (
              <span key={trait} className={trait === 'destructive' ? 'text-down' : ''}>
                {index > 0 && ', '}
                {words.traits[trait]}
              </span>
            ))}
          </p>
        )}
      </div>
      <div>
        {title !== null && title !== name && (
          <p className="font-semibold" data-said="">
            <Foreign text={title} maxLength={128} />
          </p>
        )}
        {description === null ? (
          <p className="text-soft">{words.saysNothing}</p>
        ) : (
          <p data-said="">
            <Foreign text={description} maxLength={SHORT} />
          </p>
        )}
        <details className="mt-1">
          <summary className="text-[13px] text-soft">{words.details}</summary>
          {isLong && (
            <p className="mt-2" data-said="">
              <Foreign text={description} maxLength={1_000} />
            </p>
          )}
          <Arguments tool={tool} language={language} />
          <Schema heading={words.inputSchema} text={tool.inputSchema} />
          <Schema heading={words.outputSchema} text={tool.outputSchema} />
          {tool.isCut && <p className="mt-1 text-[13px] text-soft">{words.isCut}</p>}
        </details>
      </div>
    </li>
  );
}

function Arguments({ tool, language }: { tool: ToolDetail; language: Language }) {
  const words = wordsOf(language).tools;
  if (tool.arguments.length === 0) return <p className="mt-2 text-soft">{words.takesNothing}</p>;
  return (
    <ul className="mt-2">
      {tool.arguments.map((argument, index) => (
        <li key={index}>
          <code className="text-[13px]">
            <Foreign text={argument.name} maxLength={64} />
          </code>
          <span className="text-soft">
            {argument.type !== '' && (
              <>
                {' '}
                <Foreign text={argument.type} maxLength={64} />
              </>
            )}
            {argument.isRequired && `, ${words.required}`}
          </span>
        </li>
      ))}
      {tool.argumentsLeft > 0 && <li className="text-soft">{words.moreArguments(tool.argumentsLeft)}</li>}
    </ul>
  );
}

function Schema({ heading, text }: { heading: string; text: string | null }) {
  if (text === null) return null;
  return (
    <figure className="mt-2 print:hidden">
      <figcaption className="text-[13px] text-soft">{heading}</figcaption>
      <pre className="rounded-md bg-sunk px-3 py-2 text-[12px] wrap-anywhere whitespace-pre-wrap" dir="ltr">
        <code>{text}</code>
      </pre>
    </figure>
  );
}
