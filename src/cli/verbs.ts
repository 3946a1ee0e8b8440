import type { AddVerb } from './verb.ts';
import { addAcceptVerb } from './verbs/accept.ts';
import { addAlertsVerb } from './verbs/alerts.ts';
import { addBackupVerb } from './verbs/backup.ts';
import { addCheckVerb } from './verbs/check.ts';
import { addCompareVerb } from './verbs/compare.ts';
import { addDemoVerb } from './verbs/demo.ts';
import { addDiffVerb } from './verbs/diff.ts';
import { addDoctorVerb } from './verbs/doctor.ts';
import { addExportVerb } from './verbs/export.ts';
import { addExtractVerb } from './verbs/extract.ts';
import { addHistoryVerb } from './verbs/history.ts';
import { addImportVerb } from './verbs/import.ts';
import { addInitVerb } from './verbs/init.ts';
import { addPositionsVerb } from './verbs/positions.ts';
import { addReclassifyVerb } from './verbs/reclassify.ts';
import { addRestoreVerb } from './verbs/restore.ts';
import { addStatusVerb } from './verbs/status.ts';
import { addTestEmailVerb } from './verbs/test-email.ts';
import { addTimelineVerb } from './verbs/timeline.ts';
import { addWatchVerb } from './verbs/watch.ts';

/** Every verb, in the order in which `--help` lists them. */
export const VERBS: readonly AddVerb[] = [
  addInitVerb,
  addCheckVerb,
  addWatchVerb,
  addStatusVerb,
  addHistoryVerb,
  addTimelineVerb,
  addDiffVerb,
  addPositionsVerb,
  addCompareVerb,
  addExtractVerb,
  addAlertsVerb,
  addAcceptVerb,
  addReclassifyVerb,
  addTestEmailVerb,
  addImportVerb,
  addExportVerb,
  addBackupVerb,
  addRestoreVerb,
  addDoctorVerb,
  addDemoVerb,
];
