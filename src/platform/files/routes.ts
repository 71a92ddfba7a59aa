import type { RoutePermission } from '../http/permission.ts';
import { defineRoute, type Route } from '../http/route.ts';
import { words } from '../words.ts';
import * as contract from './contract.ts';
import type { PartialUploads } from './partial.ts';

/** Bytes of a piece of an upload: so little is lost when a connection breaks. */
const PIECE = 4 * 2 ** 20;

/** Where files in pieces come in. */
export interface UploadDoor {
  readonly uploads: PartialUploads;
  /** Bytes of a whole file. */
  readonly largestFile: number;
}

/**
 * The two routes by which a begun upload goes on: how far it came, and the next piece. Whoever begins uploads has a route of its own,
 * with its own limits; the name of an upload is the key to it.
 * @param root address under which they stand, `/api/…/uploads`
 */
export const uploadRoutes = (
  { uploads, largestFile }: UploadDoor,
  { root, permission }: { readonly root: string; readonly permission: RoutePermission },
): Route[] => [
  defineRoute({
    method: 'GET',
    path: `${root}/:upload`,
    words: words('附件已收到多少', 'How far an upload came'),
    permission,
    params: contract.uploadName,
    response: contract.uploadState,
    handle: async (_ctx, { params }) => ({ received: await uploads.received(params.upload) }),
  }),
  defineRoute({
    method: 'POST',
    path: `${root}/:upload`,
    words: words('续传附件', 'Append to an upload'),
    permission,
    withoutAct: 'a piece of a file that no record speaks of yet',
    params: contract.uploadName,
    query: contract.uploadPlace,
    upload: { files: 1, bytes: PIECE },
    response: contract.uploadState,
    async handle(_ctx, { params, query, files }) {
      let received = await uploads.received(params.upload);
      for await (const { stream } of files)
        received = await uploads.append(params.upload, query.at, stream, largestFile);
      return { received };
    },
  }),
];
