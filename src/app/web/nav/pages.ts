import { pathTo } from '../../../kit/paths.ts'
import type { Load } from '../../../kit/web/room.ts'
import { rooms } from './rooms.ts'

/** Every page of the console, by its address. */
export const pages: Readonly<Record<string, Load>> = Object.assign({}, ...rooms.map(room => room.pages))

/** Pages without the shell. */
export const openPages: Readonly<Record<string, Load>> = Object.assign({}, ...rooms.map(room => room.openPages))

/** Pages that show nobody's data, so that they open without signing in. */
export const isOpenPage = (path: string): boolean => path === pathTo('/kit')
