// The sample book in a reading system: Foliate's engine, in a window of a telephone's size. Its pages are turned from the
// cover to the end, notes are followed and left again, and the contents and the list of the packet's pages are walked.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { build, HERE, launch, ROOT } from './books.mjs'

const SCREEN = { width: 390, height: 844 }
const KINDS = { '.js': 'text/javascript', '.epub': 'application/epub+zip', '.html': 'text/html' }
const DESK = '<!DOCTYPE html><meta charset="utf-8"><style>html, body, foliate-view { display: block; height: 100%; margin: 0 }</style>'

let book, constructs, server, browser, page
const complaints = []

/** The engine's modules and the book, from one address, as browsers ask for. */
function serve(request, response) {
  const name = new URL(request.url, 'http://localhost').pathname
  const books = { '/book.epub': book, '/constructs.epub': constructs }
  const file = books[name]?.epub ?? path.join(HERE, 'node_modules', path.normalize(name))
  if (name === '/') return response.setHeader('Content-Type', KINDS['.html']).end(DESK)
  if (name === '/favicon.ico') return response.writeHead(204).end()
  if (!fs.existsSync(file)) return response.writeHead(404).end()
  response.setHeader('Content-Type', KINDS[path.extname(file)] ?? 'application/octet-stream')
  fs.createReadStream(file).pipe(response)
}

before(async () => {
  book = build(path.join(ROOT, 'corpus'), 'reader')
  constructs = build(path.join(ROOT, 'tests/books/stress'), 'reader', '--epub')
  server = http.createServer(serve).listen(0, '127.0.0.1')
  browser = await launch()
  page = await browser.newPage({ viewport: SCREEN })
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('console', message => { if (message.type() === 'error') complaints.push(message.text()) })
  await page.goto(`http://127.0.0.1:${server.address().port}/`)
  await page.evaluate(openBook, '/book.epub')
})

after(async () => {
  await browser?.close()
  server?.close()
})

/** In the page: opens the book in a view; `shown` becomes what stands on the page. */
async function openBook(address) {
  await import('/foliate-js/view.js')
  const { FootnoteHandler } = await import('/foliate-js/footnotes.js')
  const bare = text => text.replace(/\s+/g, '')
  const view = document.body.appendChild(document.createElement('foliate-view'))
  await view.open(address)
  await view.init({})
  const flatten = items => (items ?? []).flatMap(item => [item, ...flatten(item.subitems)])
  Object.assign(globalThis, {
    bare, view, FootnoteHandler, flatten,
    shown: () => bare(view.lastLocation.range.toString()),
    current: () => view.renderer.getContents()[0]
  })
}

test('the reader knows the book', async () => {
  const known = await page.evaluate(async () => ({
    title: view.book.metadata.title, language: view.book.metadata.language, sections: view.book.sections.length,
    cover: (await view.book.getCover()).type
  }))
  assert.deepEqual(known, { title: 'A Pinch of Salt', language: ['en', 'fr'], sections: book.documents.length, cover: 'image/png' })
})

test('turning the pages shows every word of every document, in order, on pages as wide as the screen', async () => {
  const documents = await page.evaluate(async () => {
    await view.goTo(0)
    const documents = []
    for (;;) {
      const { doc, index } = current()
      if (documents.at(-1)?.index !== index) {
        const wide = [...doc.body.querySelectorAll('*')].filter(element =>
          [...element.getClientRects()].some(box => box.width > innerWidth))
        const seen = doc.body.cloneNode(true)
        for (const hidden of seen.querySelectorAll('[hidden]')) hidden.remove()
        documents.push({ index, title: doc.title, text: bare(seen.textContent), pages: [], wide: wide.map(e => e.outerHTML.slice(0, 80)) })
      }
      documents.at(-1).pages.push(shown())
      if (view.renderer.atEnd) return documents
      await view.next()
    }
  })
  assert.deepEqual(documents.map(document => document.index), book.documents.map((_, index) => index))
  for (const { title, text, pages, wide } of documents) {
    assert.equal(pages.join(''), text, `the pages of “${title}”`)
    assert.deepEqual(wide, [], `wider than the screen in “${title}”`)
    if (text) assert.ok(pages.every(shown => shown), `“${title}” has an empty page`)
  }
})

/** In the page: for each mark of a note in the book, what it says, what its window shows and where following it leads. */
async function followNotes() {
  const notes = []
  for (const { index, linear } of view.book.sections.map((section, index) => ({ ...section, index }))) {
    if (linear === 'no') continue
    await view.goTo(index)
    const marks = [...current().doc.querySelectorAll('[role~=doc-noteref]')].map(mark => mark.id)
    for (const id of marks) {
      const mark = current().doc.getElementById(id)
      const popup = new FootnoteHandler()
      const rendered = new Promise(resolve => popup.addEventListener('render', e => resolve(e.detail)))
      popup.addEventListener('before-render', e => document.body.append(e.detail.view))
      const link = new Promise(resolve => view.addEventListener('link', resolve, { once: true }))
      const handled = link.then(e => popup.handle(view.book, e))
      mark.click()
      await handled
      const window = await rendered
      const said = bare(window.view.renderer.getContents()[0].doc.body.textContent)

      // A reading system without windows goes there, and back by the number of the note.
      const href = view.book.sections[index].resolveHref(mark.getAttribute('href'))
      await view.goTo(href)
      const there = shown()
      const back = current().doc.getElementById(mark.getAttribute('href').slice(1)).querySelector('[role~=doc-backlink]')
      const returned = new Promise(resolve => view.addEventListener('link', resolve, { once: true }))
      back.click()
      await returned
      await new Promise(resolve => view.addEventListener('relocate', resolve, { once: true }))
      const again = current().doc.getElementById(id)
      notes.push({
        mark: `${current().doc.title}, ${id}`, type: window.type, said,
        isThere: there.includes(said), isBack: view.lastLocation.range.intersectsNode(again)
      })
    }
  }
  return notes
}

test('every note opens in a window, and can be gone to and left again', async () => {
  const notes = await page.evaluate(followNotes)
  const marks = book.documents.flatMap(file => fs.readFileSync(file, 'utf8').match(/role="doc-noteref"/g) ?? [])
  assert.equal(notes.length, marks.length)
  assert.ok(notes.length > 5)
  for (const { mark, type, said, isThere, isBack } of notes) {
    assert.equal(type, 'footnote', mark)
    assert.match(said, /^\d+./, `${mark}: its window`)
    assert.ok(isThere, `${mark}: following it does not show “${said}”`)
    assert.ok(isBack, `${mark}: the way back does not show it`)
  }
})

/** In the page: for each entry of a list, its label, what it leads to and whether that stands on the page, and what the
 * reading system says of the page: the entry and the number of the printed page. */
async function followList(list) {
  const followed = []
  for (const { label, href } of flatten(view.book[list])) {
    await view.goTo(href)
    const { tocItem, pageItem, range } = view.lastLocation
    const element = current().doc.getElementById(decodeURIComponent(href.split('#')[1] ?? '')) ?? current().doc.body
    followed.push({
      label: label.trim(), target: bare(element.textContent) || element.getAttribute('aria-label'),
      isShown: element === current().doc.body ? range.startOffset === 0 : range.intersectsNode(element),
      entry: tocItem?.label.trim(), page: pageItem?.label.trim()
    })
  }
  return followed
}

/** The reading system says a place on the page that it shows: the one gone to, or one further down. */
function assertSaid(said, labels, index, what) {
  assert.ok(labels.indexOf(said, index) >= index, `${what} “${labels[index]}”: the reading system says “${said}”`)
}

test('each entry of the contents leads to its title', async () => {
  const entries = await page.evaluate(followList, 'toc')
  assert.ok(entries.length > 20)
  const labels = entries.map(entry => entry.label)
  entries.forEach(({ label, target, isShown, entry }, index) => {
    assert.ok(target.startsWith(label.replace(/\s+/g, '')), `“${label}” leads to “${target.slice(0, 60)}”`)
    assert.ok(isShown, `“${label}” is not on the page that it leads to`)
    assertSaid(entry, labels, index, 'entry')
  })
})

test("each of the packet's pages can be gone to by its number", async () => {
  const pages = await page.evaluate(followList, 'pageList')
  assert.ok(pages.length > 10)
  const labels = pages.map(page => page.label)
  assert.equal(new Set(labels).size, labels.length)
  pages.forEach(({ label, target, isShown, page }, index) => {
    assert.equal(target, label, `page ${label} leads elsewhere`)
    assert.ok(isShown, `the mark of page ${label} is not on the page that it leads to`)
    assertSaid(page, labels, index, 'page')
  })
})

/** In the page: what reaches below the foot of its page, where it is cut off. */
async function findCut() {
  const cut = []
  for (let index = 0; index < view.book.sections.length; ++index) {
    await view.goTo(index)
    const { doc } = current()
    const foot = doc.documentElement.clientHeight
    const scrolls = element => element && (doc.defaultView.getComputedStyle(element).overflowY === 'auto' || scrolls(element.parentElement))
    const low = [...doc.body.querySelectorAll('*')].filter(element =>
      [...element.getClientRects()].some(box => box.bottom > foot + 1) && !scrolls(element.parentElement))
    cut.push(...low.map(element => `${doc.title}: <${element.localName}> ${element.textContent.trim().slice(0, 60)}`))
  }
  return cut
}

test('nothing of a book of every construct is cut off at the foot of a page', async () => {
  const other = await browser.newPage({ viewport: SCREEN })
  await other.goto(page.url())
  await other.evaluate(openBook, '/constructs.epub')
  assert.deepEqual(await other.evaluate(findCut), [])
  await other.close()
})

test('the reading system had nothing to complain of', () => assert.deepEqual(complaints, []))
