import type pg from 'pg'
import type { Log } from '../../../kit/server/log.ts'
import { type Embedded, startEmbedded } from '../../../kit/server/postgres/embedded.ts'
import { readSettings, type Settings } from '../settings.ts'

/** What a node stands on: settings and a database that answers. */
export interface Installation {
  settings: Settings
  connection: pg.PoolConfig
  /** Past a pooler, for LISTEN and jobs. */
  directConnection: pg.PoolConfig
  readConnection: pg.PoolConfig | undefined
  embedded: Embedded | undefined
  close(): Promise<void>
}

/** Opens it anew each time: a restore may have brought another secret and another database. */
export async function openInstallation(log: Log): Promise<Installation> {
  const settings = readSettings()
  const embedded = settings.databaseUrl ? undefined : await startEmbedded(settings.dataDir, { log })
  const connection = embedded?.connection ?? { connectionString: settings.databaseUrl }
  return {
    settings,
    connection,
    directConnection: embedded?.connection ?? { connectionString: settings.databaseDirectUrl },
    readConnection: settings.databaseReadUrl ? { connectionString: settings.databaseReadUrl } : undefined,
    embedded,
    close: async () => embedded?.stop(),
  }
}
