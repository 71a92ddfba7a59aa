import { Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors.ts';

/** One file of a request, while it comes in. */
export interface Upload {
  /** As the sender named it: to be shown, never to be used as a path. */
  readonly name: string;
  readonly type: string;
  /** Fails with AppError `upload.tooLarge` where the file exceeds the route's limit. */
  readonly stream: Readable;
}

/** The files of a multipart request, streamed; nothing is kept in memory or on disk here. */
export async function* uploadsOf(
  request: FastifyRequest,
  limits: { readonly files: number; readonly bytes: number },
): AsyncIterable<Upload> {
  if (!request.isMultipart()) throw new AppError('request.mediaType', { expected: 'multipart/form-data' });
  const parts = request.files({
    limits: { files: limits.files, fileSize: limits.bytes, fields: 0, parts: limits.files },
  });
  for await (const part of parts) yield uploadOf(part, limits.bytes);
}

function uploadOf(part: MultipartFile, limit: number): Upload {
  return { name: part.filename, type: part.mimetype, stream: Readable.from(whole(part, limit), { objectMode: false }) };
}

/** Busboy ends a file that is too large as if it were complete: here it fails instead. */
async function* whole({ file, filename }: MultipartFile, limit: number): AsyncIterable<Buffer> {
  yield* file as AsyncIterable<Buffer>;
  if (file.truncated) throw new AppError('upload.tooLarge', { name: filename, limit });
}
