import type { AlertKind } from '../rules/alertKind.ts'
import type { When } from '../rules/condition.ts'
import type { RouteStep } from '../routing/route.ts'
import { lead } from './company.ts'
import type { PastAnswer } from './pastAnswer.ts'

const DAY = 1_440

export interface DemoRule {
  name: string
  survey: string
  kind: AlertKind
  when: When
  route: RouteStep[]
  /** Switched on so long ago. */
  minutesAgo: number
}

const FEW_STARS = 2
const LOW_SCORE = 5
const ON_SINCE = { visit: 110 * DAY, relationship: 100 * DAY }

/** Did an answer of the past set off one of the rules on unhappy customers, so that a colleague spoke with them? */
export function setsOffRule({ survey, minutesAgo, answers }: Pick<PastAnswer, 'survey' | 'minutesAgo' | 'answers'>): boolean {
  if (survey === 'visit') return minutesAgo < ON_SINCE.visit && Number(answers['stars']) <= FEW_STARS
  return survey === 'relationship' && minutesAgo < ON_SINCE.relationship && Number(answers['score']) <= LOW_SCORE
}

export const rulesOf = (survey: { visit: string; relationship: string }): DemoRule[] => [
  {
    name: 'Two stars or fewer',
    survey: survey.visit,
    kind: 'recovery',
    when: { all: [{ question: 'stars', atMost: FEW_STARS }] },
    route: [{ to: 'unit-manager' }],
    minutesAgo: ON_SINCE.visit,
  },
  {
    name: 'A customer who may leave us',
    survey: survey.relationship,
    kind: 'recovery',
    when: { all: [{ question: 'score', atMost: LOW_SCORE }] },
    route: [{ to: 'account-owner' }, { to: 'unit-manager' }, { to: 'person', email: lead.email }],
    minutesAgo: ON_SINCE.relationship,
  },
  {
    name: 'Ten, because of a colleague',
    survey: survey.visit,
    kind: 'excellence',
    when: {
      all: [
        { question: 'nps', atLeast: 10 },
        { question: 'about', includes: 'staff' },
        { question: 'comment', answered: true },
      ],
    },
    route: [{ to: 'unit-manager' }],
    minutesAgo: 120 * DAY,
  },
]

/** Rules that were made just now: on what a comment says though the score is high, on a series, and on praise of those we look after. */
export const freshRulesOf = (survey: { visit: string; relationship: string }): Omit<DemoRule, 'minutesAgo'>[] => [
  {
    name: 'A good score, but angry words',
    survey: survey.visit,
    kind: 'recovery',
    when: { all: [{ question: 'nps', atLeast: 7 }, { comment: { question: 'comment', negative: true } }] },
    route: [{ to: 'unit-manager' }],
  },
  {
    name: 'Unhappy twice in their last three answers',
    survey: survey.relationship,
    kind: 'recovery',
    when: { all: [{ series: { question: 'score', atMost: 6, count: 2, of: 3, per: 'person' } }] },
    route: [{ to: 'account-owner' }, { to: 'unit-manager' }],
  },
  {
    name: 'Ten, and they say why',
    survey: survey.relationship,
    kind: 'excellence',
    when: {
      all: [
        { question: 'score', atLeast: 10 },
        { question: 'high', answered: true },
      ],
    },
    route: [{ to: 'account-owner' }, { to: 'unit-manager' }],
  },
]
