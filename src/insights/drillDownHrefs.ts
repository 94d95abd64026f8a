import { type Href, pathTo } from '../kit/paths.ts'
import type { PromiseState } from '../alerts/alertPromises.ts'
import type { Period } from '../people/period.ts'
import { responsesHref, segmentParam } from '../responses/responseFilterSearch.ts'
import type { Summary } from './contract.ts'

// Every number of the page opens what it was counted from: exactly that, neither more nor less.

interface LinkedSelection extends Pick<Summary, 'survey' | 'question' | 'tree' | 'period' | 'segment'> {
  unit: { id: string } | null
  under?: string
  compared?: Period | null
}

// Of an anonymous survey only all answers can be read one by one; without anything that narrows them they are found.
const isWhole = ({ survey, unit, segment, compared }: LinkedSelection): boolean =>
  survey.anonymous && !unit && !segment && compared === null

/** The same unit and segment in another period. */
export const selectionInPeriod = <L extends LinkedSelection>(looked: L, period: Period): L => ({
  ...looked,
  period,
  compared: period,
})

/** The selection narrowed to one unit right below; with the hierarchy as it was, only while the unit stood there. */
export const selectionInUnit = (looked: LinkedSelection, unit: { id: string }): LinkedSelection => ({
  ...looked,
  unit,
  ...(looked.tree === 'was' && { under: looked.unit?.id ?? 'top' }),
})

export const selectionInSegment = (looked: LinkedSelection, key: string, value: string): LinkedSelection => ({
  ...looked,
  segment: { key, value },
})

const placeOf = ({ unit, under, tree, period: { from, to } }: LinkedSelection): Record<string, string> => ({
  from,
  to,
  ...(unit && { unit: unit.id }),
  tree,
  ...(under && { under }),
})

const cutOf = (looked: LinkedSelection): Record<string, string> => ({
  ...(!isWhole(looked) && placeOf(looked)),
  ...(looked.segment && { [segmentParam(looked.segment.key)]: looked.segment.value }),
})

interface Narrower {
  /** Ids of units whose answers are left out, or all right below. */
  except?: readonly string[] | 'below'
  /** A segment that they have no value of. */
  without?: string
  behind?: string
}

/** Whole responses: what “699 answers” counts. */
export const answersHref = (
  looked: LinkedSelection,
  { except, ...more }: Narrower = {},
  asked: Readonly<Record<string, string | number>> = {},
): Href =>
  responsesHref(
    looked.survey.id,
    {
      ...cutOf(looked),
      state: 'complete',
      ...(except && { except: typeof except === 'string' ? except : except.join(',') }),
      ...more,
    },
    asked,
  )

/** Answers to the question that is looked at: what a score was counted from; or only those from one value to another. */
export const scoresHref = (looked: LinkedSelection, from?: number, to?: number, more: Narrower = {}): Href => {
  const { id, min, max } = looked.question
  return answersHref(looked, more, { question: id, atLeast: from ?? min, atMost: to ?? max })
}

interface AlertNarrower {
  cause?: string
  explained?: 'true'
  promise?: PromiseState
  outcome?: string
  next?: 'answered'
  kind?: 'recovery'
}

/** Alerts, each with what was merged into it. */
export const alertsHref = (looked: LinkedSelection, tab: 'all' | 'waiting' | 'closed', more: AlertNarrower = {}): Href =>
  pathTo('/alerts', { tab, survey: looked.survey.id, ...cutOf(looked), merged: 'no', ...more })

/** Who was invited in these days. */
export const invitationsHref = (looked: LinkedSelection, state: 'answered' | 'delivered'): Href =>
  pathTo('/surveys/$id/invitations', { id: looked.survey.id, ...placeOf(looked), state })
