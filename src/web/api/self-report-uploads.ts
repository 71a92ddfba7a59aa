import { SealedUpload, type SealedWhole } from '../kit/attachments/sealed-upload.ts';
import type { Transport } from '../kit/attachments/transport.ts';
import { Problem } from './client.ts';

const UPLOADS = '/api/self-reports/uploads';

/**
 * Whether uploads have to begin anew: the server cleared them away, or something else arrived. An upload whose place is another
 * (`upload.offset`, as where a broken piece is still held open) goes on from where the server is.
 */
export const mustBeginAnew = (error: unknown): boolean =>
  error instanceof Problem && ['upload.missing', 'upload.differs'].includes(error.code);

/**
 * Takes up the uploads of a self-report's attachments; each is then run until it is through.
 * @param files with the server's name for those that were begun before
 */
export async function beginUploads(
  transport: Transport,
  files: readonly (SealedWhole & { readonly upload?: string | undefined })[],
): Promise<SealedUpload[]> {
  const count = files.filter(({ upload }) => upload === undefined).length;
  const { uploads } = count > 0 ? await transport.post<{ uploads: string[] }>(UPLOADS, { count }) : { uploads: [] };
  const names = uploads.values();
  return files.map((file) => new SealedUpload(transport, file, file.upload ?? names.next().value!, UPLOADS));
}
