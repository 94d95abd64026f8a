import { permissionsOf } from '../../../../accounts/permissions.ts'
import type { Caller } from '../../../../kit/caller.ts'

/** Whoever may run commands on the machine may do all; the record says that it was done from there. */
export const commandLineCaller: Caller = {
  kind: 'system',
  id: null,
  name: 'command line',
  role: 'owner',
  permissions: permissionsOf('owner'),
  units: null,
}
