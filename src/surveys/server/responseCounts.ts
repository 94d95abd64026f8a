import { definePort, defineSlot } from '../../kit/port.ts'
import type { Tx } from '../../kit/server/db.ts'

// Ports that the room responses (a lower room) fills: response counts of surveys.

/** Expressions of SQL over a row of `survey` or `survey_link` that goes by the given name. */
export interface ResponseCountSql {
  /** How many answered it to the end. */
  responses(survey: string): string
  /** On which day somebody answered last, as text. */
  lastOn(survey: string): string
  byLink(link: string): string
}

/** How often and until when a survey was answered, as expressions of SQL: lists of surveys stay one statement. */
export const responseCounts = defineSlot<ResponseCountSql>('answered')

/** Ids of what a person answered. */
export const responsesOfPerson = definePort<(tx: Tx, person: string) => Promise<string[]>>('responsesOfPerson')
