import { makeClient } from '../../kit/web/api.ts'
import { causesContract } from '../contract.ts'

export const causes = makeClient(causesContract)
