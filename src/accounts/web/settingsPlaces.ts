import type { Href } from '../../kit/paths.ts'
import { defineManyPort } from '../../kit/port.ts'
import type { Permission } from '../../kit/vocabulary.ts'
import type { useSession } from './session.ts'

type KnownSession = NonNullable<ReturnType<typeof useSession>>

export interface SettingsPlace {
  href: Href
  /** Its place among all, the smallest first. */
  order: number
  label: () => string
  /** Shown to those who may do something there. */
  open: (session: KnownSession) => boolean
}

/** The places of Settings; each room says its own. */
export const settingsPlaces = defineManyPort<SettingsPlace>('settingsPlaces')

/** For those who have this permission. */
export const manages =
  (permission: Permission) =>
  (session: KnownSession): boolean =>
    session.org?.permissions.includes(permission) ?? false
