import { record } from '../../activity/server/record.ts'
import type { Tx } from '../../kit/server/db.ts'
import { isGivenUp, type AttemptOutcome } from '../webhookAttempt.ts'
import { lockEndpoint, saveEndpoint } from './endpointStore.ts'
import { endpointFailed } from './endpointFailed.ts'

/** What an attempt says about its endpoint: it is well, it fails, it wants to be left alone, or it is switched off. */
export async function noteHealth(tx: Tx, id: string, outcome: AttemptOutcome): Promise<void> {
  const endpoint = await lockEndpoint(tx, id)
  if (!endpoint) return
  if (outcome.kind === 'sent') {
    if (endpoint.failing_since || endpoint.rest_until) await saveEndpoint(tx, id, { failing_since: null, rest_until: null })
    return
  }
  const since = endpoint.failing_since ?? tx.now
  const rest = outcome.kind === 'retry' && outcome.restMs > 0 ? new Date(tx.now.getTime() + outcome.restMs) : endpoint.rest_until
  await saveEndpoint(tx, id, { failing_since: since, rest_until: rest })
  if (endpoint.state === 'on' && (outcome.kind === 'gone' || isGivenUp(since, tx.now)))
    await switchOff(tx, endpoint, outcome.kind === 'gone')
}

async function switchOff(tx: Tx, { id, name }: { id: string; name: string }, gone: boolean): Promise<void> {
  await saveEndpoint(tx, id, { state: 'failed' })
  await record(tx, 'webhook.failed', { type: 'webhook', id }, { name, gone })
  await endpointFailed.call(tx, { id, name, gone })
}
