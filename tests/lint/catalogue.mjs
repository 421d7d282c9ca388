// Checks that the texts in other languages are whole: that lupdate finds nothing to add or to remove, that nothing waits
// for its translation, that translations hold their texts' places, and that the engine has one context.
// Usage: node catalogue.mjs ROOT LUPDATE OPTION… (those of the target `translations`, -ts last). Prints one line per
// fault and exits with 1 when there are any. Must never need a package or change a file of the source tree.
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [root, lupdate, ...options] = process.argv.slice(2);
const folder = join(root, 'resources', 'translations');
const engine = 'loopflow::Core';
const faults = [];

const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
const plain = (xml) => xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
const inside = (xml, tag) => [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))].map((found) => found[1]);

/// The catalogue's texts by context, source and comment.
function textsOf(file) {
    const texts = new Map();
    for (const context of inside(readFileSync(file, 'utf8'), 'context')) {
        const [name] = inside(context, 'name');
        for (const message of inside(context, 'message')) {
            const source = plain(inside(message, 'source')[0]);
            const translation = message.match(/<translation\b([^>]*?)(?:\/>|>(.*?)<\/translation>)/s);
            const forms = inside(translation[2] ?? '', 'numerusform');
            texts.set([name, source, inside(message, 'comment')[0] ?? ''].join('\u0000'), {
                name,
                source,
                unfinished: translation[1].includes('unfinished'),
                forms: (forms.length > 0 ? forms : [translation[2] ?? '']).map(plain),
            });
        }
    }
    return texts;
}

const placesIn = (text) => [...new Set(text.match(/%L?(?:\d{1,2}|n)/g) ?? [])].sort();

function checkPlaces(fault, { source, forms }) {
    const wanted = placesIn(source);
    for (const form of forms) {
        // "one file" needs no number.
        const missing = wanted.filter((place) => !placesIn(form).includes(place) && !(forms.length > 1 && place === '%n'));
        const foreign = placesIn(form).filter((place) => !wanted.includes(place));
        if (missing.length + foreign.length > 0)
            fault(`“${short(source)}” holds ${wanted.join(' ') || 'nothing'}, its translation ${placesIn(form).join(' ') || 'nothing'}`);
    }
}

function checkCatalogue(file, fresh) {
    copyFileSync(join(folder, file), fresh);
    execFileSync(lupdate, [...options, fresh], { cwd: root, stdio: 'inherit' });
    const fault = (text) => faults.push(`${file}: ${text}`);
    const kept = textsOf(join(folder, file));
    const found = textsOf(fresh);
    for (const [key, { name, source }] of found) {
        if (!kept.has(key))
            fault(`misses “${short(source)}” (${name})`);
    }
    for (const [key, text] of kept) {
        if (!found.has(key))
            fault(`keeps “${short(text.source)}” (${text.name}), which nobody says any more`);
        if (text.unfinished)
            fault(`does not translate “${short(text.source)}” (${text.name})`);
        else
            checkPlaces(fault, text);
    }
    const same = readFileSync(join(folder, file), 'utf8') === readFileSync(fresh, 'utf8');
    if (!same && !faults.some((line) => line.startsWith(file)))
        fault('is not as lupdate writes it');
}

// What a class says in a context that it does not have at run time is never translated.
function checkEngine(fresh) {
    execFileSync(lupdate, [...options.filter((option) => !['ui', 'app'].includes(option)), fresh],
        { cwd: root, stdio: 'inherit' });
    for (const { name, source } of textsOf(fresh).values()) {
        if (name !== engine)
            faults.push(`core/: “${short(source)}” is in the context ${name}, not in ${engine}: say it by Core::tr()`);
    }
}

const scratch = mkdtempSync(join(tmpdir(), 'loopflow-catalogue-'));
try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts')).sort();
    for (const file of files)
        checkCatalogue(file, join(scratch, file));
    checkEngine(join(scratch, 'engine_de.ts'));
} finally {
    rmSync(scratch, { recursive: true });
}
for (const line of faults)
    console.log(line);
console.log(faults.length === 0 ? 'All texts are translated.' : `${faults.length} faults: run \`ninja translations\` and translate.`);
process.exit(faults.length === 0 ? 0 : 1);
