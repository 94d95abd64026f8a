import { implement } from '../../../kit/server/http/implement.ts'
import { policyReplayContract } from '../../policyReplay/policyReplayContract.ts'
import { replayPolicy } from './policyReplay.ts'

export const policyReplayRoutes = implement(policyReplayContract, {
  replayPolicy: (tx, { params, query }) => replayPolicy(tx, params.id, query),
})
