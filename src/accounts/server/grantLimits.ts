import type { Caller } from '../../kit/caller.ts'
import { AppError } from '../../kit/errors.ts'
import { coversRole, type Role } from '../permissions.ts'

/** Nobody hands out more than they have: neither a higher role nor units they do not see. */
export function refuseGrantBeyondOwn(caller: Caller, role: Role, units: readonly string[] | null): void {
  if (!caller.role || !coversRole(caller.role as Role, role)) {
    throw new AppError('forbidden', `Only an owner can make somebody ${role}. Choose another role, or ask an owner.`)
  }
  if (caller.units && !units?.every(unit => caller.units!.includes(unit))) {
    throw new AppError('forbidden', 'You can give access only to units that you see yourself. Choose among those.')
  }
}
