import { callsIn, leavingIn } from '../../src/comments/intent/intentions.ts'
import { found } from '../commentTrial.ts'
import * as corrected from './corrected.ts'
import * as too from './correctedToo.ts'
import * as english from './heldOutEnglish.ts'
import * as german from './heldOutGerman.ts'

const threat = (meant: readonly string[], looks: readonly string[]) => found(meant, looks, leavingIn)
const request = (meant: readonly string[], looks: readonly string[]) => found(meant, looks, callsIn)

/** Each set of sentences as it is read now. Only what is held out says how well words are read that nobody tuned the rules on. */
export const intentionSets = () => [
  {
    what: 'threat to leave',
    set: 'corrected on',
    ...threat(
      [...corrected.threats, ...too.threatsToo, ...too.threatsGermanToo],
      [...corrected.noThreats, ...too.noThreatsToo, ...too.noThreatsGermanToo],
    ),
  },
  { what: 'threat to leave', set: 'held out, English', ...threat(english.heldOutThreats, english.heldOutNoThreats) },
  { what: 'threat to leave', set: 'held out, German', ...threat(german.heldOutThreatsGerman, german.heldOutNoThreatsGerman) },
  {
    what: 'asks to be called',
    set: 'corrected on',
    ...request(
      [...corrected.callRequests, ...too.callRequestsToo, ...too.callRequestsGermanToo],
      [...corrected.noCallRequests, ...too.noCallRequestsToo, ...too.noCallRequestsGermanToo],
    ),
  },
  { what: 'asks to be called', set: 'held out, English', ...request(english.heldOutCalls, english.heldOutNoCalls) },
  { what: 'asks to be called', set: 'held out, German', ...request(german.heldOutCallsGerman, german.heldOutNoCallsGerman) },
]
