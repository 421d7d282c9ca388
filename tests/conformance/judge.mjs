// Runs one judge by Node's own test runner; says what to do where its packages are missing.
// Usage: node judge.mjs NAME.test.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
    console.error(`The judges need Node 20 or newer; this is ${process.version}. packaging/test.sh brings one.`);
    process.exit(1);
}
if (!existsSync(join(folder, 'node_modules', 'ajv'))) {
    console.error('The judges are not installed. Run: npm ci --prefix tests/conformance');
    process.exit(1);
}
const { status } = spawnSync(process.execPath, ['--test', join(folder, process.argv[2])], { stdio: 'inherit' });
process.exit(status ?? 1);
