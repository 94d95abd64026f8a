import type { Href } from '../paths.ts'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'

/**
 * Goes to another address, once. The router's own `Navigate` goes again whenever it is drawn again with a new object of
 * properties, and it is drawn again while the other page is being fetched: that never ends. Nor does an address that is
 * made from the place one is at, because that is already the new one by then: so the first one counts.
 */
export function Redirect({ href }: { href: Href }) {
  const router = useRouter()
  const [first] = useState(href)
  useEffect(() => void router.navigate({ href: first, replace: true }), [router, first])
  return null
}
