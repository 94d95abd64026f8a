import type { Retainer } from '../../people/server/personalData.ts'
import { deleteOlder } from './fileStore.ts'

/** What people attached; that they did stays in the record. */
export const fileRetainer: Retainer = { kind: 'files', sweep: deleteOlder }
