/** What may stand in a mail as `{{name}}`, or with words for those of whom we do not know it: `{{first_name|there}}`. */
export type VariableValues = Readonly<Record<string, string | null | undefined>>

const place = /\{\{\s*([\w.-]{1,100})\s*(?:\|([^{}]*))?\}\}/g

/** Fills variables in. What is neither known nor has other words vanishes, with the blank before it: “Hello ,” becomes “Hello,”. */
export function fill(text: string, values: VariableValues): string {
  return text
    .replace(place, (_, name: string, otherwise?: string) => {
      const known = Object.hasOwn(values, name) ? values[name]?.trim() : undefined
      return known || otherwise?.trim() || '\u0000'
    })
    .replace(/[^\S\n]*\u0000(?=[,.;:!?،؛؟])/g, '')
    .replace(/\u0000[^\S\n]*/g, '')
    .replace(/[^\S\n]+$/gm, '')
}

/** Variables in a text that nobody can fill: for the preview. */
export function unknownVariables(text: string, known: (name: string) => boolean): string[] {
  return [...new Set([...text.matchAll(place)].map(([, name]) => name!))].filter(name => !known(name))
}
