import { defineJob, enqueue, type Job } from '../../../kit/server/queue.ts'
import { inviteDue } from './inviteDue.ts'
import { releaseHeld } from './release.ts'
import { endFinished } from '../store/sendStore.ts'

const TURN_MS = 60_000

/** Invitations whose time has come, those that a rule held until now among them, batch after batch, each in its own transaction. */
export const inviteNow: Job = defineJob({
  name: 'sending.invite',
  queue: 'quick',
  run: async ({ inOrg }): Promise<void> => {
    const end = Date.now() + TURN_MS
    while ((await inOrg(releaseHeld)) > 0 && Date.now() < end);
    while ((await inOrg(inviteDue)) > 0) if (Date.now() > end) return inOrg(tx => enqueue(tx, inviteNow, {}))
    await inOrg(endFinished)
  },
})
