import { makeClient } from '../../kit/web/api.ts'
import { unitContract } from '../../people/unitContract.ts'

const people = makeClient(unitContract)

/** The tree of units as it stands today. */
export const units = () => people.listUnits.query({ query: {} })
