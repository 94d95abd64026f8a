import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

/**
 * Goes to another address, once. The router's own `Navigate` goes again whenever it is drawn again with a new object of
 * properties, and it is drawn again while the other page is being fetched: that never ends.
 */
export function Redirect({ href }: { href: string }) {
  const router = useRouter()
  useEffect(() => void router.navigate({ href, replace: true }), [router, href])
  return null
}
