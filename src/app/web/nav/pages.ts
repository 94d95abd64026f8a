import type { Load } from '../../../kit/web/room.ts'
import { rooms } from './rooms.ts'

/** Every page of the console, by its address. */
export const pages: Readonly<Record<string, Load>> = Object.assign({}, ...rooms.map(room => room.pages))

/** Pages without the shell. */
export const openPages: Readonly<Record<string, Load>> = Object.assign({}, ...rooms.map(room => room.openPages))

/** Whether there is such a page yet. */
export const knowsPage = (path: string): boolean => path in pages

/** Pages that show nobody's data, so that they open without signing in. */
export const isOpenPage = (path: string): boolean => path === '/kit'
