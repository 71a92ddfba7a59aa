import { createReadStream } from 'node:fs';
import { AppError } from '../../../platform/errors.ts';
import type { FileStore } from '../../../platform/files/store.ts';
import { Download } from '../../../platform/http/reply.ts';
import type { Upload } from '../../../platform/http/upload.ts';
import type { PaperContent } from './publish.ts';

/**
 * Keeps the file of a version under its hash. Only PDF, looked at by its first bytes and not by its name: what thousands read on
 * their phones must not be a program (ISO 32000-2, 7.5.2).
 * @throws AppError `paper.notPdf`, those of the store
 */
export async function keepPaperFile(files: FileStore, { name, stream }: Upload): Promise<PaperContent> {
  const { sha256 } = await files.keep(onlyPdf(name, stream));
  return { fileName: name.slice(0, 200), sha256 };
}

async function* onlyPdf(name: string, stream: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let begin = Buffer.alloc(0);
  for await (const chunk of stream) {
    if (begin.length < MARK.length) {
      begin = Buffer.concat([begin, chunk.subarray(0, MARK.length)]);
      if (begin.length >= MARK.length && !begin.toString('latin1').startsWith(MARK)) break;
    }
    yield chunk;
  }
  if (!begin.toString('latin1').startsWith(MARK)) throw new AppError('paper.notPdf', { name });
}

const MARK = '%PDF-';

/** The file of a version, to be saved by the reader. @throws AppError `record.missing` for a version that is a text */
export function paperFile(files: FileStore, paper: { fileName: string | null; sha256: string | null }): Download {
  if (paper.fileName === null || paper.sha256 === null) throw new AppError('record.missing');
  return new Download(paper.fileName, 'application/pdf', createReadStream(files.pathOf(paper.sha256)));
}
