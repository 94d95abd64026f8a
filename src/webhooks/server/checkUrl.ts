import { BlockList, isIP } from 'node:net'
import { badInput } from '../../kit/errors.ts'
import { isAllowed, isPublic } from './addresses.ts'
import { webhookSettings } from './settings.ts'

/** Refuses at the form what is certain before any lookup; what a name leads to is checked each time it is called. */
export function checkUrl(text: string): void {
  const { networks } = webhookSettings.call()
  const url = new URL(text)
  if (url.username || url.password)
    throw badInput('url', 'Leave name and password out of the address: messages are signed instead.')
  if (url.protocol === 'http:' && !networks)
    throw badInput('url', 'The address must begin with https://, so that nobody reads along.')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const local = isIP(host)
    ? !isPublic(host) && !isAllowed(host, networks ?? new BlockList())
    : !networks && /(^|\.)localhost\.?$/.test(host)
  if (local) throw badInput('url', 'This address lies inside a private network, which webhooks may not call.')
}
