import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { withClient } from '../../../test/globalSetup.ts'
import { openLog } from '../../kit/server/log.ts'
import { openProduct } from './product.ts'
import { readSettings } from './settings.ts'

test('a database user that is no superuser, as a hosted PostgreSQL gives one, is enough', async () => {
  const server = inject('server')
  const name = `boss_${randomBytes(4).toString('hex')}`
  await withClient(server, async client => {
    await client.query(`create role ${name} login createrole password 'x'`)
    await client.query(`grant fullcircle_app to ${name} with admin option`)
    await client.query(`create database ${name} owner ${name}`)
  })
  const settings = readSettings({ FULLCIRCLE_SECRET: 's'.repeat(40), LOG_LEVEL: 'error' })
  const connection = { ...server, user: name, password: 'x', database: name }
  const product = await openProduct({ settings, connection, log: openLog('error'), version: 'test' })
  try {
    const body = { org: 'Northwind Water', name: 'Olga', email: 'olga@northwind.example', password: 'correct horse battery' }
    const setUp = await product.app.inject({ method: 'POST', url: '/api/v1/setup', payload: body })
    expect(setUp.statusCode).toBe(201)
    const headers = { authorization: `Bearer ${setUp.json().apiKey}` }
    expect((await product.app.inject({ url: '/api/v1/api-keys', headers })).json().items).toHaveLength(1)
    expect((await product.app.inject({ url: '/readyz' })).statusCode).toBe(200)
  } finally {
    await product.stop()
    await withClient(server, async client => {
      await client.query(`drop database ${name} with (force)`)
      await client.query(`drop owned by ${name}`)
      await client.query(`drop role ${name}`)
    })
  }
})
