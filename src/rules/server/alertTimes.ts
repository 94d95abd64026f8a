import { definePort } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'
import type { AlertTimes } from '../promiseReplay.ts'

// How real alerts went and what became of a rule: filled by the alerts, which lie in a room below.

/** Of some responses; of several alerts on one response the first. */
export const alertTimesOf =
  definePort<(tx: Tx, responses: readonly string[]) => Promise<(AlertTimes & { responseId: string })[]>>('alertTimesOf')

/** The latest, whoever raised them. */
export const latestAlertTimes = definePort<(tx: Tx) => Promise<AlertTimes[]>>('latestAlertTimes')

export interface RuleUse {
  alerts: number
  waiting: number
}

/** How many alerts each of these rules raised; nothing of a rule that raised none. */
export const usesOfRules = definePort<(tx: Tx, rules: readonly string[]) => Promise<Map<string, RuleUse>>>('usesOfRules')
