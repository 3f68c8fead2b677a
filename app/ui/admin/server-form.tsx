// The fields of a server: what it is, how it is called, how it is judged and shown.
import { saveServerAction } from '@/app/admin/endpoints/actions';
import { Check, Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { TestResult } from '@/app/ui/client/form/test-result';

interface ServerFormProps {
  /** Of a stored server; empty for a new one. */
  values: Record<string, string>;
  isNew: boolean;
  /** Commands may be run for the panel (ROLLCALL_ALLOW_STDIO is "admin"). */
  allowsStdio: boolean;
}

const KINDS = [
  { value: 'http', label: 'MCP over HTTP' },
  { value: 'health', label: 'a health URL alone' },
];
const STDIO = { value: 'stdio', label: 'a command (stdio)' };

export function ServerForm({ values, isNew, allowsStdio }: ServerFormProps) {
  const at = (name: string) => values[name] ?? '';
  return (
    <PanelForm
      action={saveServerAction}
      submit="Save"
      others={[{ value: 'test', label: 'Test now' }]}
      label="Server"
      aside={<TestResult />}
    >
      {isNew ? (
        <Field
          name="name"
          label="Name"
          hint="As in an mcp.json; its address and history hang on it, so it stays"
          isRequired
          maxLength={100}
        />
      ) : (
        <input type="hidden" name="name" value={at('name')} />
      )}
      <input type="hidden" name="isNew" value={isNew ? 'yes' : ''} />
      <Choice
        name="kind"
        label="What it is"
        defaultValue={at('kind') || 'http'}
        options={allowsStdio ? [...KINDS, STDIO] : KINDS}
      />
      <Field
        name="url"
        label="Address"
        hint="For MCP over HTTP. Streamable HTTP; older servers are recognised"
        defaultValue={at('url')}
        placeholder="https://warehouse.internal/mcp"
      />
      <Field
        name="headers"
        label="Headers"
        hint="One a line. A credential is stored encrypted and named by reference; ${VARIABLES} work too"
        type="textarea"
        rows={3}
        defaultValue={at('headers')}
        placeholder="Authorization: Bearer ${WAREHOUSE_TOKEN}"
      />
      {allowsStdio && <CommandFields at={at} />}
      <Field
        name="publicUrl"
        label="Address for visitors"
        hint="Shown on the page to copy into a client; empty: none is shown"
        defaultValue={at('publicUrl')}
        placeholder="https://warehouse.example.com/mcp"
      />
      <Field
        name="healthUrl"
        label="Health URL"
        hint="Asked beside each call"
        defaultValue={at('healthUrl')}
        placeholder="https://warehouse.internal/health"
      />
      <Check
        name="healthRequired"
        label="A failing /health means down, not degraded"
        isChecked={at('healthRequired') === 'yes'}
      />
      <Check
        name="healthPublic"
        label="Visitors may read the error texts of dependencies"
        isChecked={at('healthPublic') === 'yes'}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field name="interval" label="Every" defaultValue={at('interval')} placeholder="60s" />
        <Field name="timeout" label="Give up after" defaultValue={at('timeout')} placeholder="10s" />
        <Field name="slowAfter" label="Slow above" defaultValue={at('slowAfter')} placeholder="2s" />
        <Field
          name="confirm"
          label="Bad calls that confirm"
          inputMode="numeric"
          defaultValue={at('confirm')}
          placeholder="3"
        />
        <Field
          name="recover"
          label="Good calls that end it"
          inputMode="numeric"
          defaultValue={at('recover')}
          placeholder="2"
        />
      </div>
      <Field
        name="expectTools"
        label="Tools that must be there"
        hint="One a line, or with commas; list_* stands for many"
        type="textarea"
        rows={3}
        defaultValue={at('expectTools')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="title" label="Title" hint="What visitors read" defaultValue={at('title')} maxLength={200} />
        <Field name="group" label="Group" defaultValue={at('group')} maxLength={100} />
      </div>
      <Field name="description" label="Description" defaultValue={at('description')} maxLength={1000} />
      <Check name="hidden" label="Watched, but not shown to visitors" isChecked={at('hidden') === 'yes'} />
      <Field
        name="more"
        label="More settings"
        hint="As JSON, in the words of rollcall.json: canary, oauth, ca, insecure"
        type="textarea"
        rows={at('more') === '' ? 2 : 8}
        defaultValue={at('more')}
      />
      <Check name="isForced" label="Save it even if it cannot be called yet" />
    </PanelForm>
  );
}

function CommandFields({ at }: { at: (name: string) => string }) {
  return (
    <>
      <Field
        name="command"
        label="Command"
        hint="For stdio; run on the machine of Rollcall"
        defaultValue={at('command')}
      />
      <Field name="args" label="Arguments" hint="One a line" type="textarea" rows={3} defaultValue={at('args')} />
      <Field
        name="env"
        label="Variables"
        hint="One a line: NAME=value"
        type="textarea"
        rows={3}
        defaultValue={at('env')}
      />
      <Field name="cwd" label="Folder" defaultValue={at('cwd')} />
    </>
  );
}
