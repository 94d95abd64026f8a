import type { Result } from '../../kit/contract.ts'
import { makeClient } from '../../kit/web/api.ts'
import { customerAccountContract } from '../customerAccountContract.ts'
import { personContract } from '../personContract.ts'
import { teamContract } from '../teamContract.ts'
import { unitContract } from '../unitContract.ts'
import { erasureContract } from '../erasureContract.ts'
import { importContract } from '../importing/importContract.ts'

export const units = makeClient(unitContract)
export const people = makeClient(personContract)
export const customerAccounts = makeClient(customerAccountContract)
export const teams = makeClient(teamContract)
export const erasures = makeClient(erasureContract)
export const imports = makeClient(importContract)

export type PersonDetail = Result<typeof personContract.getPerson>
export type PersonRow = Result<typeof personContract.listPeople>['items'][number]
export type DirectoryUnitRow = Result<typeof unitContract.listUnits>['items'][number]
