// Who may enter the panel, and invitations.
import type { Metadata } from 'next';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { PersonRow } from '@/app/ui/admin/person-row';
import { Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { ToldLink } from '@/app/ui/client/form/told-link';
import { Section } from '@/app/ui/section';
import { Cell, Table } from '@/app/ui/table';
import { ROLE_WORDS, ROLES } from '@/lib/core/access/role';
import { whenText } from '@/lib/core/words/format';
import { type InvitationView, readInvitations, readPeople } from '@/lib/reads/people';
import { inviteAction, withdrawAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'People · Rollcall', robots: { index: false } };

const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: `${ROLE_WORDS[role].name}: ${ROLE_WORDS[role].may}`,
})).reverse();

export default async function PeoplePage() {
  const who = await requireRole('administrator', '/admin/people');
  const now = Date.now();
  return (
    <AdminFrame who={who} place="/admin/people" title="People" lead="Who may enter this panel, and as what.">
      <ul className="mt-6">
        {readPeople().map((person) => (
          <PersonRow key={person.id} person={person} isSelf={person.id === who.id} />
        ))}
      </ul>
      <Section title="Invite somebody">
        <div className="max-w-xl">
          <PanelForm action={inviteAction} submit="Make a link" label="Invite somebody">
            <Field
              name="note"
              label="For whom"
              hint="Only for your list; they write name and address themselves"
              isRequired
            />
            <Choice name="role" label="As" defaultValue="viewer" options={ROLE_OPTIONS} />
            <ToldLink label="The link" />
          </PanelForm>
        </div>
      </Section>
      <Invitations invitations={readInvitations(now)} now={now} />
    </AdminFrame>
  );
}

function Invitations({ invitations, now }: { invitations: readonly InvitationView[]; now: number }) {
  if (invitations.length === 0) return null;
  return (
    <Section title="Open invitations">
      <Table
        caption="Open invitations"
        heads={[
          ['For', 'w-[34%]'],
          ['As', 'w-[20%]'],
          ['Until', 'w-[24%]'],
          ['', 'w-[22%]'],
        ]}
      >
        {invitations.map(({ id, note, role, expiresAt }) => (
          <tr key={id}>
            <Cell isHead>{note}</Cell>
            <Cell>{ROLE_WORDS[role].name}</Cell>
            <Cell>{whenText(expiresAt, now, 'UTC')} UTC</Cell>
            <Cell>
              <PanelForm
                action={withdrawAction}
                submit="Withdraw"
                look="quiet"
                isInline
                label={`Withdraw the invitation of ${note}`}
              >
                <input type="hidden" name="invitation" value={id} />
              </PanelForm>
            </Cell>
          </tr>
        ))}
      </Table>
    </Section>
  );
}
