import type { Tx } from '../../kit/server/db.ts'
import { defineJob, enqueue } from '../../kit/server/queue.ts'
import { markReachedTargets } from '../clock.ts'
import { lockTouched } from './clockStore.ts'
import { readCurrentClocks, saveCurrentClocks } from './currentClocks.ts'
import { allCalendars } from './calendarStore.ts'
import { calendarHistory } from './calendarHistory.ts'
import { stepWatchers } from './stepWatchers.ts'

const batch = 200
const first = '00000000-0000-0000-0000-000000000000'

interface Edit {
  calendarId?: string
  policyId?: string
}

/** After an edit: every open clock under it gets its new due time, in batches. What had elapsed stays as it was counted. */
export const replan = defineJob<Edit>({
  name: 'sla.replan',
  queue: 'quick',
  async run({ inOrg }, edit) {
    for (let after: string | null = first; after !== null; ) {
      const from: string = after
      after = await inOrg(tx => replanSome(tx, edit, from))
    }
  },
})

export const replanAfter = (tx: Tx, edit: Edit): Promise<void> => enqueue(tx, replan, edit)

async function replanSome(tx: Tx, { calendarId, policyId }: Edit, after: string): Promise<string | null> {
  const calendars = calendarId ? await unionsWith(tx, calendarId) : []
  const rows = await lockTouched(tx, { calendars, policy: policyId ?? null }, after, batch)
  const currents = await readCurrentClocks(tx, rows, tx.now.getTime())
  await saveCurrentClocks(
    tx,
    currents.map(current => ({ ...current, row: { ...current.row, ...markReachedTargets(current.row) } })),
  )
  for (const { subjectType, replanned } of stepWatchers.all()) {
    const theirs = rows.filter(({ subject }) => subject.type === subjectType).map(({ subject }) => subject.id)
    if (theirs.length > 0) await replanned?.(tx, [...new Set(theirs)])
  }
  return rows.length < batch ? null : rows.at(-1)!.id
}

async function unionsWith(tx: Tx, member: string): Promise<string[]> {
  const history = await calendarHistory(tx)
  return (await allCalendars(tx)).map(calendar => calendar.id).filter(id => history.contains(id, member))
}
