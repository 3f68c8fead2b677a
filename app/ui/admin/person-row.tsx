// One person in the list, with what an administrator can do folded under the name.
import { endPersonSessionsAction, removePersonAction, setRoleAction } from '@/app/admin/people/actions';
import { Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { ROLE_WORDS, ROLES } from '@/lib/core/access/role';
import type { PersonView } from '@/lib/reads/people';

export function PersonRow({ person, isSelf }: { person: PersonView; isSelf: boolean }) {
  const { id, name, email, role, hasTwoFactor } = person;
  return (
    <li className="border-t border-hair py-3">
      <details>
        <summary className="flex flex-wrap items-baseline gap-x-4">
          <span className="font-semibold wrap-anywhere">{name}</span>
          <span className="text-sm text-soft wrap-anywhere">{email}</span>
          <span className="ml-auto text-sm">
            {ROLE_WORDS[role].name}
            {isSelf && ', you'}
            {hasTwoFactor ? ', second factor' : ', password only'}
          </span>
        </summary>
        <div className="grid gap-5 py-4">
          <PanelForm action={setRoleAction} submit="Change" look="quiet" isInline label={`Role of ${name}`}>
            <Choice
              name="role"
              label="Role"
              defaultValue={role}
              options={ROLES.map((value) => ({ value, label: ROLE_WORDS[value].name }))}
            />
            <input type="hidden" name="person" value={id} />
          </PanelForm>
          <PanelForm
            action={endPersonSessionsAction}
            submit="Sign out everywhere"
            look="quiet"
            isInline
            label={`Sessions of ${name}`}
          >
            <input type="hidden" name="person" value={id} />
          </PanelForm>
          {!isSelf && (
            <PanelForm action={removePersonAction} submit="Remove" look="danger" isInline label={`Remove ${name}`}>
              <Field name="confirm" label={`Write ${email} to remove this person`} autoComplete="off" isRequired />
              <input type="hidden" name="person" value={id} />
              <input type="hidden" name="email" value={email} />
            </PanelForm>
          )}
        </div>
      </details>
    </li>
  );
}
