import { BlockList, isIP } from 'node:net'

/** Addresses that lead nowhere but into somebody's own network, or nowhere at all (IANA's special-purpose registries). */
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  // Teredo, ORCHID, documentation, 6to4 (which carries any IPv4 address inside it).
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(net, bits, 'ipv6')

const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** True where an address is one of the internet's. */
export function isPublic(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  // Everything outside 2000::/3 is local, mapped, translated or not given out.
  return family === 6 && global6.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}

/** Networks that the operator lets webhooks reach: `10.1.0.0/16,192.168.7.9`. Throws on what is none. */
export function networksFrom(text: string): BlockList {
  const allowed = new BlockList()
  for (const part of text
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)) {
    const [net = '', bits] = part.split('/')
    const family = isIP(net)
    const most = family === 4 ? 32 : 128
    if (!family || (bits !== undefined && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)))
      throw new Error(`“${part}” is no network`)
    allowed.addSubnet(net, bits === undefined ? most : Number(bits), family === 4 ? 'ipv4' : 'ipv6')
  }
  return allowed
}

export const isAllowed = (address: string, allowed: BlockList): boolean =>
  isIP(address) !== 0 && allowed.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6')
