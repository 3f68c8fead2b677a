// The list: what each page, route and action of the panel demands of who comes.

export type Access = 'anybody' | 'viewer' | 'editor' | 'administrator';

/** Files below app. */
export const PAGES: Record<string, Access> = {
  'admin/page.tsx': 'viewer',
  'admin/account/page.tsx': 'viewer',
  'admin/audit/page.tsx': 'administrator',
  'admin/audit.csv/route.ts': 'administrator',
  'admin/endpoints/page.tsx': 'viewer',
  'admin/endpoints/[slug]/page.tsx': 'viewer',
  'admin/endpoints/new/page.tsx': 'administrator',
  'admin/endpoints/order/page.tsx': 'administrator',
  'admin/export/mcp.json/route.ts': 'administrator',
  'admin/export/page.tsx': 'administrator',
  'admin/export/rollcall.json/route.ts': 'administrator',
  'admin/join/page.tsx': 'anybody',
  'admin/people/page.tsx': 'administrator',
  'admin/second-factor/page.tsx': 'anybody',
  'admin/sign-in/page.tsx': 'anybody',
};

/** File below app, and name. */
export const ACTIONS: Record<string, Access> = {
  'admin/account/actions.ts#changePasswordAction': 'viewer',
  'admin/account/actions.ts#confirmTwoFactorAction': 'viewer',
  'admin/account/actions.ts#endOwnSessionAction': 'viewer',
  'admin/account/actions.ts#startTwoFactorAction': 'viewer',
  'admin/account/actions.ts#stopTwoFactorAction': 'viewer',
  'admin/endpoints/actions.ts#archiveServerAction': 'administrator',
  'admin/endpoints/actions.ts#callServersAction': 'editor',
  'admin/endpoints/actions.ts#deleteServerAction': 'administrator',
  'admin/endpoints/actions.ts#orderServersAction': 'administrator',
  'admin/endpoints/actions.ts#restoreServerAction': 'administrator',
  'admin/endpoints/actions.ts#saveServerAction': 'administrator',
  'admin/join/actions.ts#joinAction': 'anybody',
  'admin/people/actions.ts#endPersonSessionsAction': 'administrator',
  'admin/people/actions.ts#inviteAction': 'administrator',
  'admin/people/actions.ts#removePersonAction': 'administrator',
  'admin/people/actions.ts#setRoleAction': 'administrator',
  'admin/people/actions.ts#withdrawAction': 'administrator',
  'admin/sign-in/actions.ts#secondFactorAction': 'anybody',
  'admin/sign-in/actions.ts#signInAction': 'anybody',
  'admin/sign-in/actions.ts#signOutAction': 'anybody',
};
