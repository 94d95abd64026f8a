// @words colleagues
import { msg } from '../kit/i18n.ts'
import type { AlertKind } from '../rules/alertKind.ts'

/** How a loop ended. An organisation may name its own; these are offered. */
export const outcomes: Record<AlertKind, readonly { id: string; label: string }[]> = {
  recovery: [
    { id: 'put-right', label: msg('Put right') },
    { id: 'explained', label: msg('Explained and accepted') },
    { id: 'goodwill', label: msg('Goodwill given') },
    { id: 'could-not-help', label: msg('Could not help') },
    { id: 'not-reached', label: msg('Could not be reached') },
  ],
  excellence: [
    { id: 'thanked', label: msg('Colleague thanked') },
    { id: 'shared', label: msg('Thanked and shared with the team') },
    { id: 'noted', label: msg('Noted') },
  ],
}

const labels = new Map(Object.values(outcomes).flatMap(list => list.map(({ id, label }) => [id, label] as const)))

export const outcomeLabel = (outcome: string): string => labels.get(outcome) ?? outcome
