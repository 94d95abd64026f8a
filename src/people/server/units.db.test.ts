import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/app.ts'
import { systemCaller } from '../../kit/caller.ts'
import type { Tx } from '../../kit/server/db.ts'
import { findOrCreatePerson, managerOf } from './person/persons.ts'
import { createUnit, unitManagers, unitPath, unitSubtree, visibleUnits } from './units.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const inOrg = <T>(work: (tx: Tx) => Promise<T>) => app.database.inOrg(app.orgId, systemCaller('test'), work)

it('climbs from a depot to the nearest manager, and past her when asked', async () => {
  await inOrg(async tx => {
    const northmoor = (await createUnit(tx, { key: 'northmoor', name: 'Northmoor' })).id
    const kelby = (await createUnit(tx, { key: 'kelby', name: 'Kelby', parentId: northmoor })).id
    const yard = (await createUnit(tx, { key: 'yard', name: 'The yard', parentId: kelby })).id
    const omar = (await findOrCreatePerson(tx, { email: 'Omar@northwind.example', kind: 'staff' })).id
    const mira = (await findOrCreatePerson(tx, { email: 'mira@northwind.example', kind: 'staff' })).id
    for (const [person_id, unit_id] of [
      [omar, kelby],
      [mira, northmoor],
    ] as const)
      await tx.db.insertInto('unit_member').values({ org_id: tx.org, person_id, unit_id, role: 'manager' }).execute()
    expect(await unitManagers(tx, yard)).toEqual([omar])
    expect(await unitManagers(tx, yard, undefined, 1)).toEqual([mira])
    expect(await managerOf(tx, omar)).toBe(mira)
    expect((await unitPath(tx, yard)).map(unit => unit.name)).toEqual(['Northmoor', 'Kelby', 'The yard'])
    expect((await unitSubtree(tx, northmoor)).sort()).toEqual([northmoor, kelby, yard].sort())
    expect(await visibleUnits({ ...tx, caller: { ...tx.caller, units: [kelby] } })).toEqual([kelby, yard])
  })
})

it('finds the same person again, whatever the case of the address', async () => {
  const first = await inOrg(tx => findOrCreatePerson(tx, { email: 'dana@bakery.example' }))
  const again = await inOrg(tx => findOrCreatePerson(tx, { email: ' DANA@bakery.example' }))
  expect(again).toEqual({ id: first.id, created: false })
})
