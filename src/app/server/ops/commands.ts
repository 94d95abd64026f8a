import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { summary } from '../../../activity/server/verify.ts'
import { openLog } from '../../../kit/server/log.ts'
import { OperatorError } from '../../../kit/server/operator-error.ts'
import { type Environment, readEnvironment } from '../settings.ts'
import { type BackupManifest, backUp } from './backup.ts'
import { type ReportProgress, sendOrder } from './control.ts'
import { examine, type Finding } from './doctor.ts'
import { runningNodes } from './node-folder.ts'
import { restoreAtRest } from './restore.ts'
import { metricsTokenFrom, secretOf } from '../secret.ts'
import { stopInstallation } from './stop.ts'
import { verifyInstallation } from './verify-log.ts'

// What a person types. Each prints a line or two, or one JSON value with --json.

const print = (json: boolean | undefined, value: object, text: string) => console.log(json ? JSON.stringify(value) : text)

export async function stop(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const stopped = await stopInstallation(readEnvironment())
  print(values.json, { stopped }, stopped.length ? `Stopped ${stopped.join(', ')}.` : 'Nothing was running.')
}

export async function backup(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } })
  const report = await backUp(readEnvironment(), oneFile(positionals, 'backup'), openLog('warn'))
  print(
    values.json,
    report,
    `${report.file}: ${(report.bytes / 1024 ** 2).toFixed(1)} MiB in ${report.seconds} s. It holds secrets: keep it safe.`,
  )
}

export async function restore(args: string[]): Promise<void> {
  const options = { json: { type: 'boolean' }, yes: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const settings = readEnvironment()
  const file = resolve(oneFile(positionals, 'restore'))
  if (!existsSync(file)) throw new OperatorError(`There is no file ${file}.`)
  if (!values.yes && process.stdin.isTTY) await confirm(settings.dataDir)
  const { restored, kept } = await restoreAnyhow(settings, file, text => console.error(text))
  print(
    values.json,
    { restored, kept },
    `Restored the backup of ${restored.createdAt}. The former data is in ${kept}; delete it when you no longer need it.`,
  )
}

async function restoreAnyhow(settings: Environment, file: string, say: ReportProgress) {
  const nodes = runningNodes(settings.dataDir)
  if (nodes.length > 1)
    throw new OperatorError(`Several nodes run on ${settings.dataDir}. Stop all but one, and those on other machines.`)
  if (!nodes[0]) return restoreAtRest(file, settings, openLog('warn'), say)
  if (!nodes[0].info) throw new OperatorError('The product is starting, or another command is at work. Try again in a moment.')
  return (await sendOrder(nodes[0].info.control, { order: 'restore', file }, say)) as { restored: BackupManifest; kept: string }
}

async function confirm(dataDir: string) {
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await ask.question(`This replaces all data in ${dataDir} by the backup. Type "restore" to go on: `)
  ask.close()
  if (answer.trim() !== 'restore') throw new OperatorError('Nothing was changed.')
}

export async function doctor(args: string[]): Promise<void> {
  const options = { json: { type: 'boolean' }, 'metrics-token': { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options })
  const settings = readEnvironment()
  if (values['metrics-token']) return console.log(settings.metricsToken ?? metricsTokenFrom(secretOf(settings)))
  const findings = await examine(settings)
  const ok = findings.every(finding => finding.state !== 'bad')
  print(values.json, { ok, findings }, [...findings.map(line), ok ? 'All is well.' : 'Something needs mending.'].join('\n'))
  if (!ok) process.exitCode = 1
}

export async function verifyLog(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { json: { type: 'boolean' } } })
  const report = await verifyInstallation(readEnvironment(), openLog('warn'))
  print(values.json, report, summary(report))
  if (!report.ok) process.exitCode = 1
}

const marks = { good: '✓', notice: '!', bad: '✗' }

const line = ({ check, state, seen, advice }: Finding) => `${marks[state]} ${check}: ${seen}${advice ? `\n    ${advice}` : ''}`

function oneFile(positionals: string[], command: string) {
  if (positionals.length !== 1) throw new OperatorError(`Say one file: fullcircle ${command} FILE`)
  return positionals[0]!
}
