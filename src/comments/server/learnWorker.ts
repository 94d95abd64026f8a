import { parentPort, workerData } from 'node:worker_threads'
import { type Example, trainClassifier } from '../trainClassifier.ts'
import { toBytes } from '../trainedClassifier.ts'

// Beside the requests: learning takes up to seconds.
const bytes = toBytes(trainClassifier(workerData as Example[]))
parentPort!.postMessage(bytes, [bytes.buffer as ArrayBuffer])
