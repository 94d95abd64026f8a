// Builds the console into dist/web, as `npm start` does when its sources changed.
import { buildConsoleWhenStale } from '../src/app/server/build.ts'

await buildConsoleWhenStale({ info: console.log })
