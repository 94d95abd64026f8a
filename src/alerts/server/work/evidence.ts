import { attachFiles } from '../../../files/server/attach.ts'
import type { Holder } from '../../../files/server/holders.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { deleteEvidence, findEvidence, insertEvidence } from '../store/evidenceStore.ts'
import { viewerOf } from '../store/viewer.ts'
import { recordStep } from '../step/recordStep.ts'
import { lockVisible } from '../step/lockVisible.ts'
import type { LockedAlert } from '../store/stepStore.ts'

/** Attaches what the caller has uploaded to a contact or a note. */
export async function addEvidence(tx: Tx, alert: LockedAlert, contactId: string, files: readonly string[]): Promise<void> {
  const attached = await attachFiles(tx, files)
  if (attached.length === 0) return
  await insertEvidence(tx, contactId, files)
  for (const { id, name, type, size } of attached)
    await recordStep(tx, alert, alert.state, 'alert.file_added', { file: id, name, type, size }, [id])
}

/** Whoever may see the alert may open its files; whoever works on it takes away what they added. */
export const evidenceHolder: Holder = {
  shows: async (tx, fileId) =>
    tx.caller.permissions.has('alerts.read') && (await findEvidence(tx, fileId, await viewerOf(tx))) !== undefined,
  async letGo(tx, fileId) {
    const { alertId, name } = (await findEvidence(tx, fileId, await viewerOf(tx)))!
    const alert = await lockVisible(tx, alertId)
    await deleteEvidence(tx, fileId)
    await recordStep(tx, alert, alert.state, 'alert.file_removed', { file: fileId, name }, [fileId])
  },
}
