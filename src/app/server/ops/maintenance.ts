import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const title = 'This installation is being restored from a backup. Try again in a few seconds.'
const problem = JSON.stringify({ type: 'about:blank', title, status: 503, code: 'unavailable' })
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Back soon</title><p>${title}</p>`

/** Answers in place of the product while its data is exchanged, so that nobody meets a closed door. */
export async function openMaintenance(at: { host: string; port: number }): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const alive = request.url === '/healthz'
    const wantsPage = (request.headers.accept ?? '').includes('text/html')
    response.writeHead(alive ? 200 : 503, {
      'content-type': wantsPage ? 'text/html; charset=utf-8' : 'application/problem+json',
      'retry-after': '3',
      'cache-control': 'no-store',
      connection: 'close',
    })
    response.end(wantsPage ? page : problem)
    request.resume()
  })
  await listenWhenFree(server, at)
  return { close: () => close(server) }
}

/** The product may still be letting go of the port. */
async function listenWhenFree(server: Server, at: { host: string; port: number }) {
  for (let round = 0; ; round++) {
    try {
      return await listen(server, at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || round === 1000) throw error
      await sleep(10)
    }
  }
}

function listen(server: Server, at: { host: string; port: number }) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject).listen(at, () => {
    server.off('error', reject)
    resolve()
  })
  return promise
}

function close(server: Server) {
  server.closeAllConnections()
  return new Promise<void>(resolve => server.close(() => resolve()))
}
