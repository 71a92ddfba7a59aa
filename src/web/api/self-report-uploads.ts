import { SealedUpload, type SealedWhole } from '../kit/attachments/sealed-upload.ts';
import type { Transport } from '../kit/attachments/transport.ts';

const UPLOADS = '/api/self-reports/uploads';

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
