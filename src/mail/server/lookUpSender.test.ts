import { expect, test } from 'vitest'
import { lookUpSender } from './lookUpSender.ts'

const missing = Object.assign(new Error('queryTxt ENOTFOUND'), { code: 'ENOTFOUND' })
const answers = (records: Record<string, string[][]>) => async (name: string) => {
  if (!records[name]) throw missing
  return records[name]
}
const sender = { domain: 'feedback.northwind.example', selector: 'mail', server: null }

test('records in parts are read as one, and a subdomain has its organisation’s policy', async () => {
  const dns = answers({
    'feedback.northwind.example': [['v=spf1 mx', ' ~all']],
    'mail._domainkey.feedback.northwind.example': [['v=DKIM1; p=MI', 'Gf']],
    '_dmarc.northwind.example': [['v=DMARC1; p=none']],
  })
  expect((await lookUpSender(sender, dns)).map(finding => finding.state)).toEqual(['good', 'good', 'good'])
})

test('nothing there is said to be missing; no network is said to be unknown', async () => {
  expect((await lookUpSender(sender, answers({}))).map(finding => finding.state)).toEqual(['missing', 'missing', 'missing'])
  const offline = async () => Promise.reject(Object.assign(new Error('queryTxt ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  const findings = await lookUpSender(sender, offline)
  expect(findings.map(finding => finding.state)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(findings[0]!.words).toContain('could not be looked up')
})
