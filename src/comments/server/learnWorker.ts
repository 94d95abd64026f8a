import { parentPort, workerData } from 'node:worker_threads'
import { type Example, learn } from '../learn.ts'
import { toBytes } from '../learned.ts'

// Beside the requests: learning takes up to seconds.
const bytes = toBytes(learn(workerData as Example[]))
parentPort!.postMessage(bytes, [bytes.buffer as ArrayBuffer])
