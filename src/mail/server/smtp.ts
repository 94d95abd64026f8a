import { hostname } from 'node:os'
import type { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'

export interface Envelope {
  from: string
  to: string
}

const IDLE_MS = 8_000
const PER_CONNECTION = 100

interface SmtpLine {
  connection: SMTPConnection
  sent: number
  idleSince: number
}

/**
 * Connections to the mail server of SMTP_URL, kept open between messages. nodemailer's own pool begins to read a message
 * before the server has agreed to take it; our promise (withheld.ts) needs it the other way round.
 */
export class Smtp {
  readonly #options: ConstructorParameters<typeof SMTPConnection>[0]
  readonly #auth: { user: string; pass: string } | undefined
  #idle: SmtpLine[] = []
  readonly #reaper = setInterval(() => this.#closeOld(), 2_000).unref()

  constructor(url: string) {
    const { auth, ...rest } = parseConnectionUrl(url) as Record<string, unknown> & { auth?: { user?: string; pass?: string } }
    this.#auth = auth?.user ? { user: auth.user, pass: auth.pass ?? '' } : undefined
    this.#options = {
      // A name with a dot: some servers refuse a bare host name.
      name: hostname().includes('.') ? hostname() : '[127.0.0.1]',
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      dnsTimeout: 10_000,
      socketTimeout: 120_000,
      ...rest,
    }
  }

  /** Offers one message. Resolves with the server's reply; fails with what it said, or with no reply code at all. */
  async send(envelope: Envelope, message: () => Readable): Promise<string> {
    const kept = this.#idle.pop()
    if (kept) {
      const body = message()
      try {
        return await this.#sendOn(kept, envelope, body)
      } catch (error) {
        // The server had hung up while the line was idle: not a byte was read, so that a fresh line may try.
        if (replyCode(error) !== undefined || body.readableDidRead) throw error
      }
    }
    return this.#sendOn({ connection: await this.#open(), sent: 0, idleSince: 0 }, envelope, message())
  }

  async #open(): Promise<SMTPConnection> {
    const connection = new SMTPConnection(this.#options)
    const auth = this.#auth
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.once('end', () => reject(new Error('The mail server closed the connection')))
      connection.connect(error => {
        if (error) return reject(error)
        if (!auth || !connection.allowsAuth) return resolve()
        connection.login({ credentials: auth }, failed => (failed ? reject(failed) : resolve()))
      })
    }).catch(error => {
      connection.close()
      throw error
    })
    return connection
  }

  async #sendOn(line: SmtpLine, envelope: Envelope, message: Readable): Promise<string> {
    const { connection } = line
    try {
      const reply = await new Promise<string>((resolve, reject) => {
        connection.on('error', reject)
        connection.once('end', () => reject(new Error('The mail server closed the connection')))
        connection.send(envelope, message, (error, info) => (error ? reject(error) : resolve(info!.response)))
      })
      line.sent++
      this.#keep(line)
      return reply
    } catch (error) {
      connection.close()
      throw error
    }
  }

  #keep(line: SmtpLine): void {
    line.connection.removeAllListeners()
    if (line.sent >= PER_CONNECTION) return line.connection.quit()
    const drop = () => void (this.#idle = this.#idle.filter(other => other !== line))
    line.connection.on('error', drop).on('end', drop)
    line.idleSince = Date.now()
    this.#idle.push(line)
  }

  #closeOld(): void {
    const old = this.#idle.filter(line => Date.now() - line.idleSince > IDLE_MS)
    this.#idle = this.#idle.filter(line => !old.includes(line))
    for (const { connection } of old) connection.quit()
  }

  close(): void {
    clearInterval(this.#reaper)
    for (const { connection } of this.#idle) connection.quit()
    this.#idle = []
  }
}

/** The reply code of a refusal; undefined when the server gave none. */
export const replyCode = (error: unknown): number | undefined => (error as { responseCode?: number }).responseCode
