import { createServer, type Server } from 'node:http'

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
  await listen(server, at)
  return { close: () => close(server) }
}

const listen = (server: Server, at: { host: string; port: number }) =>
  new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, resolve))

function close(server: Server) {
  server.closeAllConnections()
  return new Promise<void>(resolve => server.close(() => resolve()))
}
