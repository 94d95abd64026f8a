import { customers } from './customers.ts'
import { colleagues, units } from './company.ts'
import { pastAnswers } from './history.ts'
import { randomFrom } from '../kit/random.ts'

type Row = readonly (string | number)[]

/** The tree of units as a table that can be imported. */
export const unitRows = (): Row[] => [
  ['unit', 'parent', 'name'],
  ...units.map(({ key, parent, name }) => [key, parent ?? '', name]),
]

const peopleHead = [
  'external_id',
  'email',
  'name',
  'unit',
  'role',
  'title',
  'manager_email',
  'kind',
  'account',
  'phone',
  'locale',
  'segment.customer',
]

/** Colleagues and customers as a table that can be imported; managers come before those who report to them. */
export const peopleRows = (many = Number.POSITIVE_INFINITY): Row[] => [
  peopleHead,
  ...colleagues().map(c => [
    c.id,
    c.email,
    c.name,
    c.unit ?? '',
    c.manages ? 'manager' : c.unit ? 'member' : '',
    c.title,
    c.manager ?? '',
    'staff',
    '',
    '',
    'en',
    '',
  ]),
  ...customers()
    .slice(0, many)
    .map(c => [
      c.id,
      c.email,
      c.name,
      c.unit,
      '',
      '',
      '',
      'contact',
      c.account ?? '',
      c.phone,
      c.locale,
      c.account ? 'Business' : 'Household',
    ]),
]

/** Answers of the last months before `now`, as another tool would have exported them. */
export function feedbackRows(now: Date, many = 600): Row[] {
  const answers = pastAnswers(customers()).filter(({ survey }) => survey === 'visit')
  const random = randomFrom(5)
  return [
    ['date', 'unit', 'stars', 'nps', 'comment', 'email', 'customer'],
    ...answers
      .slice(-many)
      .map(({ minutesAgo, unit, answers, customer, segments }) => [
        new Date(now.getTime() - minutesAgo * 60_000).toISOString().slice(0, 10),
        unit,
        Number(answers['stars']),
        Number(answers['nps']),
        String(answers['comment'] ?? ''),
        random.chance(0.7) ? customer!.email : '',
        segments['customer']!,
      ]),
  ]
}
