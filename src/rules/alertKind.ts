/** recovery: somebody is unhappy and waits; excellence: somebody did well and should hear it. */
export const alertKinds = ['recovery', 'excellence'] as const
export type AlertKind = (typeof alertKinds)[number]
