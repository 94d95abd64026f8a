// @words everybody
import { t as active, type Translate } from '../kit/i18n.ts'

/** What DNS said about one name: its TXT records, nothing there, or no answer at all. */
export type TxtLookup = { kind: 'found'; records: readonly string[] } | { kind: 'none' } | { kind: 'failed' }

export type CheckState = 'good' | 'missing' | 'wrong' | 'unknown'

export interface SenderFinding {
  check: 'spf' | 'dkim' | 'dmarc'
  state: CheckState
  /** What stands there now. */
  found: string | null
  words: string
  /** The record to add or to change. */
  add: { name: string; value: string } | null
}

const asked = (looked: TxtLookup, starts: RegExp): string[] =>
  looked.kind === 'found' ? looked.records.filter(record => starts.test(record.trim())) : []

const unknown = (check: SenderFinding['check'], t: Translate): SenderFinding => ({
  check,
  state: 'unknown',
  found: null,
  words: t('This could not be looked up just now. Check your network and try again.'),
  add: null,
})

/** SPF (RFC 7208): which servers may send for the domain. `server` is the host of SMTP_URL. */
export function readSpf(domain: string, server: string | null, looked: TxtLookup, t: Translate = active): SenderFinding {
  if (looked.kind === 'failed') return unknown('spf', t)
  const records = asked(looked, /^v=spf1(\s|$)/i)
  const value = `v=spf1 ${server ? `a:${server} ` : ''}mx ~all`
  const [found] = records
  if (!found) {
    const words = t(
      'Nobody can tell which servers may send mail for {domain}. Add this TXT record; name your mail provider in it.',
      { domain },
    )
    return { check: 'spf', state: 'missing', found: null, words, add: { name: domain, value } }
  }
  if (records.length > 1) {
    const words = t('There are {n} SPF records; receivers then ignore all of them. Join them into one.', { n: records.length })
    return { check: 'spf', state: 'wrong', found: records.join('\n'), words, add: null }
  }
  if (/[+]?\ball\b/i.test(found) && !/[-~?]all\b/i.test(found)) {
    const words = t('The record lets every server in the world send for {domain}. End it with “~all” or “-all”.', { domain })
    return { check: 'spf', state: 'wrong', found, words, add: { name: domain, value: found.replace(/\+?all\b/i, '~all') } }
  }
  return {
    check: 'spf',
    state: 'good',
    found,
    words: t('There is a record. Your mail server must be one of those it names.'),
    add: null,
  }
}

/** DKIM (RFC 6376): the key that signatures are checked with. */
export function readDkim(domain: string, selector: string, looked: TxtLookup, t: Translate = active): SenderFinding {
  const name = `${selector}._domainkey.${domain}`
  if (looked.kind === 'failed') return unknown('dkim', t)
  const [found] = looked.kind === 'found' ? looked.records.filter(record => /(^|;)\s*p\s*=/.test(record)) : []
  if (!found) {
    const words = t(
      'There is no key under the selector “{selector}”. Your mail provider shows you the record to add; check the selector’s name there.',
      { selector },
    )
    return {
      check: 'dkim',
      state: 'missing',
      found: null,
      words,
      add: { name, value: t('v=DKIM1; k=rsa; p=… (the key from your mail provider)') },
    }
  }
  if (/(^|;)\s*p\s*=\s*(;|$)/.test(found))
    return {
      check: 'dkim',
      state: 'wrong',
      found,
      words: t('This key was withdrawn (it is empty). Ask your mail provider for the present one.'),
      add: null,
    }
  return { check: 'dkim', state: 'good', found, words: t('There is a key. Your mail server must sign with it.'), add: null }
}

/** DMARC (RFC 7489): what receivers do with mail that is neither, and whom they tell. */
export function readDmarc(domain: string, looked: TxtLookup, t: Translate = active): SenderFinding {
  if (looked.kind === 'failed') return unknown('dmarc', t)
  const [found] = asked(looked, /^v=DMARC1\s*(;|$)/i)
  const value = `v=DMARC1; p=none; rua=mailto:postmaster@${domain}`
  if (!found) {
    const words = t(
      'Large providers refuse bulk mail from domains without a DMARC record. Add this one; it only watches at first.',
    )
    return { check: 'dmarc', state: 'missing', found: null, words, add: { name: `_dmarc.${domain}`, value } }
  }
  if (!/;\s*p\s*=\s*(none|quarantine|reject)/i.test(found)) {
    const words = t('The record has no policy (p=none, quarantine or reject), so receivers ignore it.')
    return { check: 'dmarc', state: 'wrong', found, words, add: { name: `_dmarc.${domain}`, value } }
  }
  return { check: 'dmarc', state: 'good', found, words: t('There is a policy.'), add: null }
}
