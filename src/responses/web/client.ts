import { makeClient } from '../../kit/web/api.ts'
import { unitContract } from '../../people/unitContract.ts'
import { surveysContract } from '../../surveys/contract.ts'
import { responsesContract } from '../contract.ts'
import { metricsContract } from '../metricsContract.ts'
import { browseContract } from '../browseContract.ts'
import { responseContextContract } from '../responseContextContract.ts'

export const imports = makeClient(responsesContract)
export const metrics = makeClient(metricsContract)
export const reading = makeClient(browseContract)
export const trails = makeClient(responseContextContract)
export const surveys = makeClient(surveysContract)
export const units = makeClient(unitContract)
