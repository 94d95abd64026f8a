/** One thing that happened, as the record keeps it. */
export interface RecordedActivity {
  id: string
  at: Date
  verb: string
  actorKind: string
  actorId: string | null
  /** Null once it was erased, as the detail. */
  actorName: string | null
  subjectType: string
  subjectId: string
  detail: Record<string, unknown> | null
}

/** The body of a message: made when it is sent, so that what was erased meanwhile is not in it. */
export function bodyOf(happened: RecordedActivity, org: string): string {
  const { id, at, verb, actorKind, actorId, actorName, subjectType, subjectId, detail } = happened
  return JSON.stringify({
    type: verb,
    timestamp: at.toISOString(),
    data: {
      id,
      org,
      actor: { kind: actorKind, id: actorId, name: actorName },
      subject: { type: subjectType, id: subjectId },
      detail: detail && withoutSecrets(detail),
      erased: detail === null,
    },
  })
}

export const testKind = 'webhook.test'

export const testBody = (event: string, at: Date, org: string): string =>
  JSON.stringify({ type: testKind, timestamp: at.toISOString(), data: { id: event, org, words: 'It works.' } })

// The record holds none; should a room ever write one there, it stays there.
function withoutSecrets(detail: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(
    JSON.stringify(detail, (key, value: unknown) =>
      /(^|[_-])(hash|hashes|secret|token|password)$/i.test(key) ? undefined : value,
    ),
  ) as Record<string, unknown>
}
