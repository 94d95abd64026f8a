import { makeClient } from '../../kit/web/api.ts'
import { keyContract, setupContract } from '../contract.ts'
import { invitationContract, memberContract } from '../memberContract.ts'
import { orgContract } from '../orgContract.ts'
import { settingsContract } from '../settingsContract.ts'
import { loginContract } from '../signInContract.ts'

export const setup = makeClient(setupContract)
export const login = makeClient(loginContract)
export const keys = makeClient(keyContract)
export const members = makeClient(memberContract)
export const invitations = makeClient(invitationContract)
export const orgs = makeClient(orgContract)
export const settings = makeClient(settingsContract)
