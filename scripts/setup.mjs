/**
 * Brings a bare machine to where the two commands work: packages, a browser (two for the tests), a Japanese font.
 * Plain JavaScript without packages: it runs before `node_modules` exists, on the system's own Node (20 or newer).
 *
 *   node scripts/setup.mjs start   Chromium is enough
 *   node scripts/setup.mjs test    Chromium, Firefox and PostgreSQL
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHROMIUM, FIREFOX, findBrowser } from './browsers.mjs';
import { DEBIAN_PACKAGE, findPostgres, VARIABLE } from './postgres.mjs';

const testing = process.argv[2] === 'test';
const wanted = testing ? [CHROMIUM, FIREFOX] : [CHROMIUM];

function say(sentence) {
  process.stdout.write(`[set-up] ${sentence}\n`);
}

function stop(sentence) {
  process.stderr.write(`[set-up] ${sentence}\n`);
  process.exit(1);
}

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  return status === 0;
}

function answers(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function installPackages() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  const stamp = 'node_modules/.installed-lock';
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync('node_modules/.bin/node')) return;
  say('installing packages (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
    stop('npm ci failed. Check the connection to the npm registry and run the command again.');
  if (!answers('node_modules/.bin/node', ['--version']))
    stop('The package "node" could not install Node 24. Allow its install script, or run with Node 24 yourself.');
  writeFileSync(stamp, lock);
}

/** apt as root, or by sudo where it asks for no password; null where there is neither. */
function apt() {
  if (!answers('apt-get', ['--version'])) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return answers('sudo', ['-n', 'true']) !== '' || run('sudo', ['-n', 'true']) ? ['sudo', '-n', 'apt-get'] : null;
}

function aptInstall(packages) {
  const command = apt();
  if (!command) return false;
  const [program, ...before] = command;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  say(`installing ${packages.join(', ')} (apt) …`);
  run(program, [...before, 'update', '-qq'], quiet);
  return run(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

function hasJapaneseFont() {
  return process.platform !== 'linux' || answers('fc-list', [':lang=ja', 'family']).trim() !== '';
}

/** The system's package first: it brings the libraries a bare machine lacks, which a bare download does not. */
function installBrowsers() {
  const missing = wanted.filter((browser) => !findBrowser(browser));
  const packages = missing.map((browser) => browser.debianPackage);
  if (!hasJapaneseFont()) packages.push('fontconfig', 'fonts-noto-cjk');
  if (packages.length === 0) return;
  aptInstall(packages);
  if (!findBrowser(CHROMIUM)) {
    say('downloading Chromium (playwright install) …');
    run('node_modules/.bin/playwright', ['install', 'chromium']);
  }
  for (const browser of wanted)
    if (!findBrowser(browser))
      stop(`No ${browser.name} found. Install it (Debian: apt-get install ${browser.debianPackage}) or set ${browser.variable} to its path.`);
  if (!hasJapaneseFont()) say('No Japanese font found: pictures will show boxes. Debian: apt-get install fonts-noto-cjk');
}

/** Only its programs: the tests start a server of their own, on a free port, and end it. */
function installDatabase() {
  if (findPostgres()) return;
  aptInstall([DEBIAN_PACKAGE]);
  if (!findPostgres())
    stop(`No PostgreSQL found. Install it (Debian: apt-get install ${DEBIAN_PACKAGE}) or set ${VARIABLE} to the folder of initdb and postgres.`);
}

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
installPackages();
installBrowsers();
if (testing) installDatabase();
