// What can be done with a server as it is: call it, pause it, take it off the roll, put it back, delete it.
import {
  archiveServerAction,
  callServersAction,
  deleteServerAction,
  restoreServerAction,
} from '@/app/admin/endpoints/actions';
import { Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { mayActAs, type Role } from '@/lib/core/access/role';
import type { PanelServerView } from '@/lib/reads/panel-servers';

export function ServerDuties({ server, role }: { server: PanelServerView; role: Role }) {
  const isAdministrator = mayActAs(role, 'administrator');
  if (server.archivedAt !== null) return isAdministrator ? <ArchivedDuties server={server} /> : null;
  if (!mayActAs(role, 'editor')) return null;
  return (
    <div className="mt-5 flex flex-wrap items-start gap-4">
      <PanelForm
        action={callServersAction}
        submit="Call now"
        look="quiet"
        others={[server.isPaused ? { value: 'resume', label: 'Resume' } : { value: 'pause', label: 'Pause' }]}
        isInline
        label="Calls"
      >
        <input type="hidden" name="slug" value={server.slug} />
      </PanelForm>
      {isAdministrator && server.source === null && (
        <PanelForm action={archiveServerAction} submit="Archive" look="quiet" isInline label="Take it off the roll">
          <input type="hidden" name="name" value={server.name} />
        </PanelForm>
      )}
    </div>
  );
}

function ArchivedDuties({ server }: { server: PanelServerView }) {
  return (
    <div className="mt-5 grid max-w-xl gap-6">
      <p className="text-sm text-soft">It is off the roll; its history is kept.</p>
      {server.source === null && (
        <PanelForm action={restoreServerAction} submit="Put it back on the roll" look="quiet" label="Restore">
          <input type="hidden" name="name" value={server.name} />
        </PanelForm>
      )}
      <PanelForm action={deleteServerAction} submit="Delete with all history" look="danger" label="Delete">
        <Field name="confirm" label={`Write ${server.slug} to delete it for good`} autoComplete="off" isRequired />
        <input type="hidden" name="slug" value={server.slug} />
      </PanelForm>
    </div>
  );
}
