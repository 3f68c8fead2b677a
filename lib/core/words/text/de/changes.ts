// What changed in a server's list of tools, in German: one line a code, names in backticks.
import type { ChangeTexts, ToldChange } from '@/lib/core/words/text/change-texts';

export const changes: ChangeTexts = {
  codes: {
    tool_removed: ({ tool }) => `${tool} wurde entfernt`,
    tool_added: ({ tool }) => `${tool} ist hinzugekommen`,
    title_changed: ({ tool }) => `der Titel von ${tool} ist anders`,
    description_changed: ({ tool }) => `die Beschreibung von ${tool} ist anders`,
    annotations_changed: ({ tool }) => `die Hinweise von ${tool} sind anders`,
    hint_weakened: ({ tool }) => `${tool} sagt nicht mehr zu, nur zu lesen oder nichts zu zerstören`,
    hint_strengthened: ({ tool }) => `${tool} sagt jetzt zu, nur zu lesen oder nichts zu zerstören`,
    argument_removed: ({ tool, path }) => `${tool} nimmt ${path ?? 'ein Argument'} nicht mehr an`,
    argument_added_required: requires,
    argument_added_optional: ({ tool, path }) => `${tool} nimmt jetzt auch ${path ?? 'ein weiteres Argument'} an`,
    argument_now_required: requires,
    argument_now_optional: ({ tool, path }) => `${tool} verlangt ${path ?? 'ein Argument'} nicht mehr`,
    argument_description_changed: (change) => `die Beschreibung von ${argumentOf(change)} ist anders`,
    type_narrowed: (change) => `${argumentOf(change)}: weniger Typen erlaubt`,
    type_widened: (change) => `${argumentOf(change)}: mehr Typen erlaubt`,
    type_changed: (change) => `${argumentOf(change)}: anderer Typ verlangt`,
    enum_narrowed: (change) => `${argumentOf(change)}: weniger Werte erlaubt`,
    enum_widened: (change) => `${argumentOf(change)}: mehr Werte erlaubt`,
    enum_changed: (change) => `${argumentOf(change)}: andere Werte verlangt`,
    constraint_tightened: (change) => `${argumentOf(change)}: strengere Regel`,
    constraint_loosened: (change) => `${argumentOf(change)}: weniger strenge Regel`,
    constraint_changed: (change) => `${argumentOf(change)}: andere Regel`,
    additional_properties_closed: (change) => `${argumentOf(change)}: nur noch aufgeführte Namen erlaubt`,
    additional_properties_opened: (change) => `${argumentOf(change)}: auch nicht aufgeführte Namen erlaubt`,
    alternatives_narrowed: (change) => `${argumentOf(change)}: weniger Formen erlaubt`,
    alternatives_widened: (change) => `${argumentOf(change)}: mehr Formen erlaubt`,
    alternatives_changed: (change) => `${argumentOf(change)}: andere Formen verlangt`,
    default_changed: (change) => `der Standardwert von ${argumentOf(change)} ist anders`,
    output_schema_added: ({ tool }) => `${tool} beschreibt jetzt seine Antwort`,
    output_schema_removed: ({ tool }) => `${tool} beschreibt seine Antwort nicht mehr`,
    output_removed: ({ tool, path }) => `die Antwort von ${tool} enthält ${path ?? 'einen Teil'} nicht mehr`,
    output_added: (change) => {
      const { tool, path, keyword } = change;
      if (keyword !== null) return `${partOf(change)} kann jetzt auch nicht aufgeführte Namen enthalten`;
      return `die Antwort von ${tool} enthält jetzt auch ${path ?? 'einen weiteren Teil'}`;
    },
    output_now_optional: ({ tool, path }) => `in der Antwort von ${tool} kann ${path ?? 'ein Teil'} jetzt fehlen`,
    output_now_required: ({ tool, path }) => `die Antwort von ${tool} enthält jetzt immer ${path ?? 'alle Teile'}`,
    output_narrowed: (change) => `${partOf(change)} ist enger gefasst`,
    output_widened: (change) => `${partOf(change)} ist weiter gefasst`,
    output_changed: (change) => `${partOf(change)} ist anders gefasst`,
    output_description_changed: (change) =>
      `die Beschreibung zu ${change.path ?? 'der Antwort'} von ${change.tool} ist anders`,
    schema_too_complex: ({ tool }) => `das Schema von ${tool} ist anders, doch zu verzweigt für einen Vergleich`,
    schema_rewritten: ({ tool }) => `das Schema von ${tool} ist anders geschrieben`,
    more_changes: () => 'und weitere Änderungen',
  },
  detail: (keyword, was, now) => {
    if (was === null && now === null) return keyword;
    if (was === null) return `${keyword}: jetzt ${now}`;
    return now === null ? `${keyword}: vorher ${was}` : `${keyword}: vorher ${was}, jetzt ${now}`;
  },
};

function requires({ tool, path }: ToldChange): string {
  return `${tool} verlangt jetzt ${path ?? 'ein weiteres Argument'}`;
}

function argumentOf({ tool, path }: ToldChange): string {
  return path === null ? tool : `${path} in ${tool}`;
}

function partOf({ tool, path }: ToldChange): string {
  return path === null ? `die Antwort von ${tool}` : `${path} in der Antwort von ${tool}`;
}
