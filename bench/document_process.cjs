// One engine of npm filling one document many times, in a process of its own: CPU time and peak memory.
// Usage: node document_process.cjs ENGINE FOLDER ROUNDS MODULES
'use strict';
const fs = require('fs');
const path = require('path');
const { createRequire } = require('module');

const [engine, folder, rounds, modules] = process.argv.slice(2);
const ROUND_US = 300000;
const WARM_US = 1500000; // the compiler of node needs some documents before it is at speed
const peakKib = () => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync('/proc/self/status', 'ascii'))[1]);
const cpuUs = () => { const { user, system } = process.cpuUsage(); return user + system; };
const from = (name) => createRequire(path.join(modules, 'package.json'))(name);
const data = () => JSON.parse(fs.readFileSync(path.join(folder, 'data.json'), 'utf8'));

function docxtemplater() {
  const PizZip = from('pizzip');
  const Docxtemplater = from('docxtemplater');
  const template = path.join(folder, 'docxtemplater-template.docx');
  const values = data();
  return async () => {
    const document = new Docxtemplater(new PizZip(fs.readFileSync(template)), { paragraphLoop: true, linebreaks: true });
    document.render(values);
    return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
}

function carbone() {
  const engineOf = from('carbone');
  const template = path.join(folder, 'carbone-template.docx');
  const values = data();
  return () => new Promise((resolve, reject) => {
    engineOf.render(template, values, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

async function measure(fill) {
  let start = cpuUs();
  let warm = 0;
  while (warm < 1 || cpuUs() - start < WARM_US) { await fill(); warm += 1; }
  const count = Math.max(1, Math.floor(ROUND_US / ((cpuUs() - start) / warm)));
  const times = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    start = cpuUs();
    for (let i = 0; i < count; i += 1) await fill();
    times.push((cpuUs() - start) / count / 1000);
  }
  return times;
}

async function main() {
  if (engine === 'nothing') { console.log(JSON.stringify({ peak_kib: [peakKib()] })); return; }
  const fill = { docxtemplater, carbone }[engine]();
  const before = peakKib();
  fs.writeFileSync(path.join(folder, `${engine}.docx`), await fill());
  const peak = peakKib();
  console.log(JSON.stringify({ before_kib: [before], peak_kib: [peak], ms: await measure(fill) }));
}

main();
