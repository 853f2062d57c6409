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

const BrightRecordType bright_proof_day_type
    = { "day of the proof", sizeof (StoredDay), day_fields };

void
bright_proof_keep (const BrightProof *proof, BrightJournalBatch *batch, gint64 time)
{
  g_autofree char *text_time = g_strdup_printf ("%" G_GINT64_FORMAT, time);

  bright_journal_batch_set_checkpoint (batch, BRIGHT_CHECKPOINT_PROVED, text_time);
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
      g_autofree char *text = bright_record_to_string (&bright_proof_day_type, &stored);

      bright_journal_batch_put_fact (batch, BRIGHT_FACT_PROOF, day->day, text, "", time);
    }
}

BrightProof *
bright_proof_restore (GPtrArray *days)
{
  BrightProof *proof = bright_proof_new ();

  for (guint i = 0; i < days->len; i++)
    {
      StoredDay *stored = days->pdata[i];
      BrightProofDay *day = bright_proof_add_day (proof, g_steal_pointer (&stored->day));

      day->store = (guint)stored->store;
      day->linked = (guint)stored->linked;
      day->filtered = (guint)stored->filtered;
      day->held = (guint)stored->held;
      day->attention = (guint)stored->attention;
      day->is_complete = stored->is_complete;
      for (guint j = 0; j < stored->money->len; j++)
        {
          const BrightProofMoney *money = stored->money->pdata[j];
          BrightProofMoney *copy = g_new (BrightProofMoney, 1);

          *copy = *money;
          copy->currency = g_strdup (money->currency);
          g_ptr_array_add (day->money, copy);
        }
      proof->is_complete = proof->is_complete && day->is_complete;
    }
  return proof;
}
