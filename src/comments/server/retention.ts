import type { RetentionSweeper } from '../../people/server/personalDataPorts.ts'
import { forgetLabels, lockTeaching } from './labelStore.ts'
import { learnAgain } from './teach.ts'

/** What was taught holds customers' words: it is kept as long as they are. */
export const labelRetainer: RetentionSweeper = {
  kind: 'comments',
  async sweep(tx, before, limit) {
    await lockTeaching(tx)
    const n = await forgetLabels(tx, before, limit)
    if (n > 0) await learnAgain(tx)
    return n
  },
}
