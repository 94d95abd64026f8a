import { SMTPServer } from 'smtp-server'

export interface Mail {
  from: string
  to: string
  raw: string
  messageId: string
}

export interface SmtpRules {
  /** Refuses a recipient with this reply, as in `550 5.1.1 No such user`. */
  refuse?: (to: string, times: number) => string | undefined
  /** Refuses a message after its last byte. */
  refuseData?: (mail: Mail, times: number) => string | undefined
  /** Called at the first bytes of a message. */
  onFirstBytes?: () => void
  /** Called when a message is whole; it is accepted once this resolves. */
  onWhole?: (mail: Mail) => Promise<void> | void
  onConnect?: () => Promise<void> | void
}

export interface TestSmtp {
  url: string
  port: number
  mails: Mail[]
  rules: SmtpRules
  stop(): Promise<void>
}

/** A real mail server that keeps what it accepts, and can be told to be difficult. */
export async function startSmtp(rules: SmtpRules = {}): Promise<TestSmtp> {
  const mails: Mail[] = []
  const seen = new Map<string, number>()
  const times = (key: string) => {
    seen.set(key, (seen.get(key) ?? 0) + 1)
    return seen.get(key)!
  }
  const smtp: TestSmtp = { url: '', port: 0, mails, rules, stop: () => new Promise(done => server.close(done)) }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    async onConnect(_session, done) {
      await smtp.rules.onConnect?.()
      done()
    },
    onRcptTo({ address }, _session, done) {
      const reply = smtp.rules.refuse?.(address, times(address))
      done(reply ? failure(reply) : null)
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        if (chunks.push(chunk) === 1) smtp.rules.onFirstBytes?.()
      })
      stream.on('end', async () => {
        try {
          await receive()
          done()
        } catch (error) {
          done(error as Error)
        }
      })
      const receive = async () => {
        const raw = Buffer.concat(chunks).toString()
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ''
        const mail = { from, to: rcptTo[0]!.address, raw, messageId: /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '' }
        const reply = smtp.rules.refuseData?.(mail, times(`data ${mail.to}`))
        if (reply) throw failure(reply)
        // Accepted, and kept, before the client hears of it: as a real server does.
        mails.push(mail)
        await smtp.rules.onWhole?.(mail)
      }
    },
  })
  server.on('error', () => {})
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  smtp.port = (server.server.address() as { port: number }).port
  smtp.url = `smtp://127.0.0.1:${smtp.port}`
  return smtp
}

const failure = (reply: string) => Object.assign(new Error(reply.slice(4)), { responseCode: Number(reply.slice(0, 3)) })

/** The words of a raw mail, as far as links and sentences are looked for in them: soft line ends are joined. */
export const plain = (raw: string): string => raw.replace(/=\r?\n/g, '').replace(/=3D/g, '=')
