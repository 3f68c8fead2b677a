// Stored secrets by name, with who set them and when. No value ever comes here.
import { removeSecretAction, storeSecretAction } from '@/app/admin/settings/actions';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { whenText } from '@/lib/core/words/format';
import type { SecretView } from '@/lib/reads/secrets';

interface SecretListProps {
  secrets: readonly SecretView[];
  now: number;
  timezone: string;
}

export function SecretList({ secrets, now, timezone }: SecretListProps) {
  return (
    <>
      {secrets.length === 0 && <p className="text-sm text-soft">None is stored.</p>}
      <ul className="text-sm">
        {secrets.map(({ name, changedAt, changedBy }) => (
          <li key={name} className="border-t border-hair py-2.5">
            <p className="font-mono wrap-anywhere">{name}</p>
            <p className="text-soft">
              set by {changedBy}, {whenText(changedAt, now, timezone)}
            </p>
            <details className="mt-1">
              <summary className="text-soft">Remove</summary>
              <div className="mt-2 max-w-md">
                <PanelForm action={removeSecretAction} submit="Remove it" look="danger" label={`Remove ${name}`}>
                  <input type="hidden" name="name" value={name} />
                  <Field
                    name="confirm"
                    label={`Write ${name} to confirm`}
                    hint="What names it is not called any more, and says why"
                    autoComplete="off"
                    isRequired
                  />
                </PanelForm>
              </div>
            </details>
          </li>
        ))}
      </ul>
      <div className="mt-6 max-w-xl">
        <PanelForm action={storeSecretAction} submit="Store it" label="Store a secret">
          <Field
            name="name"
            label="Name"
            hint="One of a name that is stored is replaced"
            autoComplete="off"
            maxLength={100}
            isRequired
          />
          <Field
            name="secret"
            label="Value"
            type="password"
            hint="Stored encrypted; it never comes out of here"
            autoComplete="new-password"
            isRequired
          />
        </PanelForm>
      </div>
    </>
  );
}
