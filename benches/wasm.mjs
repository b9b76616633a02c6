// How fast the worker that ships reads a report, in the WebAssembly of Node.js: `./dev bench`, or after `./dev build`
// `node benches/wasm.mjs [folder of the build]`.
// The worker's own message loop runs; a stand-in takes the place of the browser's worker scope. Two times are told: until the analysis is there,
// and until it is packed for the page. A mark of the worker stands between them.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

const ROUNDS = 25;
// Until the engine has compiled what is hot for good.
const WARM_UP = 40;
const REPORT = '../shared/reports/local-poverty-alleviation-2012.txt';
const SAMPLE = 'static/samples/digest-2012.txt';

const folder = process.argv[2] ?? 'dist';
const script = join(folder, readdirSync(folder).find((name) => /^worker(-[0-9a-f]+)?\.js$/.test(name)));
const report = existsSync(REPORT) ? readFileSync(REPORT) : Buffer.concat(Array(12).fill(readFileSync(SAMPLE)));

// What the worker asks of its surroundings.
let answer = () => {};
globalThis.self = globalThis;
globalThis.DedicatedWorkerGlobalScope = class { static [Symbol.hasInstance](object) { return object === globalThis; } };
globalThis.postMessage = (envelope) => answer(envelope);
globalThis.location = { href: pathToFileURL(`${resolve(folder)}/`).href };
globalThis.fetch = async (url) => new Response(readFileSync(url), { headers: { 'content-type': 'application/wasm' } });

const next = (wanted) => new Promise((done) => {
    answer = ({ message, bytes }) => {
        const [kind] = Object.keys(message);
        if (kind === 'Refused') throw new Error(JSON.stringify(message));
        if (kind === wanted) done(bytes);
    };
});

// Processor time in milliseconds, so that other programs do not count.
const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
};
let analysed = 0;
globalThis.performance.mark = () => { analysed = spent(); };

const ready = next('Ready');
runInThisContext(readFileSync(script, 'utf8'));
await ready;

const analysis = [];
const packed = [];
let first = 0;
for (let id = 0; id < WARM_UP + ROUNDS; id += 1) {
    const bytes = report.buffer.slice(report.byteOffset, report.byteOffset + report.length);
    const done = next('Done');
    const began = performance.now();
    const started = spent();
    globalThis.onmessage({ data: { message: { Analyze: { id, file: { name: 'report.txt', options: '' } } }, bytes } });
    await done;
    if (id === 0) first = performance.now() - began;
    if (id < WARM_UP) continue;
    packed.push(spent() - started);
    analysis.push(analysed - started);
}

console.log(`${report.length} bytes: the first reading ${first.toFixed(0)} ms, while the engine compiles; then ${ROUNDS} rounds:`);
const tell = (what, times) => {
    times.sort((a, b) => a - b);
    const median = times[ROUNDS >> 1];
    console.log(`${what}: median ${median.toFixed(1)} ms, best ${times[0].toFixed(1)} ms, ${(report.length / median / 1000).toFixed(1)} MB/s`);
};
tell('the analysis', analysis);
tell('packed for the page, too', packed);
