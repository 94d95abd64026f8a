import { badInput } from '../../kit/errors.ts'
import type { Tx } from '../../kit/server/db.ts'
import { allPolicies } from '../../sla/server/policyStore.ts'
import { isPromise, promises } from '../promiseNames.ts'

/** The policy a rule names, by id or name, if it promises something that an alert can keep. */
export async function policyFor(tx: Tx, wanted: string | null | undefined): Promise<string | null> {
  if (!wanted) return null
  const name = wanted.trim().toLowerCase()
  const policy = (await allPolicies(tx)).find(one => !one.archived && (one.id === wanted || one.name.toLowerCase() === name))
  if (!policy) throw badInput('policy', 'There is no promise with this id.')
  if (!Object.keys(policy.content.targets).some(isPromise))
    throw badInput('policy', `“${policy.name}” promises nothing that an alert could keep: ${promises.join(', ')}.`)
  return policy.id
}
