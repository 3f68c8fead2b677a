// Words for the usual updates, to begin from: told in square brackets is what only people know. Pure.
import type { IncidentStatus } from './incident';

export interface UpdateTemplate {
  /** In addresses. */
  id: string;
  /** On what one clicks. */
  name: string;
  status: IncidentStatus;
  /** Markdown. */
  body: string;
}

export const UPDATE_TEMPLATES: readonly UpdateTemplate[] = [
  {
    id: 'looking',
    name: 'We are looking into it',
    status: 'investigating',
    body: 'We have noticed it and are looking into it. Next update by [time].',
  },
  {
    id: 'cause',
    name: 'The cause is known',
    status: 'identified',
    body: 'The cause is [what it is]. We are [what is being done]; until then [what people can do].',
  },
  {
    id: 'others',
    name: 'It is with somebody else',
    status: 'identified',
    body: 'The cause lies with [whom]. They know of it and say [what]. There is nothing to do on your side.',
  },
  {
    id: 'credentials',
    name: 'Credentials ran out',
    status: 'identified',
    body: 'The credentials of the server ran out. New ones are being put in; restart your client afterwards.',
  },
  {
    id: 'watching',
    name: 'Mended, we keep watching',
    status: 'monitoring',
    body: 'It is mended and answers again. We keep watching for [how long].',
  },
  {
    id: 'over',
    name: 'It is over',
    status: 'resolved',
    body: 'It works again since [time]. The cause was [what it was]. If your client still misses tools, restart it.',
  },
  {
    id: 'postmortem',
    name: 'Looking back',
    status: 'postmortem',
    body: '**What happened.** [In two sentences.]\n\n**Why.** [The cause.]\n\n**What we change.** [So that it does not come again.]',
  },
];
