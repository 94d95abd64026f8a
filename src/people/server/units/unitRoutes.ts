import type { Verb } from '../../../kit/vocabulary.ts'
import { record } from '../../../activity/server/record.ts'
import { ok } from '../../../kit/contract.ts'
import { AppError, badInput, notFound } from '../../../kit/errors.ts'
import type { Tx } from '../../../kit/server/db.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { announce } from '../../../kit/server/live.ts'
import { unitContract } from '../../unitContract.ts'
import { keyFor } from '../../key.ts'
import { decideMoveCancellation, decideMove, type Move } from '../../unitMove.ts'
import { setManagers } from './setManagers.ts'
import { today } from '../today.ts'
import { createUnit, findUnitByKey, unitPath, visibleUnits } from '../units.ts'
import { allUnits, lockTree, readUnitPlacements, replacePlacements } from '../unitStore.ts'
import { openChildren, placementsOf, saveUnit, unitsOn } from './unitTreeStore.ts'

export const unitRoutes = implement(unitContract, {
  async listUnits(tx, { query }) {
    const on = query.on ?? (await today(tx))
    return { on, items: await unitsOn(tx, on, await visibleUnits(tx), query.closed), nextCursor: null }
  },

  async createUnit(tx, { body }, { reply }) {
    await refuseOutside(tx, body.parent)
    await lockTree(tx)
    if (body.parent) await openUnit(tx, body.parent)
    const key = body.key?.trim() ?? (await freeKey(tx, body.name))
    const unit = await createUnit(tx, { key, name: body.name, parentId: body.parent, from: body.from })
    if (!unit.created) throw new AppError('already_exists', `A unit with the key “${key}” exists already. Choose another key.`)
    announce(tx, 'units', unit.id)
    reply.code(201)
    return { id: unit.id }
  },

  async getUnit(tx, { params, query }) {
    const on = query.on ?? (await today(tx))
    const unit = await theUnit(tx, params.id, on)
    const path = (await unitPath(tx, params.id, on)).map(({ id, name }) => ({ id, name }))
    const visible = await visibleUnits(tx)
    const { next: _, ...row } = unit
    return {
      ...row,
      path: visible ? path.filter(one => visible.includes(one.id)) : path,
      placements: visible ? [] : await placementsOf(tx, params.id),
      children: (await openChildren(tx, params.id, on)).length,
    }
  },

  async editUnit(tx, { params, body }) {
    const unit = await theUnit(tx, params.id)
    if (body.key && body.key.trim() !== unit.key && (await findUnitByKey(tx, body.key)))
      throw badInput('key', `The key “${body.key}” belongs to another unit.`)
    const changes = { ...(body.name && { name: body.name.trim() }), ...(body.key && { key: body.key.trim() }) }
    if (Object.keys(changes).length === 0) return ok
    await saveUnit(tx, params.id, changes)
    return recordAndAnnounce(tx, 'unit.renamed', params.id, { from: { name: unit.name, key: unit.key }, to: changes })
  },

  async moveUnit(tx, { params, body }) {
    await lockTree(tx)
    const from = body.from ?? (await today(tx))
    const unit = await theUnit(tx, params.id)
    await refuseOutside(tx, body.parent)
    const parent = body.parent ? await openUnit(tx, body.parent) : null
    const moved = await carryOut(tx, params.id, decideMove(await readUnitPlacements(tx), params.id, body.parent, from))
    if (!moved) return ok
    return recordAndAnnounce(tx, 'unit.moved', params.id, {
      from: unit.parentId,
      to: body.parent,
      parent: parent?.name ?? null,
      on: from,
    })
  },

  async callOffMove(tx, { params }) {
    await lockTree(tx)
    await theUnit(tx, params.id)
    const called = await carryOut(tx, params.id, decideMoveCancellation(await readUnitPlacements(tx), params.id, params.from))
    if (!called) throw notFound('move')
    return recordAndAnnounce(tx, 'unit.move_called_off', params.id, { on: params.from })
  },

  async closeUnit(tx, { params, body }) {
    await lockTree(tx)
    const on = body.on ?? (await today(tx))
    const unit = await theUnit(tx, params.id)
    const below = await openChildren(tx, params.id, on)
    if (below.length > 0)
      throw new AppError('conflict', `${unit.name} has open units below it (${below.join(', ')}). Move or close them first.`)
    await saveUnit(tx, params.id, { closed_on: on })
    return recordAndAnnounce(tx, 'unit.closed', params.id, { on })
  },

  async reopenUnit(tx, { params }) {
    const unit = await theUnit(tx, params.id)
    if (!unit.closedOn) return ok
    await saveUnit(tx, params.id, { closed_on: null })
    return recordAndAnnounce(tx, 'unit.reopened', params.id, { closedOn: unit.closedOn })
  },

  async setManagers(tx, { params, body }) {
    const unit = await theUnit(tx, params.id)
    const from = body.from ?? (await today(tx))
    const changed = await setManagers(tx, params.id, body.people, from)
    if (!changed) return ok
    return recordAndAnnounce(
      tx,
      'unit.managers',
      params.id,
      { from: unit.managers.map(one => one.id), to: body.people, on: from },
      body.people,
    )
  },
})

async function recordAndAnnounce(tx: Tx, verb: Verb, id: string, detail: Record<string, unknown>, also: readonly string[] = []) {
  await record(tx, verb, { type: 'unit', id, also }, detail)
  announce(tx, 'units', id)
  return ok
}

async function theUnit(tx: Tx, id: string, on?: string) {
  const [unit] = await unitsOn(tx, on ?? (await today(tx)), await visibleUnits(tx), true, id)
  if (!unit) throw notFound('unit')
  return unit
}

async function openUnit(tx: Tx, id: string) {
  const unit = await theUnit(tx, id)
  if (unit.closedOn) throw new AppError('conflict', `${unit.name} is closed. Reopen it, or choose another unit.`)
  return unit
}

// Whoever sees a part of the tree only may not reach out of it, nor put anything at the top.
async function refuseOutside(tx: Tx, parentId: string | null): Promise<void> {
  const visible = await visibleUnits(tx)
  if (visible && (!parentId || !visible.includes(parentId)))
    throw new AppError('forbidden', 'You may change units below your own only. Choose one of them as the parent.')
}

async function carryOut(tx: Tx, unitId: string, move: Move): Promise<boolean> {
  if (move.kind === 'nothing') return false
  if (move.kind === 'circle') {
    const { on, members } = move.circle
    const all = new Map((await allUnits(tx)).map(unit => [unit.id, unit.name]))
    const names = members.map(id => all.get(id) ?? id)
    throw new AppError('conflict', `It would stand below itself on ${on}: ${names.join(' → ')}. Choose another place.`)
  }
  await replacePlacements(tx, unitId, move.periods)
  return true
}

async function freeKey(tx: Tx, name: string): Promise<string> {
  const base = keyFor(name)
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`
    if (!(await findUnitByKey(tx, key))) return key
  }
}
