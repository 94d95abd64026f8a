// A node that only carries mail: the tests end it as a power cut would.
import { Carrier } from '../src/mail/server/carrier.ts'
import { openDatabase } from '../src/kit/server/db.ts'
import { openLog } from '../src/kit/server/log.ts'

const { connection, ...options } = JSON.parse(process.argv[2]!)
const database = openDatabase({ connection, poolSize: 8 })
new Carrier({ database, log: openLog('error'), publicUrl: 'https://feedback.northwind.example', ...options }).start()
console.log('ready')
setInterval(() => {}, 1000)
