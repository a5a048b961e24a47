// Every document of the e-books as a browser engine shows it on a telephone, in sepia with type of twice the size and at
// night: nothing is wider than the screen, all text stands out from what is behind it, and the font and the size of
// running text are those that the reader chose.
import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { build, launch, ROOT, sources, temporary } from './books.mjs'

const SCREEN = { width: 390, height: 844 }
const VIEWS = {
  'in sepia at twice the size': { scheme: 'light', paper: '#f4ecd8', ink: '#5b4636', size: 32 },
  'at night': { scheme: 'dark', paper: '#000000', ink: '#b0b0b0', size: 16 }
}
const LEAST_CONTRAST = 4.5  // WCAG 2.2, 1.4.3
const FONT = 'DejaVu Serif'

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

// As reading systems do: the paper and the ink of the light, the reader's font and size.
const settings = ({ paper, ink, size }) => `
  html, body { background: ${paper} !important; color: ${ink} !important }
  html { font-family: "${FONT}"; font-size: ${size}px !important }`

/** In the page, under these settings: elements that reach out of the screen (what scrolls by itself keeps its content
 * in), text with less contrast than `least` to what is behind it, and running text of another font or size. */
function findFaults({ settings, least }) {
  const style = document.getElementById('settings') ?? document.head.appendChild(document.createElement('style'))
  style.id = 'settings'
  style.textContent = settings
  const styles = new Map()
  const styleOf = element => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element)

  const width = document.documentElement.clientWidth
  const scrolls = element => element && (styleOf(element).overflowX !== 'visible' || scrolls(element.parentElement))
  const wide = [...document.body.querySelectorAll('*')].filter(element =>
    [...element.getClientRects()].some(box => box.right > width + 0.5 || box.left < -0.5) && !scrolls(element.parentElement))
  if (document.documentElement.scrollWidth > width) wide.push(document.documentElement)

  const numbers = color => color.match(/[\d.]+/g).map(Number)
  const luminance = color => {  // WCAG 2.2, relative luminance
    const [r, g, b] = numbers(color).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = element => {
    const [, , , alpha = 1] = numbers(styleOf(element).backgroundColor)
    return alpha > 0 || !element.parentElement ? styleOf(element).backgroundColor : behind(element.parentElement)
  }
  const contrast = element => {
    const [low, high] = [luminance(styleOf(element).color), luminance(behind(element))].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const owners = new Set()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) if (texts.currentNode.data.trim()) owners.add(texts.currentNode.parentElement)
  const faint = [...owners].filter(element => element.getClientRects().length && contrast(element) < least)

  const root = styleOf(document.documentElement)
  const running = [...document.querySelectorAll('body:not([class]) section:not([class]) > p:not([class])')]
  const forced = running.filter(paragraph =>
    styleOf(paragraph).fontFamily !== root.fontFamily || styleOf(paragraph).fontSize !== root.fontSize)

  const name = element => `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 60)}`
  return {
    running: running.length, wide: wide.map(name), faint: faint.map(name), forced: forced.map(name)
  }
}

const styles = fs.readdirSync(path.join(ROOT, 'styles')).filter(name => fs.existsSync(path.join(ROOT, 'styles', name, 'theme.yaml')))

describe('every document fits the screen and every light', { concurrency: 2 }, () => {
  for (const [name, folder] of Object.entries(sources())) {
    for (const style of name === 'corpus' ? styles : ['reader']) {
      test(`of ${name} in ${style}`, async () => {
        const page = await browser.newPage({ viewport: SCREEN })
        let running = 0
        for (const document of build(folder, style, '--epub').documents) {
          await page.goto(`file://${document}`)
          for (const [what, { scheme, ...view }] of Object.entries(VIEWS)) {
            await page.emulateMedia({ colorScheme: scheme })
            const found = await page.evaluate(findFaults, { settings: settings(view), least: LEAST_CONTRAST })
            const where = `in ${path.basename(document)}, ${what}`
            assert.deepEqual(found.wide, [], `wider than the screen ${where}`)
            assert.deepEqual(found.faint, [], `too faint ${where}`)
            assert.deepEqual(found.forced, [], `not in the reader's font and size ${where}`)
            running += found.running
          }
        }
        assert.ok(running > 0, 'no running text was found where this test looks for it')
        await page.close()
      })
    }
  }
})

test('the faces that a style embeds are taken and shown', async () => {
  const style = temporary('embedding')
  fs.mkdirSync(style)
  const theme = fs.readFileSync(path.join(ROOT, 'styles/seminar/theme.yaml'), 'utf8')
  fs.writeFileSync(path.join(style, 'theme.yaml'), `embed_fonts: true\n${theme}`)
  const { documents } = build(path.join(ROOT, 'corpus'), style, '--epub')
  const page = await browser.newPage({ viewport: SCREEN })
  await page.goto(`file://${documents.find(document => document.endsWith('brine-by-numbers.xhtml'))}`)
  const faces = await page.evaluate(async () => {
    await document.fonts.ready
    return [...document.fonts].map(({ family, weight, style, status }) => [family, weight, style, status].join(' '))
  })
  for (const face of ['Linux Libertine', 'Linux Biolinum', 'DejaVu Sans Mono']) {
    assert.ok(faces.includes(`${face} normal normal loaded`), `${face} is not shown: ${faces.join(', ')}`)
  }
  assert.deepEqual(faces.filter(face => face.endsWith('error')), [], 'faces that a browser does not take')
})
