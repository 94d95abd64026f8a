import type { RetentionSweeper } from '../../people/server/personalDataPorts.ts'
import { deleteOlder } from './fileStore.ts'

/** What people attached; that they did stays in the record. */
export const fileRetainer: RetentionSweeper = { kind: 'files', sweep: deleteOlder }
