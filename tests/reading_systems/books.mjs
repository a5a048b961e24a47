// The books that the tests of this folder open: made anew, and unpacked beside.
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const HERE = path.dirname(fileURLToPath(import.meta.url))
export const ROOT = path.resolve(HERE, '../..')
const SHARED = process.env.GARLAND_SHARED || path.resolve(ROOT, '../shared')
const GARLAND = path.resolve(process.env.GARLAND || path.join(ROOT, 'build/garland'))
export const CHROMIUM = '/usr/bin/chromium'

const made = fs.mkdtempSync(path.join(os.tmpdir(), 'garland-books-'))
process.on('exit', () => fs.rmSync(made, { recursive: true, force: true }))

/** A folder of this run alone. */
export const temporary = name => path.join(made, name)

/** The folders to make books of, by name; without the shared material one is missing, and it says so. */
export function sources() {
  const folders = { corpus: path.join(ROOT, 'corpus'), constructs: path.join(ROOT, 'tests/books/stress') }
  const seeds = path.join(SHARED, 'seeds')
  if (fs.existsSync(seeds)) folders.seeds = seeds
  else console.log(`skipped: no ${seeds}; set GARLAND_SHARED to open that book too`)
  return folders
}

/** Builds a folder's books in a style; gives the paths of the e-book and of its unpacked documents. */
export function build(folder, style, ...options) {
  const out = fs.mkdtempSync(temporary('book-'))
  const done = spawnSync(GARLAND, ['build', folder, '-o', out, '--quiet', '--style', style, ...options],
    { encoding: 'utf8' })
  if (done.error || done.status > 1) throw new Error(`${GARLAND} built nothing of ${folder}: ${done.error ?? done.stderr}`)
  const epub = path.join(out, fs.readdirSync(out).find(name => name.endsWith('.epub')))
  const unpacked = path.join(out, 'unpacked')
  execFileSync('python3', ['-m', 'zipfile', '-e', epub, unpacked])
  const documents = fs.readdirSync(unpacked, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.xhtml')).sort().map(name => path.join(unpacked, name))
  return { epub, unpacked, documents }
}

export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
