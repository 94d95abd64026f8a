import { implement, type Room } from '../../kit/server/http/implement.ts'
import { responsesContract } from '../contract.ts'
import { submitFromApi } from './api.ts'

export const responsesRoom: Room = implement(responsesContract, {
  submitResponse: async (tx, { params, body }) => submitFromApi(tx, params.id, body),
})
