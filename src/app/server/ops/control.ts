import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { createConnection, createServer, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { socketFolder } from '../../../kit/server/socket-folder.ts'

// The command line speaks with a running node through a socket that only the installation's own user can open.
// One line of JSON asks; lines of JSON answer: any number of {say}, then {done} or {refused}.

export type ReportProgress = (progress: string) => void
export type Orders = Record<string, (order: Record<string, string>, say: ReportProgress) => Promise<unknown>>

const FILE = 'control.sock'
const PREFIX = 'fullcircle-run-'

export interface Control {
  address: string
  close(): Promise<void>
}

export async function openControl(folder: string, orders: Orders): Promise<Control> {
  const address = controlAddress(folder)
  if (process.platform !== 'win32') rmSync(address, { force: true })
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => {})
    void answer(socket, orders)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(address, resolve))
  server.unref()
  return { address, close: () => closeControl(server, open, address) }
}

function controlAddress(folder: string) {
  if (process.platform === 'win32')
    return `\\\\.\\pipe\\fullcircle-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  return join(socketFolder(folder, FILE, PREFIX), FILE)
}

async function closeControl(server: ReturnType<typeof createServer>, open: Set<Socket>, address: string) {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  for (const socket of open) socket.end()
  setTimeout(() => open.forEach(socket => socket.destroy()), 200).unref()
  await closed
  if (address.includes(PREFIX)) rmSync(dirname(address), { recursive: true, force: true })
}

async function answer(socket: Socket, orders: Orders) {
  const reply = (message: object) => void (socket.writable && socket.write(`${JSON.stringify(message)}\n`))
  try {
    const order: Record<string, string> = await firstLine(socket)
    const carryOut = orders[order['order'] ?? '']
    if (!carryOut) throw new OperatorError(`The running server knows no order "${order['order']}".`)
    reply({ done: (await carryOut(order, say => reply({ say }))) ?? {} })
  } catch (error) {
    reply({ refused: (error as Error).message })
  } finally {
    socket.end()
  }
}

async function firstLine(socket: Socket) {
  for await (const line of createInterface({ input: socket })) return JSON.parse(line)
}

/** Sends an order to a running node and waits until it is carried out. */
export function sendOrder(address: string, order: Record<string, string>, say: ReportProgress = () => {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(address)
    socket.once('error', cause =>
      reject(new OperatorError('The running server does not take orders; look at its log.', { cause })),
    )
    socket.once('connect', () => socket.write(`${JSON.stringify(order)}\n`))
    createInterface({ input: socket })
      .on('line', line => {
        const message = JSON.parse(line)
        if (message.say) say(message.say)
        if (message.done) resolve(message.done)
        if (message.refused) reject(new OperatorError(message.refused))
      })
      .on('close', () =>
        reject(new OperatorError('The running server ended before it had carried out the order; look at its log.')),
      )
  })
}
