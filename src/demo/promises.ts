import type { PolicyInput } from '../sla/contract.ts'

/** Whoever looks around has minutes, not days: so have the demo's promises, and their names say so. */
export const demoCalendar = {
  name: 'Round the clock (demo)',
  tz: 'Europe/London',
  hours: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map(day => [day, [['00:00', '24:00']]])) as Record<
    string,
    [string, string][]
  >,
}

type DemoPolicy = Omit<PolicyInput, 'calendar'>

/** Nobody at the depots reacts, so that within two minutes one sees an escalation. */
export const visitPolicy: DemoPolicy = {
  name: 'Visits, in minutes (demo)',
  acknowledge: 0.5,
  contact: 5,
  resolve: 20,
  warn_before_min: 0.25,
  ladder: [
    { after_min: 0.25, notify: 'manager' },
    { after_min: 0.5, notify: 'skip' },
  ],
}

/** What the demo's user keeps. */
export const accountPolicy: DemoPolicy = {
  name: 'Key accounts, in minutes (demo)',
  acknowledge: 2,
  contact: 5,
  resolve: 20,
  warn_before_min: 1,
  ladder: [
    { after_min: 1, notify: 'owner' },
    { after_min: 3, notify: 'manager' },
  ],
}

/** Minutes in which an unhappy customer was promised an end, before the demo was made. */
export const PAST_RESOLVE = 5 * 1440

/** What was promised then: in hours and days, as colleagues work. */
export const pastPolicy: DemoPolicy = {
  name: 'Unhappy customers, until last week (demo)',
  acknowledge: 12 * 60,
  contact: 36 * 60,
  resolve: PAST_RESOLVE,
}
