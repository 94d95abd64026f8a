import { systemCaller } from '../../kit/caller.ts'
import { activeOrgs, type Clock, defineJob, enqueue } from '../../kit/server/queue.ts'
import { inviteNow } from './invite/inviteJob.ts'
import { beginIfDue } from './sends/plan.ts'
import { remindDue } from './invite/remind.ts'
import { hasPlannedDue, hasRemindersDue } from './sends/dueStore.ts'
import { hasHeldDue } from './invite/releaseStore.ts'
import { dueSends } from './store/sendStore.ts'

/** One occurrence of one send. */
export const beginSend = defineJob<{ sendId: string }>({
  name: 'sending.begin',
  queue: 'quick',
  run: ({ inOrg }, { sendId }) => inOrg(tx => beginIfDue(tx, sendId)),
})

export const remindNow = defineJob({
  name: 'sending.remind',
  queue: 'quick',
  run: async ({ inOrg }) => {
    while ((await inOrg(remindDue)) > 0);
  },
})

/** Sends and reminds what is due now, and what a crash left undone. */
export const sendingClock: Clock = {
  name: 'sending',
  cron: '* * * * *',
  async run(database) {
    for (const org of await database.inSystem(activeOrgs))
      await database.inOrg(org, systemCaller('sending'), async tx => {
        const minute = tx.now.toISOString().slice(0, 16)
        for (const sendId of await dueSends(tx, 500)) await enqueue(tx, beginSend, { sendId }, { key: `${sendId} ${minute}` })
        if ((await hasPlannedDue(tx)) || (await hasHeldDue(tx))) await enqueue(tx, inviteNow, {}, { key: minute })
        if (await hasRemindersDue(tx)) await enqueue(tx, remindNow, {}, { key: minute })
      })
  },
}
