// Where somebody is signed in, each with a way to end it.

import type { FormAction } from '@/app/ui/client/form/form-state';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { Cell, Table } from '@/app/ui/table';
import { whenText } from '@/lib/core/words/format';
import type { SessionView } from '@/lib/reads/people';

interface SessionListProps {
  sessions: readonly SessionView[];
  /** The one that asks. */
  present: string;
  now: number;
  action: FormAction;
}

export function SessionList({ sessions, present, now, action }: SessionListProps) {
  return (
    <>
      <Table
        caption="Sessions"
        heads={[
          ['Browser', 'w-[46%]'],
          ['Since', 'w-[24%]'],
          ['', 'w-[30%]'],
        ]}
      >
        {sessions.map(({ id, userAgent, address, createdAt }) => (
          <tr key={id}>
            <Cell isHead>
              {userAgent || 'unknown'}
              {address && <span className="block text-soft">{address}</span>}
            </Cell>
            <Cell>{whenText(createdAt, now, 'UTC')} UTC</Cell>
            <Cell>
              {id === present ? (
                'this one'
              ) : (
                <PanelForm action={action} submit="End" look="quiet" isInline label={`End the session of ${userAgent}`}>
                  <input type="hidden" name="session" value={id} />
                </PanelForm>
              )}
            </Cell>
          </tr>
        ))}
      </Table>
      {sessions.length > 1 && (
        <div className="mt-4">
          <PanelForm action={action} submit="End all others" look="quiet" isInline label="End all other sessions">
            <input type="hidden" name="session" value="others" />
          </PanelForm>
        </div>
      )}
    </>
  );
}
