import type { UploadDoor } from '../../../platform/files/routes.ts';
import type { FileStore } from '../../../platform/files/store.ts';
import type { Buckets } from '../../../platform/http/buckets.ts';
import type { MatterDesk } from '../../../platform/lifecycle/advance.ts';
import type { RecordDesk } from '../../../platform/register/records/desk.ts';
import type { LedgerDesk } from '../../../platform/register/records/proof.ts';

/** What self-reports and decisions on leniency work with. */
export interface SelfExaminationDesk extends MatterDesk, UploadDoor, Pick<RecordDesk, 'nameOf'> {
  readonly files: FileStore;
  readonly ledger: LedgerDesk;
  /** Submissions of one account: a report is written by hand, and whoever sends a hundred floods the desk. */
  readonly tries: Buckets;
}
