import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

const MEDIA_TYPES = {
  pdf: { type: 'application/pdf', shown: 'inline' },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', shown: 'attachment' },
} as const;

/** Of an Excel file, for the description of a route. */
export const XLSX = MEDIA_TYPES.xlsx.type;

/** A file with its Chinese name, whole or as it is being made. */
export interface NamedFile {
  name: string;
  file: Buffer | Readable;
}

/** Sends a paper or a workbook, by the end of its name: shown by the browser or saved (RFC 6266, with a plain name for old clients). */
export function sendFile(reply: FastifyReply, { name, file }: NamedFile): void {
  const kind = name.endsWith('.xlsx') ? 'xlsx' : 'pdf';
  const plain =
    name
      .replaceAll(/[^\x20-\x7e]/g, '')
      .replaceAll(/["\\]/g, '')
      .trim() || `paper.${kind}`;
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const { type, shown } = MEDIA_TYPES[kind];
  void reply
    .header('content-type', type)
    .header('content-disposition', `${shown}; filename="${plain}"; filename*=UTF-8''${encoded}`)
    .send(file);
}
