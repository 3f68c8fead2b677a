'use client';
// A form of the panel: sends itself with and without script, keeps what was typed, says what is wrong beside the field,
// cannot be sent twice while it is under way.
import { createContext, type ReactNode, useActionState, useContext } from 'react';
import { type FormAction, type FormState, UNTOUCHED } from './form-state';

const StateContext = createContext<FormState>(UNTOUCHED);

export function useFormState(): FormState {
  return useContext(StateContext);
}

interface PanelFormProps {
  action: FormAction;
  /** On the button. */
  submit: string;
  /** More buttons beside it; the action reads which one as the field `do`. */
  others?: readonly { value: string; label: string }[];
  /** On the button while it is under way. */
  pending?: string;
  look?: 'main' | 'quiet' | 'danger';
  /** Fields beside each other with the button, for short forms in lists. */
  isInline?: boolean;
  /** Beside the form on a wide screen, under it on a narrow one: what came of it. */
  aside?: ReactNode;
  /** Names the form for those who do not see it. */
  label?: string;
  children?: ReactNode;
}

const BUTTON = 'min-h-10 rounded-md border px-4 py-2 text-sm font-semibold disabled:opacity-60';
const LOOKS = {
  main: 'border-ink bg-ink text-paper',
  quiet: 'border-gap bg-paper text-ink',
  danger: 'border-down bg-paper text-down',
};

export function PanelForm({
  action,
  submit,
  others = [],
  pending = 'Working…',
  look = 'main',
  isInline = false,
  aside,
  label,
  children,
}: PanelFormProps) {
  const [state, send, isPending] = useActionState(action, UNTOUCHED);
  const form = (
    <form
      action={send}
      aria-label={label}
      aria-busy={isPending}
      className={isInline ? 'flex flex-wrap items-end gap-3' : 'grid gap-4'}
    >
      {!isInline && <FormMessage state={state} />}
      {children}
      <div className="flex flex-wrap gap-3">
        <button
          type="submit"
          // The first button is what Enter presses.
          {...(others.length > 0 && { name: 'do', value: 'main' })}
          disabled={isPending}
          className={`${BUTTON} ${LOOKS[look]}`}
        >
          {isPending ? pending : submit}
        </button>
        {others.map(({ value, label: text }) => (
          <button
            key={value}
            type="submit"
            name="do"
            value={value}
            disabled={isPending}
            className={`${BUTTON} ${LOOKS.quiet}`}
          >
            {text}
          </button>
        ))}
      </div>
      {isInline && <FormMessage state={state} />}
    </form>
  );
  return (
    <StateContext value={state}>
      {aside ? (
        <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-2">
          {form}
          {aside}
        </div>
      ) : (
        form
      )}
    </StateContext>
  );
}

function FormMessage({ state }: { state: FormState }) {
  // A result is what was asked for, such as that of a test, though nothing was saved.
  const isBad = state.status === 'failed' && state.result === null;
  const text =
    state.message ?? (isBad && Object.keys(state.problems).length > 0 ? 'Some fields need another look.' : null);
  const orphan = state.problems.form;
  return (
    <div role={isBad ? 'alert' : 'status'} className={text || orphan ? 'text-sm' : 'sr-only'}>
      {text && (
        <p
          className={
            isBad ? 'font-semibold text-down' : state.status === 'done' ? 'font-semibold text-up' : 'font-semibold'
          }
        >
          {text}
        </p>
      )}
      {orphan && <p className="text-down">{orphan}</p>}
    </div>
  );
}
