// Where an invitation or the setup link of the log leads.
import type { Metadata } from 'next';
import { DoorFrame } from '@/app/ui/admin/door-frame';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { readInvitation } from '@/lib/auth/join';
import { openDoor } from '@/lib/auth/panel-auth';
import { PASSWORD_LENGTH_MIN } from '@/lib/core/access/password';
import { ROLE_WORDS } from '@/lib/core/access/role';
import { joinAction } from './actions';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Join · Rollcall', robots: { index: false }, referrer: 'same-origin' };

export default async function JoinPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  const { db, now } = openDoor(false);
  const invitation = typeof token === 'string' ? readInvitation(db, token, now) : null;
  if (typeof token !== 'string' || invitation === null) return <NoInvitation />;
  const { name, may } = ROLE_WORDS[invitation.role];
  const lead = invitation.isSetup
    ? 'You become the first administrator of this Rollcall.'
    : `You are invited as ${name.toLowerCase()}: ${may}.`;
  return (
    <DoorFrame title="Welcome" lead={lead}>
      <PanelForm action={joinAction} submit="Create the account" pending="Creating…">
        <Field name="name" label="Name" hint="As others know you" autoComplete="name" isRequired maxLength={80} />
        <Field name="email" label="E-mail address" type="email" autoComplete="username" isRequired maxLength={254} />
        <Field
          name="password"
          label="Password"
          hint={`At least ${PASSWORD_LENGTH_MIN} characters; a few words do`}
          type="password"
          autoComplete="new-password"
          isRequired
        />
        <Field name="passwordAgain" label="Password again" type="password" autoComplete="new-password" isRequired />
        <input type="hidden" name="token" value={token} />
      </PanelForm>
    </DoorFrame>
  );
}

function NoInvitation() {
  return (
    <DoorFrame title="This link leads nowhere" lead="It was used, withdrawn, or has run out.">
      <p className="text-sm">
        Ask an administrator for a new one. The link for the first administrator is in the log of Rollcall, anew at each
        start.
      </p>
    </DoorFrame>
  );
}
