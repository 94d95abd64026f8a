import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Log } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { readSettings, type Settings } from '../settings.ts'
import { version } from '../version.ts'
import { type Control, openControl, type ReportProgress } from './control.ts'
import { drain, onStopSignal, within } from './drain.ts'
import { type Installation, openInstallation } from './installation.ts'
import { findLauncher } from './launcher.ts'
import { openMaintenance } from './maintenance.ts'
import { holdWhenLeft, type NodeFolder, type NodeInfo } from './node-folder.ts'
import { prepareRestore } from './restore.ts'
import { settleHalfRestore } from './swap.ts'

/** The product on its installation, not yet listening. */
export interface Servable {
  app: FastifyInstance
  stop(): Promise<void>
}

export type OpenProduct = (installation: Installation) => Promise<Servable>

/**
 * Holds the data folder, opens the installation and the product on it, listens, and sees all through restores to a clean end. `load` reads
 * the product's code, once a bad setting or a second start can no longer be the answer.
 */
export async function serve(log: Log, load: () => Promise<unknown>, open: OpenProduct): Promise<void> {
  const settings = readSettings()
  const folder = await holdWhenLeft(settings)
  settleHalfRestore(settings.dataDir, log)
  const node = new ServingNode(settings, log, { load, open }, folder)
  onStopSignal(() => node.stop(), log)
  await node.begin()
}

interface Openable {
  load(): Promise<unknown>
  open: OpenProduct
}

class ServingNode {
  readonly #settings: Settings
  readonly #log: Log
  readonly #openable: Openable
  readonly #folder: NodeFolder
  #installation: Installation | undefined
  #product: Servable | undefined
  #control: Control | undefined
  #at: { host: string; port: number } | undefined
  #info: NodeInfo | undefined
  #opening: Promise<void> | undefined
  #restoring = false

  constructor(settings: Settings, log: Log, openable: Openable, folder: NodeFolder) {
    this.#settings = settings
    this.#log = log
    this.#openable = openable
    this.#folder = folder
  }

  async begin(): Promise<void> {
    const { path } = this.#folder
    this.#control = await openControl(path, {
      stop: async () => void setImmediate(() => process.kill(process.pid, 'SIGTERM')),
      restore: ({ file = '' }, say) => this.#restore(file, say),
    })
    this.#tell(this.#settings)
    try {
      this.#opening = this.#openAll()
      await this.#opening
      await this.#listen()
    } catch (error) {
      await this.stop()
      throw error
    }
    this.#tell(this.#at!)
    this.#log.info(`Fullcircle ${version} answers on ${this.#settings.publicUrl}`)
  }

  #tell({ host, port }: { host: string; port: number }) {
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
    const { address } = this.#control!
    this.#info = { pid: process.pid, url, control: address, startedAt: new Date().toISOString(), launcher: findLauncher() }
    this.#folder.tell(this.#info)
  }

  async stop(): Promise<void> {
    if (this.#info) this.#folder.tell({ ...this.#info, leaving: true })
    const product = async () => {
      // Asked while still starting: what has begun to open must be there to be closed.
      await this.#opening?.catch(() => {})
      await this.#product?.stop()
    }
    const rest = async () => {
      await this.#control?.close()
      await this.#installation?.close()
      this.#folder.release()
    }
    await drain({ product, rest }, this.#log)
  }

  async #openAll() {
    // Code is read while the database starts; whatever is wrong with it is told where it is used.
    this.#openable.load().catch(() => {})
    this.#installation = await openInstallation(this.#log)
    this.#product = await this.#openable.open(this.#installation)
  }

  async #closeProduct() {
    const product = this.#product
    this.#product = undefined
    if (product) await within(8_000, product.stop(), 'requests or jobs', this.#log)
  }

  async #listen() {
    const { host, port } = this.#at ?? this.#settings
    try {
      await this.#product!.app.listen({ host, port })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
      throw new OperatorError(`Port ${port} is in use. Stop what runs there, or set PORT to a free one.`)
    }
    this.#at = { host, port: (this.#product!.app.server.address() as AddressInfo).port }
  }

  async #restore(file: string, say: ReportProgress) {
    if (!this.#at) throw new OperatorError('The product is just starting. Try again in a moment.')
    if (this.#restoring) throw new OperatorError('Another restore is under way.')
    this.#restoring = true
    try {
      return await this.#exchange(file, say)
    } finally {
      this.#restoring = false
    }
  }

  async #exchange(file: string, say: ReportProgress) {
    const prepared = await prepareRestore(file, this.#settings, this.#log, say)
    say('The backup is whole; the product pauses')
    this.#log.warn(`restoring ${file}`)
    // The one takes the port as soon as the other lets go of it, and answers while the rest winds down.
    const [maintenance] = await Promise.all([openMaintenance(this.#at!), this.#closeProduct()])
    try {
      await this.#installation?.close()
      await prepared.apply()
      await this.#openAll()
      const kept = prepared.finish()
      return { restored: prepared.about, kept }
    } catch (error) {
      say('It failed; the earlier data comes back')
      await this.#closeProduct()
      await this.#installation?.close()
      prepared.undo()
      await this.#openAll()
      throw error
    } finally {
      await maintenance.close()
      await this.#listen()
    }
  }
}
