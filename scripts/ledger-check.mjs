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

/** The lines of a file of any size, as bytes, a few megabytes at a time. A line is only good until the next one is asked for. */
function* linesOf(path) {
  const file = openSync(path, 'r');
  let block = Buffer.allocUnsafe(1 << 22);
  let filled = 0;
  for (;;) {
    const read = readSync(file, block, filled, block.length - filled, null);
    filled += read;
    let start = 0;
    for (let end = block.indexOf(10); end >= 0 && end < filled; end = block.indexOf(10, start)) {
      yield block.subarray(start, end);
      start = end + 1;
    }
    if (read === 0) {
      if (start < filled) yield block.subarray(start, filled);
      break;
    }
    block.copyWithin(0, start, filled);
    filled -= start;
    if (filled === block.length) block = Buffer.concat([block, Buffer.allocUnsafe(block.length)]);
  }
  closeSync(file);
}

/** Canonical JSON (RFC 8785) of plain data: names in the order of their UTF-16 units, no white space. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** What is known while the entries go by. */
const walk = { chain: '', digest: '', seq: 0, hash: '', erasures: new Map(), erased: [], hashes: new Map() };

// A line is {"hash":"…","entry":{…},"salt":"…","content":{…}} or {"hash":"…","entry":{…},"erasedBySeq":…}. Entry and content are hashed
// where they lie, without being read and written again. Inside a JSON text every quotation mark is escaped, so the marks are safe.
const BEFORE_HASH = Buffer.from('{"hash":"');
const BEFORE_ENTRY = Buffer.from('","entry":');
const SALT = '},"salt":"';
const ERASED = '},"erasedBySeq":';
const BEFORE_CONTENT = Buffer.from('","content":');
const HASH_END = BEFORE_HASH.length + 64;
const ENTRY = HASH_END + BEFORE_ENTRY.length;
const SALT_LENGTH = 32;

/** Where the parts of an entry's line lie, or null if it is not one. */
function partsOf(line) {
  if (BEFORE_HASH.compare(line, 0, BEFORE_HASH.length) !== 0) return null;
  if (BEFORE_ENTRY.compare(line, HASH_END, ENTRY) !== 0) return null;
  const salt = line.indexOf(SALT, ENTRY);
  const end = salt >= 0 ? salt : line.indexOf(ERASED, ENTRY);
  if (end < 0) return null;
  const hashed = line.subarray(ENTRY, end + 1);
  const own = line.latin1Slice(BEFORE_HASH.length, HASH_END);
  if (salt < 0) {
    const erasedBySeq = JSON.parse(line.utf8Slice(end + ERASED.length, line.length - 1));
    return { own, hashed, content: null, erasedBySeq };
  }
  const start = salt + SALT.length + SALT_LENGTH;
  const mark = start + BEFORE_CONTENT.length;
  if (BEFORE_CONTENT.compare(line, start, mark) !== 0 || line[line.length - 1] !== 125) return null;
  // The digest covers salt and content in one: the salt moves up to the content, over the mark between them.
  line.copyWithin(mark - SALT_LENGTH, start - SALT_LENGTH, start);
  return { own, hashed, content: line.subarray(mark - SALT_LENGTH, line.length - 1), erasedBySeq: null };
}

// What the check needs of an entry, at its place in the canonical order of names.
const ENTRY_PARTS =
  /^\{"act":"([^"]*)","chain":"(\d+)","digest":"(\w{64})","occurredAt":"[^"]*","personId":[^,]*,"postId":[^,]*,"previousHash":"(\w{64})","receivedAt":"[^"]*","seq":(\d+),"subjectId":"/;

function checkEntry(line) {
  const parts = partsOf(line);
  const found = parts && ENTRY_PARTS.exec(parts.hashed.latin1Slice());
  if (!found) return find(`after entry ${walk.chain}/${walk.seq}`, 'a line is not an entry');
  const [, act, chain, digest, previousHash, text] = found;
  const seq = Number(text);
  const where = `entry ${walk.chain}/${seq}`;
  if (chain !== walk.chain) find(where, `it belongs to chain ${chain}`);
  if (seq !== walk.seq + 1) find(where, `it comes after entry ${walk.seq}: some are missing`);
  const due = seq === 1 ? hash(walk.digest, `zerentian ledger ${walk.chain}`, 'hex') : walk.hash;
  if (seq === walk.seq + 1 && previousHash !== due) find(where, `it follows ${previousHash}, not ${due}`);
  if (hash(walk.digest, parts.hashed, 'hex') !== parts.own)
    find(where, 'its hash is not that of its content: it was changed');
  if (parts.content === null) noteErasure(seq, parts.erasedBySeq, where);
  else checkAct(seq, act, digest, parts.content, where);
  if (wanted.has(seq)) walk.hashes.set(seq, parts.own);
  walk.seq = seq;
  walk.hash = parts.own;
}

function noteErasure(seq, by, where) {
  if (!(by > seq)) return find(where, 'its content is gone, and no entry says that it was erased');
  walk.erasures.set(`${by} ${seq}`, where);
  walk.erased.push(`${where}: erased by entry ${by}`);
}

function checkAct(seq, act, digest, content, where) {
  if (hash(walk.digest, content, 'hex') !== digest)
    find(where, 'its digest is not that of its content: the act was changed');
  if (act === 'erase') walk.erasures.delete(`${seq} ${JSON.parse(content.utf8Slice(SALT_LENGTH)).facts?.erased}`);
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

const HEADS = Buffer.from('{"heads":');

function rememberExported(heads) {
  remember(heads, `heads of ${heads.date} in the export`);
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
  const header = JSON.parse(linesOf(path).next().value?.utf8Slice() ?? '{}');
  if (header.format !== 'zerentian-ledger/1') throw new Error(`${path} is not a ledger export`);
  if (header.entries > 0 && !DIGESTS.includes(header.digest))
    throw new Error(`${path}: unknown digest ${header.digest}`);
  walk.chain = header.chain;
  walk.digest = header.digest;
  for (const file of files) remember(JSON.parse(readFileSync(file, 'utf8')), file);
  let first = true;
  for (const line of linesOf(path)) {
    if (first) first = false;
    else if (HEADS.compare(line, 0, HEADS.length) === 0) rememberExported(JSON.parse(line.utf8Slice()).heads);
    else checkEntry(line);
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
