import { Resolver } from 'node:dns/promises'
import { type TxtLookup, readDkim, readDmarc, readSpf, type SenderFinding } from '../senderCheck.ts'

export type LookUp = (name: string) => Promise<string[][]>

const TIMEOUT_MS = 3_000

/** Asks the system's name servers. */
export const systemLookUp: LookUp = name => new Resolver({ timeout: TIMEOUT_MS, tries: 1 }).resolveTxt(name)

const nothingThere = new Set(['ENOTFOUND', 'ENODATA'])

export async function lookUp(name: string, ask: LookUp): Promise<TxtLookup> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS + 1_000)))
  try {
    const records = await Promise.race([ask(name), tooLate])
    // Long records come in parts that belong together without a blank.
    return records.length ? { kind: 'found', records: records.map(parts => parts.join('')) } : { kind: 'none' }
  } catch (error) {
    return nothingThere.has((error as { code?: string }).code ?? '') ? { kind: 'none' } : { kind: 'failed' }
  } finally {
    clearTimeout(timer)
  }
}

/** What DNS says about a sender address: three findings, each with what to add. */
export async function lookUpSender(
  sender: { domain: string; selector: string; server: string | null },
  ask: LookUp = systemLookUp,
): Promise<SenderFinding[]> {
  const { domain, selector, server } = sender
  const [spf, dkim, dmarc, parent] = await Promise.all([
    lookUp(domain, ask),
    lookUp(`${selector}._domainkey.${domain}`, ask),
    lookUp(`_dmarc.${domain}`, ask),
    lookUp(`_dmarc.${parentOf(domain)}`, ask),
  ])
  // A subdomain without a policy of its own has its organisation's (RFC 7489, 6.6.3).
  return [
    readSpf(domain, server, spf),
    readDkim(domain, selector, dkim),
    readDmarc(domain, dmarc.kind === 'none' ? parent : dmarc),
  ]
}

const parentOf = (domain: string): string => domain.split('.').slice(-2).join('.')
