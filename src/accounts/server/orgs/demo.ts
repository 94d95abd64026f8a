import { definePort } from '../../../kit/port.ts'

/** Whether a demo organisation can be visited; filled by the demo room. */
export const demo = definePort<() => boolean>('demo', () => false)
