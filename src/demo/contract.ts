import { z } from 'zod'
import { contract, done } from '../kit/contract.ts'
import { makingSteps } from './making.ts'

export const demoContract = contract({
  demoState: {
    method: 'GET',
    path: '/demo',
    access: 'public',
    scope: 'public',
    summary: 'Whether the demo organisation is there, and what the caller may do with it',
    reply: z.object({
      exists: z.boolean(),
      /** The installation still waits for its own organisation. */
      setUpNeeded: z.boolean(),
      mayExplore: z.boolean(),
      mayRemove: z.boolean(),
      /** While it is being made: how far that is. */
      making: z.object({ percent: z.int().min(0).max(100), step: z.enum(makingSteps) }).nullable(),
    }),
  },
  exploreDemo: {
    method: 'POST',
    path: '/demo',
    access: 'public',
    scope: 'public',
    summary: 'Enter the demo organisation, made now if need be: anybody until the installation is set up, then its operator only',
    ratePerMinute: 20,
    reply: done,
  },
  removeDemo: {
    method: 'DELETE',
    path: '/demo',
    access: 'signed-in',
    scope: 'organisation',
    summary: 'Remove the demo organisation with all that is in it',
    reply: done,
  },
})

export const sampleContract = contract({
  sample: {
    method: 'GET',
    path: '/samples/:file',
    access: 'public',
    scope: 'public',
    summary: 'A file to try an import with: made-up units, people or feedback',
    params: z.object({ file: z.enum(['units.csv', 'people.csv', 'feedback.csv']) }),
    replyType: 'text/csv',
    reply: z.string(),
  },
})
