import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { castOf, unitsCsv } from '../cast.ts'
import { type House, join, step, test } from '../house.ts'
import sharp from 'sharp'
import { gauge } from '../../src/demo/pictures.ts'
import { shoot, takePicture } from '../looking.ts'
import { callProduct } from '../callProduct.ts'
import { pdf, text, wav } from '../samples.ts'
import { plain } from '../smtp.ts'

const { dana, mira, olga, omar, own, peopleCsv } = castOf('alert')
/** Works in Kelby and never signs in: what reaches him comes by mail. */
const carl = own({ name: 'Carl Jensen', email: 'carl@northwind.example' })

let house: House
let key: string
let survey: string

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ house: ours }) => {
  house = ours
  key = await house.openOrg('Northwind Water', olga)
  await call('POST', '/units/import', unitsCsv, 'text/csv')
  await call('POST', '/people/import', peopleCsv, 'text/csv')
  const carls = `external_id,email,name,unit,role,kind\nE3,${carl.email},${carl.name},kelby,member,staff\n`
  await call('POST', '/people/import', carls, 'text/csv')
  const question = { id: 'stars', kind: 'rating', prompt: 'How was your visit?', required: true }
  const why = { id: 'why', kind: 'text', prompt: 'Why?' }
  survey = (await call('POST', '/surveys', { name: 'After your visit', locale: 'en', questions: [question, why] })).id
  await call('POST', `/surveys/${survey}/publish`, {})
  const rule = (name: string, kind: string, when: object) =>
    call('POST', '/alert-rules', { name, kind, survey, when: { all: [when] }, route: [{ to: 'unit-manager' }] })
  await rule('Two stars or fewer', 'recovery', { question: 'stars', atMost: 2 })
  await rule('Five stars', 'excellence', { question: 'stars', atLeast: 5 })
  for (const { email, name } of [omar, mira]) {
    const { inviteUrl } = await call('POST', '/members', { email, role: 'manager' })
    await join(house, inviteUrl, name)
  }
})

const call = (method: string, path: string, body?: unknown, type?: string) =>
  callProduct({ url: house.url, key }, method, path, body, type)

const answer = async (stars: number, why: string, email: string = dana.email): Promise<string> =>
  (await call('POST', `/surveys/${survey}/responses`, { answers: { stars, why }, unit: 'kelby', person: { email } })).alertIds[0]

async function fresh(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 }, ...options })).newPage()
}

async function at(email: string, path: string): Promise<Page> {
  const page = await house.enter()
  await house.signIn(page, email)
  await page.goto(house.url + path)
  return page
}

/** The newest mail like this; `after` of them came before. */
async function mailTo(to: string, having: RegExp, after = 0): Promise<string> {
  const found = () =>
    house.smtp.mails.map(mail => ({ to: mail.to, text: plain(mail.raw) })).filter(m => m.to === to && having.test(m.text))
  await expect.poll(() => found().length, { timeout: 60_000, message: `a mail to ${to} with ${having}` }).toBeGreaterThan(after)
  return found().at(-1)!.text
}

async function resolve(page: Page): Promise<void> {
  await page.getByLabel('What was said').fill('Called her: the tanker comes on Wednesday.')
  await page.getByRole('button', { name: 'Log the call' }).click()
  await expect(page.getByText(/spoke with/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Resolve', exact: false }).last().click()
  await expect(page.getByRole('button', { name: 'Reopen' })).toBeVisible()
}

test('Omar and Mira work on what Dana waits for, and Dana has the last word', async ({ browser }) => {
  test.setTimeout(360_000)
  const id = await answer(1, 'The water was off without any warning.')
  await answer(2, 'Still no notice of works.')
  // His clock can be moved, so his browser is nobody else's.
  const omars = await fresh(browser)
  await omars.clock.install()
  await house.signIn(omars, omar.email)
  await omars.goto(`${house.url}/alerts/${id}`)
  await omars.getByRole('button', { name: 'I’ll take it' }).click()

  await step('they see each other', async () => {
    const miras = await at(mira.email, `/alerts/${id}`)
    await expect(omars.getByText('Mira Lindqvist looks at this too')).toBeAttached()
    await expect(miras.getByText('Omar Haddad looks at this too')).toBeAttached()
    // Hers is closed without a word: who says nothing for a while has left.
    await house.leave(miras)
    await omars.clock.fastForward(60_000)
    await expect(omars.getByText('Mira Lindqvist looks at this too')).toHaveCount(0)
  })

  await step('two alerts of hers become one, and could be taken apart', async () => {
    await omars.getByRole('button', { name: 'Make it part of this one' }).click()
    await expect(omars.getByText('1 other alert is part of this one')).toBeVisible()
    await omars.getByRole('button', { name: 'Take out' }).click()
    await omars.getByRole('button', { name: 'Make it part of this one' }).click()
    await expect(omars.getByRole('button', { name: 'Take out' })).toBeVisible()
  })

  await step('a note brings Mira in, a question asks her, and the alert stays with Omar', async () => {
    await omars.getByRole('radio', { name: 'Note' }).click()
    const note = omars.getByLabel('Note for colleagues')
    await note.pressSequentially('Please look, @mir')
    await expect(omars.getByRole('option', { name: /Mira/ })).toBeVisible()
    await note.press('Enter')
    await expect(note).toHaveValue('Please look, @Mira Lindqvist ')
    await omars.getByRole('button', { name: 'Leave the note' }).click()
    await mailTo(mira.email, /mentions you/)
    await omars.getByRole('button', { name: 'Ask a senior' }).first().click()
    const dialog = omars.getByRole('dialog')
    await dialog.getByLabel('Question').fill('May I offer her the tanker?')
    await dialog.getByRole('button', { name: 'Ask Mira Lindqvist' }).click()
    await expect(omars.getByText('asked Mira Lindqvist for help').first()).toBeVisible()
    await omars.getByRole('radio', { name: 'Call' }).click()
  })

  await step('several causes are ranked by keyboard', async () => {
    for (const cause of ['No notice given', 'Call-back not kept']) {
      await omars.getByRole('button', { name: /Choose a cause|Another cause/ }).click()
      await omars.getByRole('searchbox', { name: 'Find or name a cause' }).fill(cause)
      await omars.getByRole('button', { name: `New cause “${cause}”` }).click()
      await expect(omars.getByRole('row', { name: cause })).toBeVisible()
    }
    await omars.getByRole('row', { name: 'Call-back not kept' }).focus()
    await omars.keyboard.press('Alt+ArrowUp')
    await expect.poll(async () => (await call('GET', `/alerts/${id}`)).causes[0].name).toBe('Call-back not kept')
    await shoot(omars, 'alert-working')
  })

  await step('resolved; Dana says no without any script, and Omar sees it open again', async () => {
    await resolve(omars)
    await expect(omars.getByText(/Asked whether it is settled/)).toBeVisible()
    const phone = await fresh(browser, { viewport: { width: 360, height: 780 }, javaScriptEnabled: false })
    await phone.goto(/http:\S+\/settled\/[\w-]+\?answer=no/.exec(await mailTo(dana.email, /\/settled\//))![0])
    await expect(phone.getByRole('radio', { name: 'No, not settled' })).toBeChecked()
    await takePicture(phone, 'alert-settled-360')
    expect((await call('GET', `/alerts/${id}`)).state).toBe('resolved')
    await phone.getByRole('textbox').fill('The tanker never came.')
    await phone.getByRole('button', { name: 'Send' }).click()
    await expect(phone.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible()
    await phone.context().close()
    await expect(omars.getByText('The customer says it is not settled: The tanker never came.')).toBeVisible()
    // By mail it comes together with what else happens in the next minutes; in the console at once.
    await omars
      .getByRole('button', { name: /^Notifications/ })
      .first()
      .click()
    await expect(omars.getByText('Dana says it is not settled: the alert is open again')).toBeVisible()
    await omars.keyboard.press('Escape')
  })

  await step('resolved again; Dana says yes, and the circle closes', async () => {
    await omars.getByRole('button', { name: 'I’ll take it' }).click()
    await resolve(omars)
    const laptop = await fresh(browser)
    await laptop.goto(/http:\S+\/settled\/[\w-]+\?answer=yes/.exec(await mailTo(dana.email, /\/settled\//, 1))![0])
    await shoot(laptop, 'alert-settled')
    await laptop.getByRole('button', { name: 'Send' }).click()
    await expect(laptop.getByRole('heading', { name: 'Thank you' })).toBeVisible()
    await laptop.context().close()
    await expect(omars.getByText('Dana Whitlock confirms that it is settled')).toBeVisible()
    await shoot(omars, 'alert-confirmed')
  })
  await omars.context().close()
})

interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}

/** What a browser hands over when files are dropped on something, or pasted into it. */
const transferOf = (page: Page, files: readonly Given[]) =>
  page.evaluateHandle(
    given => {
      const data = new DataTransfer()
      for (const { name, mimeType, base64 } of given)
        data.items.add(new File([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], name, { type: mimeType }))
      return data
    },
    files.map(({ buffer, ...file }) => ({ ...file, base64: buffer.toString('base64') })),
  )

/** The alert on which Omar has proved what he did. */
let proved: string

test('Omar proves what he did: chosen, dropped and pasted files go with the call', async () => {
  const photo: Given = { name: 'Pressure.jpg', mimeType: 'image/jpeg', buffer: await sharp(Buffer.from(gauge)).jpeg().toBuffer() }
  const call1: Given = { name: 'Call at nine.wav', mimeType: 'audio/wav', buffer: wav(20) }
  const letter: Given = { name: 'Signed letter.pdf', mimeType: 'application/pdf', buffer: pdf() }
  proved = await answer(1, 'The pressure is far too low.')
  const page = await at(omar.email, `/alerts/${proved}`)
  const chosen = page.getByRole('list', { name: 'Evidence' }).first()

  await step('one is chosen, one dropped, one pasted; a page is refused with the reason and removed', async () => {
    await page.getByLabel('What was said').fill('Visited together with the engineer. Pressure measured: 3.4 bar.')
    const choose = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Attach files' }).click()
    await (await choose).setFiles([
      photo,
      { name: 'page.svg', mimeType: 'image/svg+xml', buffer: text('<svg onload="alert(1)"/>') },
    ])
    await expect(chosen.getByRole('alert')).toContainText('Pages, drawings and scripts are not taken')
    await expect(page.getByText('Remove the file that did not get there, or send it again.')).toBeVisible()
    const box = page.getByLabel('What was said')
    await box.dispatchEvent('dragover', { dataTransfer: await transferOf(page, [letter]) })
    await expect(page.getByText('Let go to attach.')).toBeVisible()
    await shoot(page, 'alert-attaching')
    await box.dispatchEvent('drop', { dataTransfer: await transferOf(page, [letter]) })
    const pasted = await transferOf(page, [call1])
    await box.evaluate(
      (node, data) => node.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })),
      pasted,
    )
    await expect(chosen.getByRole('listitem')).toHaveCount(4)
    await page.getByRole('button', { name: 'Remove page.svg' }).click()
    await expect(page.getByRole('button', { name: 'Attach files' })).toBeFocused()
    await expect(page.getByText('3 of 3 files are there.')).toBeAttached()
  })

  await step('one that takes long shows how far it is and can be stopped; one that breaks off is sent again', async () => {
    const phone = await page.context().newCDPSession(page)
    await phone.send('Network.enable')
    const slowly = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 40_000 }
    await phone.send('Network.emulateNetworkConditions', slowly)
    const choose = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Attach files' }).click()
    await (await choose).setFiles([{ name: 'Long call.wav', mimeType: 'audio/wav', buffer: wav(60) }])
    await expect.poll(() => page.getByRole('progressbar').getAttribute('aria-valuenow').then(Number)).toBeGreaterThan(0.05)
    await expect(page.getByText('Wait until the files are there.')).toBeVisible()
    await takePicture(page, 'alert-uploading-1440-light')
    await page.getByRole('button', { name: 'Stop Long call.wav' }).click()
    await expect(chosen.getByRole('listitem')).toHaveCount(3)
    await phone.send('Network.emulateNetworkConditions', { ...slowly, offline: true })
    await page
      .getByLabel('What was said')
      .evaluate(
        (node, data) => node.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })),
        await transferOf(page, [{ name: 'Note.txt', mimeType: 'text/plain', buffer: text('She was kind.') }]),
      )
    await expect(chosen.getByRole('alert')).toContainText(/offline|cannot be reached/)
    await phone.send('Network.emulateNetworkConditions', { ...slowly, uploadThroughput: -1 })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText('4 of 4 files are there.')).toBeAttached()
  })

  await step('logged, the evidence stands with the call', async () => {
    await page.getByRole('button', { name: 'Log the call' }).click()
    await expect(page.getByText(/spoke with the customer/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Attach files' })).toBeVisible()
    await expect(chosen.getByRole('listitem')).toHaveCount(4)
    await expect.poll(() => chosen.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320)
    await shoot(page, 'alert-evidence')
  })
  await house.leave(page)
})

test('Mira looks at what Omar attached, and he takes away what was wrong', async () => {
  await step('Mira looks at the photo, hears the call and downloads the letter', async () => {
    const miras = await at(mira.email, `/alerts/${proved}`)
    const evidence = miras.getByRole('list', { name: 'Evidence' })
    await evidence.getByRole('link', { name: 'Pressure.jpg' }).click()
    const viewer = miras.getByRole('dialog', { name: 'Pressure.jpg' })
    await expect.poll(() => viewer.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(960)
    await shoot(miras, 'alert-viewer')
    await miras.keyboard.press('Escape')
    const sound = evidence.locator('audio')
    await sound.evaluate((audio: HTMLAudioElement) => Object.assign(audio, { muted: true }).play())
    await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.currentTime)).toBeGreaterThan(0.2)
    const download = miras.waitForEvent('download')
    await evidence.getByRole('link', { name: 'Signed letter.pdf' }).click()
    expect((await download).suggestedFilename()).toBe('Signed letter.pdf')
    // Added by Omar: it is his to take away.
    await evidence.getByRole('button', { name: 'More about Signed letter.pdf' }).click()
    await expect(miras.getByRole('menuitem')).toHaveText(['Download'])
    await house.leave(miras)
  })

  await step('what was wrong is taken away, and the record keeps that it was there', async () => {
    const page = await at(omar.email, `/alerts/${proved}`)
    await page.getByRole('button', { name: 'More about Note.txt' }).click()
    await page.getByRole('menuitem', { name: 'Take away' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
    await expect(page.getByRole('list', { name: 'Evidence' }).getByRole('listitem')).toHaveCount(3)
    await expect(page.getByText('Omar Haddad took the file Note.txt away')).toBeVisible()
    await house.leave(page)
  })
})

test('what Omar began to write is still there when he comes back, and on no other alert', async () => {
  const one = await answer(1, 'Nobody came.')
  const other = await answer(1, 'Nobody came again.')
  const page = await at(omar.email, `/alerts/${one}`)
  const words = page.getByLabel('What was said')
  await words.fill('She was out. I try again at five.')
  const go = async (id: string) => {
    await page.getByRole('link', { name: 'My day' }).first().click()
    await page.locator(`a[href="/alerts/${id}"]`).first().click()
  }
  await go(other)
  await expect(words).toHaveValue('')
  await go(one)
  await expect(words).toHaveValue('She was out. I try again at five.')
  await page.getByText('Spoke with the customer').click()
  await page.getByRole('button', { name: 'Log the call' }).click()
  await expect(words).toHaveValue('')
  await go(other)
  await go(one)
  await expect(words).toHaveValue('')
  await house.leave(page)
})

test('Omar works on many at once; those that refuse are named', async () => {
  await answer(1, 'Charged twice.', 'ellen@home.example')
  await answer(2, 'Nobody told me.', 'yusuf@shop.example')
  const page = await at(omar.email, '/alerts')
  for (const name of ['ellen@home.example', 'yusuf@shop.example'])
    await page.getByRole('checkbox', { name: `Choose ${name}` }).check({ force: true })
  await expect(page.getByText('2 chosen')).toBeVisible()
  await shoot(page, 'alert-many')
  await page.getByRole('button', { name: 'Resolve', exact: true }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Resolve' }).click()
  await expect(page.getByRole('heading', { name: '2 stay as they were' })).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).last().click()
  await house.leave(page)
})

test('praise reaches Carl and the wall; Olga applauds and does the same', async () => {
  const id = await answer(5, 'The engineer stayed until it ran clear.')
  const page = await at(omar.email, `/alerts/${id}`)
  await page.getByRole('button', { name: 'Thank a colleague' }).click()
  await page.getByRole('combobox', { name: 'Colleague' }).fill('carl')
  await page.getByRole('option', { name: /Carl/ }).click()
  await page.getByRole('button', { name: 'Thank Carl Jensen' }).click()
  expect(await mailTo(carl.email, /thanks you/)).toContain('stayed until it ran clear')
  await page.getByRole('button', { name: 'Share on the wall' }).click()
  await page.getByLabel('Title').fill('Stay until it runs clear')
  await page.getByLabel('What was done').fill('Wait ten minutes, then show the customer.')
  await page.getByRole('dialog').getByRole('button', { name: 'Share', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Shared on the wall' })).toBeVisible()
  await house.leave(page)

  const olgas = await at(olga.email, '/wall')
  await olgas.getByRole('button', { name: 'Applaud' }).click()
  await expect(olgas.getByRole('button', { name: 'Applaud 1' })).toBeVisible()
  await expect(olgas.getByText(dana.name)).toHaveCount(0)
  await olgas.getByRole('button', { name: 'Do the same' }).click()
  await olgas.getByRole('textbox', { name: 'Where' }).fill('Saltmouth')
  await olgas.getByRole('button', { name: 'Copy it and say so' }).click()
  await expect(olgas.getByText('Olga Owner does it too, in Saltmouth')).toBeVisible()
  await shoot(olgas, 'alert-wall')
  await house.leave(olgas)
})

test('you said, we did: who named the cause hears of it once', async () => {
  const id = await answer(1, 'No notice again.')
  await call('POST', `/alerts/${id}/causes`, { causes: ['No notice given'] })
  const page = await at(olga.email, '/causes')
  const open = async (entry: string) => {
    await page.getByRole('button', { name: 'More about No notice given' }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  await open('Mark as fixed')
  await page.getByLabel('What was done').fill('We now warn by text message the day before.')
  await page.getByRole('button', { name: 'Mark as fixed' }).click()
  await expect(page.getByText('1 customer would be told, each once.')).toBeVisible()
  await shoot(page, 'alert-tell')
  await page.getByRole('button', { name: 'Test mail to me' }).click()
  await mailTo(olga.email, /You said, we did/)
  await page.getByRole('button', { name: 'Tell 1 customer' }).click()
  expect(await mailTo(dana.email, /You said, we did/)).toContain('the day before')
  await open('You said, we did …')
  await expect(page.getByText('Nobody is left to be told now.')).toBeVisible()
  await house.leave(page)
})
