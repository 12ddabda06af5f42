#!/usr/bin/env node
// Checks an exported ledger without database, server or any package: needs this file, Node 20.12 or newer, and the export.
//   node ledger-check.mjs EXPORT.jsonl [HEADS.json …]
// It recomputes every hash and digest of the chain, and compares it with the sealed heads inside the export and with those given:
// heads kept elsewhere are what shows a chain that was rewritten as a whole. Exit code 0 intact, 1 findings, 2 not readable.
import { hash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const DIGESTS = ['sm3', 'sha256'];
const findings = [];
const find = (where, words) => findings.push(`✗ ${where}: ${words}`);

/** The lines of a file of any size, a megabyte at a time. */
function* linesOf(path) {
  const file = openSync(path, 'r');
  const block = Buffer.allocUnsafe(1 << 20);
  let rest = Buffer.alloc(0);
  for (let read = readSync(file, block); read > 0; read = readSync(file, block)) {
    const bytes = rest.length === 0 ? block.subarray(0, read) : Buffer.concat([rest, block.subarray(0, read)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.toString('utf8', start, end);
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
  }
  closeSync(file);
  if (rest.length > 0) yield rest.toString('utf8');
}

/** Canonical JSON (RFC 8785) of plain data: names in the order of their UTF-16 units, no white space. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

function hashOf(digest, entry) {
  const { act, chain, occurredAt, personId, postId, previousHash, receivedAt, seq, subjectId, subjectType } = entry;
  const head = { act, chain, digest: entry.digest, occurredAt, personId, postId };
  return hash(digest, JSON.stringify({ ...head, previousHash, receivedAt, seq, subjectId, subjectType }), 'hex');
}

/** What is known while the entries go by. */
const walk = { chain: '', digest: '', seq: 0, hash: '', erasures: new Map(), erased: [], hashes: new Map() };

function checkEntry(entry) {
  const where = `entry ${walk.chain}/${entry.seq}`;
  if (entry.chain !== walk.chain) find(where, `it belongs to chain ${entry.chain}`);
  if (entry.seq !== walk.seq + 1) find(where, `it comes after entry ${walk.seq}: some are missing`);
  const due = entry.seq === 1 ? hash(walk.digest, `zerentian ledger ${walk.chain}`, 'hex') : walk.hash;
  if (entry.seq === walk.seq + 1 && entry.previousHash !== due)
    find(where, `it follows ${entry.previousHash}, not ${due}`);
  if (hashOf(walk.digest, entry) !== entry.hash) find(where, 'its hash is not that of its content: it was changed');
  checkAct(entry, where);
  if (wanted.has(entry.seq)) walk.hashes.set(entry.seq, entry.hash);
  walk.seq = entry.seq;
  walk.hash = entry.hash;
}

function checkAct(entry, where) {
  const { content, salt, seq, erasedBySeq } = entry;
  if (content === null || salt === null) {
    if (!(erasedBySeq > seq)) return find(where, 'its content is gone, and no entry says that it was erased');
    walk.erasures.set(`${erasedBySeq} ${seq}`, where);
    return walk.erased.push(`${where}: erased by entry ${erasedBySeq}`);
  }
  if (hash(walk.digest, salt + content, 'hex') !== entry.digest)
    find(where, 'its digest is not that of its content: the act was changed');
  if (entry.act === 'erase') walk.erasures.delete(`${seq} ${JSON.parse(content).facts?.erased}`);
}

/** Heads to compare: seq → [hash, file]. */
const wanted = new Map();

function remember(heads, file) {
  if (heads.format !== 'zerentian-ledger-heads/1') return find(file, 'it is not a heads file');
  const { seal, ...unsealed } = heads;
  if (hash(heads.digest, canonical(unsealed), 'hex') !== seal) find(file, 'its seal is not that of its content');
  for (const head of heads.chains.filter((it) => it.chain === walk.chain)) {
    wanted.set(head.seq, [...(wanted.get(head.seq) ?? []), [head.hash, file]]);
  }
}

function compareHeads() {
  for (const [seq, heads] of wanted) {
    for (const [known, file] of heads) {
      const now = walk.hashes.get(seq);
      if (!now) find(`chain ${walk.chain}`, `${file} remembers entry ${seq}, the export ends at ${walk.seq}`);
      else if (now !== known)
        find(`entry ${walk.chain}/${seq}`, `${file} remembers ${known}: the chain was written anew`);
    }
  }
}

function main([path, ...files]) {
  if (!path) throw new Error('usage: node ledger-check.mjs EXPORT.jsonl [HEADS.json …]');
  const header = JSON.parse(linesOf(path).next().value ?? '{}');
  if (header.format !== 'zerentian-ledger/1') throw new Error(`${path} is not a ledger export`);
  if (header.entries > 0 && !DIGESTS.includes(header.digest))
    throw new Error(`${path}: unknown digest ${header.digest}`);
  walk.chain = header.chain;
  walk.digest = header.digest;
  for (const file of files) remember(JSON.parse(readFileSync(file, 'utf8')), file);
  for (const line of linesOf(path)) {
    const it = JSON.parse(line);
    if (it.heads) remember(it.heads, `heads of ${it.heads.date} in the export`);
    else if (it.chain && it.seq) checkEntry(it);
  }
  for (const where of walk.erasures.values()) find(where, 'its content is gone; the entry that should say so does not');
  if (walk.seq !== header.entries || (walk.hash || null) !== header.hash)
    find('export', `it ends at entry ${walk.seq}, its first line says ${header.entries}`);
  compareHeads();
  for (const line of [...findings, ...walk.erased.map((it) => `· ${it}`)]) console.log(line);
  const outcome =
    findings.length === 0 ? 'intact 全部相符' : `${findings.length} FINDING(S) 发现 ${findings.length} 处不符`;
  console.log(`chain ${walk.chain}, ${walk.seq} entries, ${walk.digest}, ${wanted.size} head(s) compared: ${outcome}`);
  return findings.length === 0 ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
