/* What all flows of a sync share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-sync.h"

#include "bright-stock.h"

#include <string.h>

#define CHECKPOINT_UNDECIDED "orders:undecided"
#define OPEN "open"

BrightSync *
bright_sync_new (BrightJournal *journal, BrightClock *clock)
{
  BrightSync *sync = g_new0 (BrightSync, 1);

  sync->journal = g_object_ref (journal);
  sync->clock = g_object_ref (clock);
  sync->world = bright_world_new ();
  sync->checkpoints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sync->born_unwanted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sync->undecided = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return sync;
}

static void
clear_run (BrightSync *sync)
{
  g_clear_pointer (&sync->settings, bright_settings_snapshot_unref);
  g_clear_object (&sync->cancellable);
  g_clear_object (&sync->dispatcher);
  g_clear_object (&sync->paper);
  g_clear_pointer (&sync->approvals, g_strfreev);
  g_clear_pointer (&sync->planned, g_ptr_array_unref);
  g_clear_pointer (&sync->planned_claims, g_ptr_array_unref);
}

void
bright_sync_free (BrightSync *sync)
{
  if (sync == NULL)
    return;
  clear_run (sync);
  g_clear_object (&sync->bigcommerce);
  g_clear_object (&sync->brightpearl);
  g_clear_pointer (&sync->digests, g_hash_table_unref);
  g_hash_table_unref (sync->checkpoints);
  g_hash_table_unref (sync->undecided);
  g_hash_table_unref (sync->born_unwanted);
  bright_world_free (sync->world);
  g_object_unref (sync->clock);
  g_object_unref (sync->journal);
  g_free (sync);
}

/* What was left over when the last sync ended, whatever ended it. */
void
bright_sync_restore_undecided (BrightSync *sync)
{
  const char *text = bright_sync_get_checkpoint (sync, CHECKPOINT_UNDECIDED);
  g_auto (GStrv) numbers = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  numbers = g_strsplit (text, ",", -1);
  for (char **number = numbers; *number != NULL; number++)
    bright_sync_add_undecided (sync, g_ascii_strtoll (*number, NULL, 10));
}

void
bright_sync_begin (BrightSync *sync,
                   BrightSettingsSnapshot *settings,
                   const char *const *approvals,
                   gboolean plan_only,
                   GCancellable *cancellable)
{
  static const char *const nothing[] = { NULL };

  clear_run (sync);
  sync->settings = bright_settings_snapshot_ref (settings);
  sync->cancellable = cancellable != NULL ? g_object_ref (cancellable) : g_cancellable_new ();
  sync->plan_only = plan_only;
  sync->left_out = 0;
  sync->approvals = g_strdupv ((char **)(approvals != NULL ? approvals : nothing));
  sync->dispatcher = bright_dispatcher_new (sync->brightpearl, sync->bigcommerce, sync->journal,
                                            sync->clock, sync->cancellable);
  sync->paper = bright_dispatcher_new_paper ();
  sync->planned = bright_record_list_new (&bright_subject_type);
  sync->planned_claims = bright_record_list_new (&bright_stock_claim_type);
  if (sync->world_is_imagined)
    {
      bright_world_clear_mirrors (sync->world);
      memset (sync->mirror_is_loaded, 0, sizeof sync->mirror_is_loaded);
      sync->world_is_imagined = FALSE;
    }
  for (guint i = 0; i < BRIGHTPEARL_N_MIRRORS; i++)
    sync->freshness[i] = sync->mirror_is_loaded[i] ? BRIGHT_FRESHNESS_KNOWN : BRIGHT_FRESHNESS_NONE;
  memset (sync->unknown_serial, 0, sizeof sync->unknown_serial);
  memset (&sync->counts, 0, sizeof sync->counts);
  sync->server_time = 0;
  sync->done = 0;
  sync->total = 0;
  bright_sync_restore_undecided (sync);
}

gint64
bright_sync_get_time (const BrightSync *sync)
{
  return sync->server_time != 0 ? sync->server_time : bright_clock_get_seconds (sync->clock);
}

const char *
bright_sync_get_checkpoint (const BrightSync *sync, const char *name)
{
  return g_hash_table_lookup (sync->checkpoints, name);
}

gint64
bright_sync_get_checkpoint_number (const BrightSync *sync, const char *name)
{
  const char *value = bright_sync_get_checkpoint (sync, name);

  return value != NULL ? g_ascii_strtoll (value, NULL, 10) : 0;
}

void
bright_sync_set_checkpoint (BrightSync *sync,
                            BrightJournalBatch *batch,
                            const char *name,
                            const char *value)
{
  g_hash_table_replace (sync->checkpoints, g_strdup (name), g_strdup (value));
  bright_journal_batch_set_checkpoint (batch, name, value);
}

void
bright_sync_set_checkpoint_number (BrightSync *sync,
                                   BrightJournalBatch *batch,
                                   const char *name,
                                   gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  bright_sync_set_checkpoint (sync, batch, name, text);
}

void
bright_sync_add_undecided (BrightSync *sync, gint64 order_id)
{
  gint64 *key = g_new (gint64, 1);

  *key = order_id;
  g_hash_table_add (sync->undecided, key);
}

void
bright_sync_remove_undecided (BrightSync *sync, gint64 order_id)
{
  g_hash_table_remove (sync->undecided, &order_id);
}

void
bright_sync_save_undecided (BrightSync *sync, BrightJournalBatch *batch)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, sync->undecided);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len > 0 ? "," : "", *(gint64 *)key);
  bright_sync_set_checkpoint (sync, batch, CHECKPOINT_UNDECIDED, text->str);
}

gboolean
bright_sync_is_approved (const BrightSync *sync, const char *flow, const char *subject)
{
  for (char **approval = sync->approvals; *approval != NULL; approval++)
    if (strcmp (*approval, "all") == 0 || strcmp (*approval, flow) == 0
        || strcmp (*approval, subject) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bright_sync_is_on_paper (const BrightSync *sync, const char *flow, const char *subject)
{
  switch (sync->settings->schedule.mode)
    {
    case BRIGHT_MODE_AUTOMATIC:
      return sync->plan_only;
    case BRIGHT_MODE_ASK:
      return sync->plan_only || !bright_sync_is_approved (sync, flow, subject);
    case BRIGHT_MODE_WATCH:
    default:
      return TRUE;
    }
}

char *
bright_sales_order_digest (const BrightpearlSalesOrder *sales_order, const char *digest)
{
  gboolean is_open
      = !sales_order->is_cancelled && strcmp (sales_order->shipping_status, "ASS") != 0;

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", is_open ? OPEN : "closed",
                          bright_parse_external_reference (sales_order->external_ref), digest);
}

gint64
bright_sales_order_digest_get_open (const char *digest)
{
  return g_str_has_prefix (digest, OPEN " ") ? g_ascii_strtoll (digest + strlen (OPEN), NULL, 10)
                                             : 0;
}

gint64
bright_parse_external_reference (const char *reference)
{
  char *rest;
  gint64 number = g_ascii_strtoll (reference, &rest, 10);

  return rest != reference && number > 0 && (*rest == '\0' || *rest == '-') ? number : 0;
}
