import type { Verb } from '../../../kit/vocabulary.ts'
import { record } from '../../../activity/server/record.ts'
import { ok } from '../../../kit/contract.ts'
import { badInput, notFound } from '../../../kit/errors.ts'
import { newId } from '../../../kit/ids.ts'
import { toPage } from '../../../kit/paging.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { announce } from '../../../kit/server/live.ts'
import { teamContract } from '../../teamContract.ts'
import { personNames } from '../person/persons.ts'
import { deleteTeam, insertTeam, listTeams, renameTeam, replaceTeamMembers } from './teamStore.ts'
import { nameCursor } from '../nameCursor.ts'

export const teamRoutes = implement(teamContract, {
  async listTeams(tx, { query }) {
    const rows = await listTeams(tx, query.limit + 1, nameCursor(query.cursor))
    return toPage(rows, query.limit, row => [row.name.toLowerCase(), row.id])
  },
  async createTeam(tx, { body }) {
    const id = newId()
    await refuseUnknown(tx, body.people ?? [])
    if (!(await insertTeam(tx, id, body.name.trim()))) throw badInput('name', `There is a team “${body.name}” already.`)
    await replaceTeamMembers(tx, id, body.people ?? [])
    await recordAndAnnounce(tx, 'team.created', id, body)
    return { id }
  },
  async editTeam(tx, { params, body }) {
    const before = await theTeam(tx, params.id)
    if (body.name && !(await renameTeam(tx, params.id, body.name.trim())))
      throw badInput('name', `There is a team “${body.name}” already.`)
    if (body.people) {
      await refuseUnknown(tx, body.people)
      await replaceTeamMembers(tx, params.id, body.people)
    }
    return recordAndAnnounce(tx, 'team.changed', params.id, {
      from: { name: before.name, people: before.people.map(one => one.id) },
      to: body,
    })
  },
  async deleteTeam(tx, { params }) {
    const team = await theTeam(tx, params.id)
    await deleteTeam(tx, params.id)
    return recordAndAnnounce(tx, 'team.removed', params.id, { name: team.name })
  },
})

async function theTeam(tx: Tx, id: string) {
  const [team] = await listTeams(tx, 1, undefined, id)
  if (!team) throw notFound('team')
  return team
}

async function refuseUnknown(tx: Tx, people: readonly string[]): Promise<void> {
  if ((await personNames(tx, people)).size < new Set(people).size)
    throw badInput('people', 'One of these people is not in the directory.')
}

async function recordAndAnnounce(tx: Tx, verb: Verb, id: string, detail: Record<string, unknown>) {
  await record(tx, verb, { type: 'team', id }, detail)
  announce(tx, 'teams', id)
  return ok
}
