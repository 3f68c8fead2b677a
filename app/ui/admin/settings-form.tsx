// One section of the settings: what a file manages is shown with the file's name, the rest can be changed.
import { saveSettingsAction } from '@/app/admin/settings/actions';
import { SETTING_FIELDS, type SettingField, settingText } from '@/app/admin/settings/setting-fields';
import { Choice, Field } from '@/app/ui/client/form/field';
import { PanelForm } from '@/app/ui/client/form/panel-form';
import type { SettingsInForce } from '@/lib/admin/panel/in-force';
import type { SettingSection } from '@/lib/admin/panel/save-settings';
import { asRecord } from '@/lib/admin/panel/server-documents';
import { ANNOUNCEMENT_SEVERITIES } from '@/lib/core/page-settings';

interface SettingsFormProps {
  section: SettingSection;
  settings: SettingsInForce;
  label: string;
}

export function SettingsForm({ section, settings, label }: SettingsFormProps) {
  const fields = SETTING_FIELDS[section];
  const isAllManaged = fields.every(({ key }) => settings.managed.has(key));
  const shown = fields.map((field) => <OneSetting key={field.key} field={field} settings={settings} />);
  if (isAllManaged) return <div className="grid max-w-xl gap-4">{shown}</div>;
  return (
    <div className="max-w-xl">
      <PanelForm action={saveSettingsAction} submit="Save" label={label}>
        <input type="hidden" name="section" value={section} />
        {shown}
      </PanelForm>
    </div>
  );
}

function OneSetting({ field, settings }: { field: SettingField; settings: SettingsInForce }) {
  const { key, label, hint, form } = field;
  const managed = settings.managed.get(key);
  const own = settings.own[key];
  // What the panel says besides is kept for the day when the file falls silent.
  if (managed) return <Managed label={label} file={managed.file} text={settingText(field, managed.value, true)} />;
  const value = settingText(field, own);
  if (typeof form !== 'string') {
    const options = [{ value: '', label: 'as usual' }, ...form.map((word) => ({ value: word, label: word }))];
    return <Choice name={key} label={label} hint={hint} defaultValue={value} options={options} />;
  }
  const isLong = form === 'long' || form === 'links' || form === 'announcement';
  const input = <Field name={key} label={label} hint={hint} defaultValue={value} {...(isLong && LONG)} />;
  if (form !== 'announcement') return input;
  const severities = ANNOUNCEMENT_SEVERITIES.map((word) => ({ value: word, label: word }));
  return (
    <>
      {input}
      <Choice
        name="announcementSeverity"
        label="How loud the announcement is"
        defaultValue={String(asRecord(own).severity ?? 'info')}
        options={severities}
      />
    </>
  );
}

const LONG = { type: 'textarea', rows: 3 } as const;

function Managed({ label, file, text }: { label: string; file: string; text: string }) {
  return (
    <div className="min-w-0 text-sm">
      <p className="font-semibold">{label}</p>
      <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
      <p className="text-[13px] text-soft">
        Managed by <code className="font-mono">{file}</code>
      </p>
    </div>
  );
}
