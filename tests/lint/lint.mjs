// Checks what a compiler does not: which room includes which, that pure rooms stay pure, that each source has its
// test, sizes and names. Usage: node lint.mjs [FOLDER]. Prints one line per fault and exits with 1 when there are any.
// Must never need a package or change a file.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const faults = [];
const fault = (path, line, text) => faults.push(`${path}:${line}: ${text}`);

// ---- the rooms: the table in the architecture, which is the only place to change a rule first -------------

const core = (...rooms) => rooms.map((room) => `core/${room}/`);
const everyCoreRoom = core('base', 'discord', 'llm', 'mate', 'conversation', 'net', 'store', 'practice', 'host');
const network = /^(Q(tNetwork|tWebSockets)|QNetwork|QTcp|QUdp|QSsl|QLocal(Socket|Server)|QAbstractSocket|QWebSocket|QHost)/;
const sql = /^Q(tSql|Sql)/;
const inputOutput = /^(QFile|QSaveFile|QDir|QTemporary|QProcess|QStandardPaths|QSettings|QLockFile|fstream|filesystem|unistd\.h)/;
const scheduling = /^(QTimer|QEventLoop|QElapsedTimer|QDeadlineTimer|QThread|QtConcurrent)/;
const windows = /^(QtWidgets|QtGui|QWidget|QApplication|QGuiApplication|QPainter|QIcon|QPixmap)/;
const pure = [network, sql, inputOutput, scheduling, windows];

const rooms = {
    'core/base/': { may: core('base'), never: [network, sql, windows] },
    'core/discord/': { may: core('base', 'discord'), never: pure },
    'core/llm/': { may: core('base', 'llm'), never: pure },
    'core/mate/': { may: core('base', 'discord', 'llm', 'mate'), never: pure },
    'core/conversation/': { may: core('base', 'discord', 'llm', 'mate', 'conversation'), never: pure },
    'core/net/': { may: core('base', 'discord', 'llm', 'net'), never: [sql, windows] },
    'core/store/': { may: core('base', 'discord', 'llm', 'mate', 'conversation', 'store'), never: [network, windows] },
    'core/practice/': { may: core('base', 'discord', 'llm', 'net', 'practice'), never: [sql, windows] },
    'core/host/': { may: everyCoreRoom.filter((room) => room !== 'core/practice/'), never: [sql, windows] },
    'ui/': {
        may: [
            ...core('base', 'mate', 'conversation', 'store', 'host'), 'ui/',
            ...['id', 'message', 'messagetext', 'invite'].map((name) => `core/discord/${name}.h`),
            ...['chat', 'modelcatalog', 'modelparameters'].map((name) => `core/llm/${name}.h`),
        ],
        never: [network, sql],
    },
    'app/': { may: [...everyCoreRoom, 'ui/', 'app/'], never: [] },
};
const clocklessRooms = core('discord', 'llm', 'mate', 'conversation');
const clockReads = /\breadClock\s*\(|QDateTime::current|QDate::current|QTime::current|_clock::now|\bgettimeofday\b|\bclock_gettime\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)|systemRandom\s*\(|QRandomGenerator::(global|system)/;
// The log stamps what happens, and is the one place in a pure room that a clock is read.
const readsTheClock = new Set(['core/conversation/log.cpp']);

// ---- tests: core/ROOM/x.cpp has tests/unit/ROOM/tst_x.cpp --------------------------------------------------

// Drivers and what needs them may be tested over sockets, or in the whole program, instead.
const alsoTestedIn = {
    'core/net/': ['tests/wire/'],
    'core/host/': ['tests/wire/', 'tests/whole/'],
};
// Sources without a test of their own, and the test that covers them; null where there is nothing to test.
const testedThrough = {
    'core/base/log.cpp': null, // names only
    'core/base/time.cpp': null, // reads the clocks
    'core/conversation/event.cpp': null, // a hash
    'core/conversation/eventnames.cpp': 'tests/unit/conversation/tst_eventjson.cpp',
};
// A server is judged by what it answers, not by how it is divided.
const testedAsAWhole = {
    'core/practice/': ['tests/wire/tst_discordserver.cpp', 'tests/wire/tst_languagemodel.cpp'],
};

// ---- sizes and names --------------------------------------------------------------------------------------

const longestFile = 500;
const longestReadme = 15;
const rootNames = new Set(['CMakeLists.txt', 'LICENSE', 'README.md', 'app', 'core', 'packaging', 'resources', 'tests', 'ui']);
const vagueName = /(manager|helpers?|utils?|common|misc|impl)\.(h|cpp)$/;
const colour = /"#[0-9a-fA-F]{3,8}\b|\bQColor\s*\(\s*(\d|0x|")|\bqRgba?\s*\(|\bQt::(white|black|red|green|blue|cyan|magenta|yellow|gray|dark\w+|light\w+)\b|\brgba?\(/;
const colourHome = /^ui\/widgets\/palette\.(h|cpp)$/;

const skipped = (name) => name === 'node_modules' || name.startsWith('build');
const posix = (path) => path.split(sep).join('/');

function* walk(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
        if (skipped(entry.name) || entry.name.startsWith('.'))
            continue;
        const path = join(folder, entry.name);
        if (entry.isDirectory())
            yield* walk(path);
        else
            yield posix(relative(root, path));
    }
}

const isSource = (path) => /\.(h|cpp)$/.test(path);
const isScript = (path) => /\.(mjs|sh|cmake|py)$/.test(path) || basename(path) === 'CMakeLists.txt';
const read = (path) => readFileSync(join(root, path), 'utf8');
// Without comments and strings, so that prose and test data can name what code must not.
const code = (line) => line.replace(/"(\\.|[^"\\])*"/g, '""').replace(/\/\/.*$/, '');

function checkIncludes(path, lines) {
    const room = Object.keys(rooms).find((name) => path.startsWith(name));
    if (!room)
        return;
    const { may, never } = rooms[room];
    lines.forEach((line, index) => {
        const own = line.match(/^\s*#\s*include\s*"([^"]+)"/)?.[1];
        if (own && /^(core|ui|app|tests)\//.test(own)) {
            if (!may.some((allowed) => own === allowed || (allowed.endsWith('/') && own.startsWith(allowed))))
                fault(path, index + 1, `${room} may not include ${own}`);
            if (!existsSync(join(root, own)))
                fault(path, index + 1, `${own} does not exist`);
        } else if (own && !own.endsWith('.moc')) {
            fault(path, index + 1, `name the room: #include "…/${own}"`);
        }
        const system = line.match(/^\s*#\s*include\s*<([^>]+)>/)?.[1];
        if (system && never.some((kind) => kind.test(system) || kind.test(basename(system))))
            fault(path, index + 1, `${room} may not include <${system}>`);
    });
}

function checkLines(path, lines) {
    const clockless = clocklessRooms.some((room) => path.startsWith(room)) && !readsTheClock.has(path);
    lines.forEach((line, index) => {
        if (clockless && clockReads.test(code(line)))
            fault(path, index + 1, 'a pure room reads no clock and no random source: take now or jitter as a parameter');
        if (path.startsWith('ui/') && !colourHome.test(path) && colour.test(line.replace(/\/\/.*$/, '')))
            fault(path, index + 1, 'colours live in ui/widgets/palette.h');
        if (/\b(TODO|FIXME|XXX)\b/.test(line) && !path.startsWith('tests/lint/'))
            fault(path, index + 1, 'write an issue, not a mark in the code');
        if (/^\s*class\s+\w[^;]*:\s*public\s+QObject[^;]*\{\s*Q_OBJECT/.test(line))
            fault(path, index + 1, 'Q_OBJECT needs a line of its own, or AUTOMOC misses it');
    });
}

function checkShape(path, lines) {
    if (lines.length > longestFile)
        fault(path, lines.length, `${lines.length} lines; ${longestFile} are the limit`);
    if (path.endsWith('.h') && !lines[0].startsWith('//'))
        fault(path, 1, "a header's first line says what it is");
    if (path.endsWith('.h') && !lines.some((line) => line.startsWith('#pragma once')))
        fault(path, 1, 'a header has #pragma once');
    if (vagueName.test(path))
        fault(path, 1, 'name it after what it is');
    if (/^tests\/.*tst_.*\.cpp$/.test(path) && !lines.some((line) => line.startsWith('LOOPFLOW_TEST(')))
        fault(path, lines.length, 'ends with LOOPFLOW_TEST(Class), or it never runs');
}

function checkMirrors(paths) {
    const known = new Set(paths);
    for (const path of paths) {
        const [, room, name] = path.match(/^core\/(\w+)\/(\w+)\.cpp$/) ?? [];
        if (room && !(path in testedThrough) && !(`core/${room}/` in testedAsAWhole)) {
            const folders = [`tests/unit/${room}/`, ...(alsoTestedIn[`core/${room}/`] ?? [])];
            if (!folders.some((folder) => known.has(`${folder}tst_${name}.cpp`)))
                fault(path, 1, `has no test ${folders[0]}tst_${name}.cpp`);
        }
        const test = path.match(/^tests\/unit\/(\w+)\/tst_(\w+)\.cpp$/);
        if (test && !known.has(`core/${test[1]}/${test[2]}.cpp`) && !known.has(`core/${test[1]}/${test[2]}.h`))
            fault(path, 1, `tests core/${test[1]}/${test[2]}, which does not exist`);
    }
    const named = [...Object.entries(testedThrough).flat(), ...Object.values(testedAsAWhole).flat()];
    for (const path of named) {
        if (path && !known.has(path))
            fault('tests/lint/lint.mjs', 1, `${path} is named in an exemption and does not exist`);
    }
}

function checkFolders(paths) {
    const folders = new Set(paths.filter((path) => isSource(path) && /^(app|core|ui)\//.test(path)).map(dirname));
    for (const path of paths) {
        const test = path.match(/^(tests\/\w+)\/.+\.(h|cpp|mjs|sh)$/);
        if (test)
            folders.add(test[1]);
    }
    for (const folder of new Set([...folders, 'core', 'ui', 'tests', 'packaging', 'resources'])) {
        const readme = `${folder}/README.md`;
        if (!existsSync(join(root, readme)))
            fault(readme, 1, 'is missing: what lives here, what it may include, what it must never do');
        else if (read(readme).trimEnd().split('\n').length > longestReadme)
            fault(readme, 1, `has more than ${longestReadme} lines`);
    }
    for (const name of readdirSync(root)) {
        if (!name.startsWith('.') && !rootNames.has(name) && !(skipped(name) && statSync(join(root, name)).isDirectory()))
            fault(name, 1, 'does not belong at the root');
    }
}

const paths = ['app', 'core', 'packaging', 'resources', 'tests', 'ui']
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [...walk(join(root, folder))])
    .filter((path) => !path.startsWith('tests/data/'))
    .sort();
for (const path of paths.filter((name) => isSource(name) || isScript(name))) {
    const lines = read(path).replace(/\n$/, '').split('\n');
    checkLines(path, lines);
    checkShape(path, lines);
    checkIncludes(path, lines);
}
checkMirrors(paths);
checkFolders(paths);

for (const line of faults)
    console.log(line);
console.log(faults.length === 0 ? `${paths.length} files are as they should be.` : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);
