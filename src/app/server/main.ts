import { openLog } from '../../kit/server/log.ts'
import { buildConsoleWhenStale } from './build.ts'
import { serve } from './ops/serve.ts'
import { readSettings } from './settings.ts'
import { version } from './version.ts'

/** `npm start`: the database of our own unless DATABASE_URL names one, the product on it, and a clean end on SIGTERM. */
export async function start(): Promise<void> {
  const log = openLog(readSettings().logLevel)
  await serve(log, async installation => {
    await buildConsoleWhenStale(log)
    // Loaded last: a bad setting or a second start is told at once.
    const { openProduct } = await import('./product.ts')
    return openProduct({ ...installation, log, version })
  })
}
