import { definePort } from '../../../kit/port.ts'

/** Whether a demo organisation can be visited; filled by the demo room. */
export const demoAvailable = definePort<() => boolean>('demo', () => false)
