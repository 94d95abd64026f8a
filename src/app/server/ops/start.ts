import { flushCompileCache } from 'node:module'
import { parseArgs } from 'node:util'
import { openLog } from '../../../kit/server/log.ts'
import { buildConsoleWhenStale } from '../build.ts'
import { serve } from './serve.ts'
import { readSettings } from '../settings.ts'
import { version } from '../version.ts'

// What was compiled is kept for the next start, once there is time for it.
const keepCompiled = () => void setTimeout(flushCompileCache, 10_000).unref()

/** `npm start` (`-- --demo`: with the demo organisation already there): the database of our own unless DATABASE_URL names one, the product on it, and a clean end on SIGTERM. */
export async function start(args: string[] = []): Promise<void> {
  const { values } = parseArgs({ args, options: { demo: { type: 'boolean' } } })
  const log = openLog(readSettings().logLevel)
  const load = () => import('../product.ts')
  await serve(log, load, async installation => {
    await buildConsoleWhenStale(log)
    const { openProduct } = await load()
    const product = await openProduct({ ...installation, log, version })
    if (values.demo) {
      const { seedDemo } = await import('../../../demo/server/seed.ts')
      await seedDemo(product.database, words => log.info(words))
    }
    keepCompiled()
    return product
  })
}
