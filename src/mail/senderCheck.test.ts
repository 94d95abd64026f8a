import { expect, test } from 'vitest'
import { type TxtLookup, readDkim, readDmarc, readSpf } from './senderCheck.ts'

const found = (...records: string[]): TxtLookup => ({ kind: 'found', records })
const none: TxtLookup = { kind: 'none' }
const failed: TxtLookup = { kind: 'failed' }

test.each<[string, TxtLookup, string, string?]>([
  ['no record', none, 'missing'],
  ['other TXT records only', found('google-site-verification=1'), 'missing'],
  ['a record', found('v=spf1 include:_spf.example.net ~all'), 'good'],
  ['two records', found('v=spf1 -all', 'v=spf1 mx -all'), 'wrong'],
  ['everybody may', found('v=spf1 +all'), 'wrong', 'v=spf1 ~all'],
  ['no answer', failed, 'unknown'],
])('SPF: %s', (_, looked, state, add) => {
  const finding = readSpf('northwind.example', 'smtp.northwind.example', looked)
  expect(finding.state).toBe(state)
  if (add) expect(finding.add?.value).toBe(add)
  if (state === 'missing')
    expect(finding.add).toEqual({ name: 'northwind.example', value: 'v=spf1 a:smtp.northwind.example mx ~all' })
})

test.each<[TxtLookup, string]>([
  [none, 'missing'],
  [found('v=DKIM1; k=rsa; p=MIGf'), 'good'],
  [found('k=rsa; p='), 'wrong'],
  [failed, 'unknown'],
])('DKIM: %j is %s', (looked, state) => {
  expect(readDkim('northwind.example', 'mail', looked).state).toBe(state)
})

test.each<[TxtLookup, string]>([
  [none, 'missing'],
  [found('v=DMARC1; p=reject; rua=mailto:a@b.example'), 'good'],
  [found('v=DMARC1; rua=mailto:a@b.example'), 'wrong'],
  [failed, 'unknown'],
])('DMARC: %j is %s', (looked, state) => {
  expect(readDmarc('northwind.example', looked).state).toBe(state)
})
