import { record } from '../../../activity/server/record.ts'
import { implement } from '../../../kit/server/http/implement.ts'
import { erasureContract } from '../../erasureContract.ts'
import { erasePerson, previewErasure } from './erase.ts'
import { readPersonData, personDataJson } from './personDataExport.ts'
import { requirePerson } from '../person/personRoutes.ts'

export const erasureRoutes = implement(erasureContract, {
  async previewErasure(tx, { params }) {
    await requirePerson(tx, params.id)
    return previewErasure(tx, params.id)
  },
  async erasePerson(tx, { params, body }) {
    await requirePerson(tx, params.id)
    return erasePerson(tx, params.id, body?.reason)
  },
  async exportPersonData(tx, { params }, { database }) {
    await requirePerson(tx, params.id)
    const data = await readPersonData(tx, params.id)
    await record(tx, 'person.data_exported', { type: 'person', id: params.id })
    return {
      filename: 'personal-data.json',
      contentType: 'application/json; charset=utf-8',
      content: personDataJson(data, database),
    }
  },
})
