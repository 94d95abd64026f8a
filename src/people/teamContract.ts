import { z } from 'zod'
import { contract, created, done, id, idParam, name, page, paging } from '../kit/contract.ts'
import { namedRef } from './sharedSchemas.ts'

const teamRow = z.object({ id, name: z.string(), people: z.array(namedRef) })
export type TeamRow = z.infer<typeof teamRow>
const teamBody = z.object({ name, people: z.array(id).max(500) })

export const teamContract = contract({
  listTeams: {
    method: 'GET',
    path: '/teams',
    access: 'people.read',
    scope: 'units',
    summary: 'Teams by name, with their people',
    query: paging,
    reply: page(teamRow),
  },
  createTeam: {
    method: 'POST',
    path: '/teams',
    access: 'people.write',
    scope: 'organisation',
    summary: 'A new team',
    body: teamBody.partial({ people: true }),
    status: 201,
    reply: created,
  },
  editTeam: {
    method: 'PATCH',
    path: '/teams/:id',
    access: 'people.write',
    scope: 'organisation',
    summary: 'Rename a team or change who is in it',
    params: idParam,
    body: teamBody.partial(),
    reply: done,
  },
  deleteTeam: {
    method: 'DELETE',
    path: '/teams/:id',
    access: 'people.write',
    scope: 'organisation',
    summary: 'Remove a team; its people stay',
    params: idParam,
    reply: done,
  },
})
