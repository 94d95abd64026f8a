import { makeClient } from '../../kit/web/api.ts'
import { causesContract } from '../contract.ts'
import { causeFixContract } from '../fixContract.ts'

export const causes = makeClient(causesContract)
export const fixes = makeClient(causeFixContract)
