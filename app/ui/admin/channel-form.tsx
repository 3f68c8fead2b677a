// The fields of a channel, as its kind asks for them.
import { saveChannelAction } from '@/app/admin/channels/actions';
import { type ChannelField, channelKind } from '@/app/admin/channels/channel-fields';
import { ChannelAnswer } from '@/app/ui/client/form/channel-answer';
import { Check, Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import { SecretField } from '@/app/ui/client/form/secret-field';
import type { ChannelType } from '@/lib/config/settings/channel-schema';

interface ChannelFormProps {
  type: ChannelType;
  /** Null for a new one. */
  name: string | null;
  /** Of a stored one, by name of the field. */
  values: Record<string, string>;
}

export function ChannelForm({ type, name, values }: ChannelFormProps) {
  return (
    <PanelForm
      action={saveChannelAction}
      submit="Save"
      others={[{ value: 'test', label: 'Send a test' }]}
      label="Channel"
      aside={<ChannelAnswer />}
    >
      {name === null ? (
        <Field name="name" label="Name" hint="Routes lead to it by this name; it stays" isRequired maxLength={100} />
      ) : (
        <input type="hidden" name="name" value={name} />
      )}
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="isNew" value={name === null ? 'yes' : ''} />
      {channelKind(type).fields.map((field) => (
        <OneField key={field.key} field={field} value={values[field.name] ?? ''} />
      ))}
      <p className="text-[13px] text-soft">
        Addresses and secrets are stored encrypted and named by reference; {'${VARIABLES}'} work too.
      </p>
      <noscript>
        <p className="text-[13px] text-soft">Without script, secrets have to be typed again after a test.</p>
      </noscript>
      <Check name="isForced" label="Save it although it cannot be used as it is" />
    </PanelForm>
  );
}

function OneField({ field, value }: { field: ChannelField; value: string }) {
  const { name, label, hint, isRequired, isSecret, form } = field;
  if (isSecret) {
    return (
      <SecretField
        name={name}
        label={label}
        hint={hint}
        defaultValue={value}
        isRequired={isRequired}
        isLong={form === 'pairs'}
      />
    );
  }
  if (typeof form !== 'string') {
    const options = [{ value: '', label: 'as usual' }, ...form.map((word) => ({ value: word, label: word }))];
    return <Choice name={name} label={label} hint={hint} defaultValue={value} options={options} />;
  }
  return (
    <Field
      name={name}
      label={label}
      hint={hint}
      defaultValue={value}
      isRequired={isRequired}
      {...(form === 'number' && { inputMode: 'numeric' as const })}
      {...(form === 'list' && { type: 'textarea' as const, rows: 3 })}
    />
  );
}
