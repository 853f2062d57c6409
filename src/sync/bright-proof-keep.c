/* The proof as the journal keeps it: one fact a day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-proof.h"

typedef struct
{
  char *day;
  gint64 store;
  gint64 linked;
  gint64 filtered;
  gint64 held;
  gint64 attention;
  gboolean is_complete;
  GPtrArray *money; /* of BrightProofMoney */
} StoredDay;

static const BrightField money_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightProofMoney, STRING, currency, "currency"),
  BRIGHT_FIELD_NEEDED (BrightProofMoney, MONEY, store, "store"),
  BRIGHT_FIELD_NEEDED (BrightProofMoney, MONEY, brightpearl, "brightpearl"),
  {},
};

static const BrightRecordType money_type
    = { "money of a day", sizeof (BrightProofMoney), money_fields };

static const BrightField day_fields[] = {
  BRIGHT_FIELD_NEEDED (StoredDay, STRING, day, "day"),
  BRIGHT_FIELD_NEEDED (StoredDay, INTEGER, store, "store"),
  BRIGHT_FIELD_NEEDED (StoredDay, INTEGER, linked, "linked"),
  BRIGHT_FIELD_NEEDED (StoredDay, INTEGER, filtered, "filtered"),
  BRIGHT_FIELD_NEEDED (StoredDay, INTEGER, held, "held"),
  BRIGHT_FIELD_NEEDED (StoredDay, INTEGER, attention, "attention"),
  BRIGHT_FIELD_NEEDED (StoredDay, BOOLEAN, is_complete, "complete"),
  BRIGHT_FIELD_OF (StoredDay, RECORDS, money, "money", &money_type),
  {},
};

static const BrightRecordType day_type = { "day of the proof", sizeof (StoredDay), day_fields };

void
bright_proof_keep (const BrightProof *proof, BrightJournalBatch *batch, gint64 time)
{
  bright_journal_batch_remove_fact (batch, BRIGHT_FACT_PROOF, NULL);
  for (guint i = 0; i < proof->days->len; i++)
    {
      const BrightProofDay *day = proof->days->pdata[i];
      StoredDay stored = {
        .day = day->day,
        .store = day->store,
        .linked = day->linked,
        .filtered = day->filtered,
        .held = day->held,
        .attention = day->attention,
        .is_complete = day->is_complete,
        .money = day->money,
      };
      g_autofree char *text = bright_record_to_string (&day_type, &stored);

      bright_journal_batch_put_fact (batch, BRIGHT_FACT_PROOF, day->day, text, "", time);
    }
}
