import type { Transport } from '../kit/attachments/transport.ts';
import { Upload } from '../kit/attachments/upload.ts';

const UPLOADS = '/api/self-reports/uploads';

/** Begins the uploads of a self-report's attachments; each is then run until it is through. */
export async function beginUploads(transport: Transport, files: readonly File[]): Promise<Upload[]> {
  const { uploads } = await transport.post<{ uploads: string[] }>(UPLOADS, { count: files.length });
  return files.map((file, at) => new Upload(transport, file, uploads[at]!, UPLOADS));
}
