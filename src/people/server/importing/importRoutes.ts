import type { FileReply } from '../../../kit/contract.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { importContract } from '../../importing/importContract.ts'
import { peopleCsv, unitsCsv } from './exportDirectory.ts'
import { importPeople } from './importPeople.ts'
import { refuseLimited } from './imports.ts'
import { importUnits } from './importUnits.ts'

export const importRoutes = implement(importContract, {
  async importUnits(tx, { query, body }) {
    refuseLimited(tx.caller)
    return importUnits(tx, body, { dryRun: query.dry_run, map: query.map, from: query.from })
  },
  async importPeople(tx, { query, body }) {
    refuseLimited(tx.caller)
    const { dry_run: dryRun, lift_erasures: liftErasures, map, units } = query
    return importPeople(tx, body, { dryRun, liftErasures, map, units })
  },
  exportUnits: async (tx, { query }) => csvFile('units.csv', await unitsCsv(tx, query.on)),
  exportPeople: async tx => csvFile('people.csv', await peopleCsv(tx)),
})

const csvFile = (filename: string, content: string): FileReply => ({ filename, contentType: 'text/csv; charset=utf-8', content })
