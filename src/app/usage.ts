export interface Usage {
  /** What may follow the command's name. */
  takes: string
  does: string
  /** Each option and what it means. */
  options?: Readonly<Record<string, string>>
  /** What else one should know. */
  more?: string
}

const json = { '--json': 'print one JSON value' }
const org = { '--org NAME': 'which organisation, by name, code or id; needed where there are several' }

/** Every command, as `--help` explains it. */
export const usages: Readonly<Record<string, Usage>> = {
  start: {
    takes: '[--demo]',
    does: 'Starts the product.',
    options: { '--demo': 'make the demo organisation first, unless it is there' },
  },
  stop: { takes: '[--json]', does: 'Stops what runs on DATA_DIR, its database included.', options: json },
  doctor: {
    takes: '[--json]',
    does: 'Looks at the installation, changes nothing, and says what to do.',
    options: { ...json, '--metrics-token': 'print the token that opens /metrics, and nothing else' },
  },
  backup: { takes: 'FILE [--json]', does: 'Writes the whole installation into one file, while it runs or rests.', options: json },
  restore: {
    takes: 'FILE [--yes] [--json]',
    does: 'Replaces the whole installation by a backup, while it runs or rests.',
    options: { ...json, '--yes': 'do not ask at a terminal' },
  },
  export: {
    takes: 'FOLDER|FILE.tar.gz [--org NAME] [--json]',
    does: 'Writes all that an organisation has as CSV and JSON.',
    options: { ...org, ...json },
    more: 'The folder or file must not be there yet. docs/operating.md says what is in it.',
  },
  import: {
    takes: 'units|people|responses FILE [options]',
    does: 'Reads a CSV file as the API does; FILE may be - for standard input.',
    options: {
      ...org,
      '--dry-run': 'tell what would be done, and do nothing',
      '--map JSON': 'other names of columns, as ?map= of the API',
      '--from DAY': 'units: the day from which moves hold (today)',
      '--units HOW': 'people: auto, managers or none: whether each manager’s team becomes a unit (auto)',
      '--lift-erasures': 'people: take those back who were erased on request',
      '--survey NAME': 'responses: which survey, by name or id',
      '--create-units': 'responses: make units that are not there yet',
      ...json,
    },
    more: 'Lines that cannot be taken are left out and told with their reason; the exit code is then still 0.',
  },
  'verify-log': { takes: '[--json]', does: 'Proves that nobody changed the record of what happened.', options: json },
  metrics: { takes: 'preview', does: 'Computes a metric from JSON on standard input; needs no database.' },
  sla: { takes: 'preview', does: 'Computes due times from JSON on standard input; needs no database.' },
}

/** The help of one command. */
export function helpOf(name: string): string {
  const usage = usages[name]
  if (!usage) return `fullcircle ${name}`
  const options = Object.entries(usage.options ?? {}).map(([option, meaning]) => `  ${option.padEnd(18)}${meaning}`)
  return [`fullcircle ${name} ${usage.takes}`, usage.does, ...options, ...(usage.more ? [usage.more] : [])].join('\n')
}

/** The help of all. */
export const helpOfAll = (): string =>
  [
    'fullcircle COMMAND [options]; fullcircle COMMAND --help tells more.',
    ...Object.entries(usages).map(([name, { does }]) => `  ${name.padEnd(14)}${does}`),
  ].join('\n')
