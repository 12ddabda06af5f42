import type { FastifyReply } from 'fastify';

/** Sends a finished paper: shown by the browser, saved under its Chinese name (RFC 6266, with a plain name for old clients). */
export function sendFile(reply: FastifyReply, paper: { name: string; file: Buffer }): void {
  const plain =
    paper.name
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\]/g, '')
      .trim() || 'paper.pdf';
  const name = encodeURIComponent(paper.name).replaceAll(
    /['()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  void reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${plain}"; filename*=UTF-8''${name}`)
    .send(paper.file);
}
