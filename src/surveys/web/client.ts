import { memberContract } from '../../accounts/memberContract.ts'
import { makeClient } from '../../kit/web/api.ts'
import { surveysContract } from '../contract.ts'
import { helpContract } from '../helpContract.ts'
import { surveyLogoContract } from '../logoContract.ts'
import { previewContract } from '../previewContract.ts'

export const surveys = makeClient(surveysContract)
export const previews = makeClient(previewContract)
export const members = makeClient(memberContract)
export const logos = makeClient(surveyLogoContract)
export const helpRequests = makeClient(helpContract)
