import { email as emailSchema } from '../../kit/contract.ts'
import { type Columns, rowOf } from '../../kit/columns.ts'
import { quoted, type SkippedLine } from './skipped.ts'

export const personFields = {
  names: [
    'external_id',
    'email',
    'name',
    'unit',
    'role',
    'manager_email',
    'manager_id',
    'kind',
    'account',
    'title',
    'phone',
    'locale',
  ],
  prefixes: ['segment.'],
} as const

export type PersonKind = 'staff' | 'contact'
export type UnitRole = 'manager' | 'member'

/** One line of a file of people. Empty = not told, which changes nothing. */
export interface PersonLine {
  line: number
  externalId: string
  email: string
  name: string
  unit: string
  role: UnitRole | ''
  title: string
  managerEmail: string
  managerId: string
  kind: PersonKind | ''
  account: string
  phone: string
  locale: string
  segments: ReadonlyMap<string, string>
}

const LONGEST = 200
const kinds: Readonly<Record<string, PersonKind>> = { staff: 'staff', employee: 'staff', contact: 'contact', customer: 'contact' }

/** Reads the lines of a file of people; those that cannot be read are told with the reason. */
export function readPersonLines(lines: readonly { line: number; cells: readonly string[] }[], width: number, columns: Columns) {
  const skipped: SkippedLine[] = []
  const read: PersonLine[] = []
  for (const { line, cells } of lines) {
    const row = rowOf(cells, width, columns)
    const reason = 'fault' in row ? row.fault : faultOf(row.values)
    if ('fault' in row || reason) skipped.push({ line, reason: reason! })
    else read.push(lineOf(line, row.values))
  }
  return { read, skipped }
}

function faultOf(values: ReadonlyMap<string, string>): string | undefined {
  for (const [field, value] of values) if (value.length > LONGEST) return `${field} has more than ${LONGEST} characters`
  const email = values.get('email')
  if (!values.get('external_id') && !email) return 'has neither an external_id nor an e-mail address'
  if (email && !isEmail(email)) return `${quoted(email)} is not an e-mail address`
  const kind = values.get('kind')
  return kind && !kinds[kind.toLowerCase()] ? `kind is staff or contact, not ${quoted(kind)}` : undefined
}

const isEmail = (text: string): boolean => emailSchema.safeParse(text).success

function lineOf(line: number, values: ReadonlyMap<string, string>): PersonLine {
  const get = (field: string) => values.get(field) ?? ''
  const role = get('role').toLowerCase()
  // Some files keep the position in `role`: what is neither manager nor member is taken as that.
  const isRole = role === 'manager' || role === 'member'
  return {
    line,
    externalId: get('external_id'),
    email: get('email').toLowerCase(),
    name: get('name'),
    unit: get('unit'),
    role: isRole ? role : '',
    title: get('title') || (isRole ? '' : get('role')),
    managerEmail: get('manager_email').toLowerCase(),
    managerId: get('manager_id'),
    kind: kinds[get('kind').toLowerCase()] ?? '',
    account: get('account'),
    phone: get('phone'),
    locale: get('locale'),
    segments: segmentsOf(values),
  }
}

function segmentsOf(values: ReadonlyMap<string, string>): Map<string, string> {
  const segments = new Map<string, string>()
  for (const [field, value] of values)
    if (field.startsWith('segment.') && value) segments.set(field.slice('segment.'.length), value)
  return segments
}
