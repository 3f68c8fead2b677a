// Which alert goes to which channel.
import type { Metadata } from 'next';
import { arrangeRouteAction } from '@/app/admin/channels/routes/actions';
import { routeText } from '@/app/admin/channels/routes/route-words';
import { requireRole } from '@/app/admin/gate';
import { AdminFrame } from '@/app/ui/admin/admin-frame';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { Section } from '@/app/ui/section';
import { panelDesk } from '@/lib/admin/panel/desk';
import { type AlertingInForce, alertingInForce } from '@/lib/admin/panel/in-force';
import { type RouteDraft, routeMark } from '@/lib/admin/panel/routes';
import { mayActAs } from '@/lib/core/access/role';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Routes · Rollcall', robots: { index: false } };

export default async function RoutesPage() {
  const who = await requireRole('viewer', '/admin/channels/routes');
  const { fileRoutes, panelRoutes } = alertingInForce(panelDesk());
  const isAdministrator = mayActAs(who.role, 'administrator');
  return (
    <AdminFrame
      who={who}
      place="/admin/channels"
      title="Routes"
      lead="Every route that fits an alert is taken; a channel gets it once, by the soonest."
    >
      {isAdministrator && (
        <p className="mt-4 text-sm">
          <a className="font-semibold underline" href="/admin/channels/routes/new">
            Add a route
          </a>
        </p>
      )}
      {fileRoutes.length + panelRoutes.length === 0 && (
        <p className="mt-6">There is no route: every channel gets what is critical or high.</p>
      )}
      {fileRoutes.length > 0 && <FileRoutes routes={fileRoutes} />}
      {panelRoutes.length > 0 && <OwnRoutes routes={panelRoutes} isAdministrator={isAdministrator} />}
    </AdminFrame>
  );
}

function FileRoutes({ routes }: { routes: AlertingInForce['fileRoutes'] }) {
  return (
    <Section title="Of files" fact="changed in their file">
      <ol className="text-sm">
        {routes.map(({ source, route }, i) => (
          <li key={i} className="border-t border-hair py-2.5 wrap-anywhere">
            <b className="font-semibold">{route.to.join(', ')}</b>
            <span className="block text-soft">
              {routeText(route, true)} ({source})
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OwnRoutes({ routes, isAdministrator }: { routes: readonly RouteDraft[]; isAdministrator: boolean }) {
  return (
    <Section title="Of this panel">
      <ol className="text-sm">
        {routes.map((route, at) => {
          const to = Array.isArray(route.to) ? route.to.join(', ') : '';
          return (
            <li
              key={`${at} ${routeMark(route)}`}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-t border-hair py-2.5"
            >
              <div className="min-w-0 wrap-anywhere">
                <b className="font-semibold">{to}</b>
                <span className="block text-soft">{routeText(route)}</span>
                {isAdministrator && (
                  <a className="underline" href={`/admin/channels/routes/${at}`}>
                    Change
                  </a>
                )}
              </div>
              {isAdministrator && <Arrange route={route} at={at} name={`${at + 1}, to ${to}`} />}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

function Arrange({ route, at, name }: { route: RouteDraft; at: number; name: string }) {
  const others = [
    { value: 'down', label: 'Down' },
    { value: 'delete', label: 'Delete' },
  ];
  return (
    <PanelForm
      action={arrangeRouteAction}
      submit="Up"
      others={others}
      look="quiet"
      isInline
      pending="Up"
      label={`Route ${name}`}
    >
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="mark" value={routeMark(route)} />
    </PanelForm>
  );
}
