// @words colleagues
import { isClosed, type AlertState } from './alert.ts'
import type { AlertKind } from '../rules/alertKind.ts'
import { t } from '../kit/i18n.ts'

/** What a merger looks at. */
export interface MergeCandidate {
  id: string
  state: AlertState
  kind: AlertKind
  personId: string | null
  accountId: string | null
  mergedInto: string | null
  carries: boolean
}

/** Only open alerts of one customer (person or account) and of the same kind can be merged. */
export function whyNotMerge(main: MergeCandidate, other: MergeCandidate): string | undefined {
  if (main.id === other.id) return t('An alert cannot become part of itself.')
  if (main.mergedInto) return t('This alert is part of another one. Go on there, or take it out first.')
  if (other.mergedInto) return t('One of them is part of another alert already.')
  if (other.carries) return t('Others are part of one of them. Make those part of this one first, or take them out.')
  if (isClosed(main.state) || isClosed(other.state)) return t('Only alerts that wait can be merged.')
  if (main.kind !== other.kind) return t('Praise and complaint are two matters.')
  const same = main.personId !== null && main.personId === other.personId
  const house = main.accountId !== null && main.accountId === other.accountId
  return same || house ? undefined : t('They are of two customers.')
}
