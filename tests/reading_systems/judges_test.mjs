// What the judges of e-books say: DAISY's Ace of their accessibility, and the port of EPUBCheck 5 of their validity.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { build, CHROMIUM, HERE, ROOT, sources, temporary } from './books.mjs'

const ACE = path.join(HERE, 'node_modules/@daisy/ace-cli/bin/ace.js')
const EPUBCHECK = path.join(HERE, 'node_modules/@likecoin/epubcheck-ts/bin/epubcheck.js')

// Ace gives a browser five seconds to start, which a busy machine does not keep.
const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: CHROMIUM, ACE_TIMEOUT_INITIAL: '60000' }

/** Runs a judge; what it says counts, not its exit status. */
const run = (...command) => promisify(execFile)(process.execPath, command, { env }).catch(error => error)

async function violations(epub, name) {
  const out = temporary(`ace-${name}`)
  const { stdout, stderr } = await run(ACE, '--force', '--outdir', out, epub)
  const report = path.join(out, 'report.json')
  assert.ok(fs.existsSync(report), `Ace gave no report of ${epub}: ${stdout}${stderr}`)
  const { assertions } = JSON.parse(fs.readFileSync(report, 'utf8'))
  assert.ok(assertions.length > 0, `Ace looked at no document of ${epub}`)
  return assertions.flatMap(document => document.assertions.map(({ 'earl:test': rule, 'earl:result': result }) =>
    `${document['earl:testSubject'].url}: ${rule['dct:title']}: ${result['dct:description']} ${result.html ?? ''}`))
}

describe("Ace and EPUBCheck's port find nothing", { concurrency: 2 }, () => {
  const folders = { ...sources(), faults: path.join(ROOT, 'tests/books/faults') }
  for (const [name, folder] of Object.entries(folders)) {
    test(`in ${name}`, async () => {
      const { epub } = build(folder, 'reader')
      assert.deepEqual(await violations(epub, name), [])
      const { stdout } = await run(EPUBCHECK, '--json', '-', '--quiet', epub)
      assert.deepEqual(JSON.parse(stdout).messages, [])
    })
  }
})
