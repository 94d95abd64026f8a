import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '../product.ts'

/** Starts the product once on nothing; every journey begins with a copy of what that leaves behind. Returns how to clear up. */
export default async function prepare(): Promise<() => void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fullcircle-prepared-'))
  await (await startProduct({ DATA_DIR: dataDir })).stop()
  process.env['PREPARED_DATA'] = dataDir
  return () => rmSync(dataDir, { recursive: true, force: true })
}
