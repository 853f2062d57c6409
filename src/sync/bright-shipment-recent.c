/* The shipments flow: notes that may still change without a trace.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * No search finds a note whose reference was typed in after it was shipped, nor
 * one that was taken back. Orders with such notes are remembered, and their
 * notes read again with the re-read of open orders.
 */
#include "bright-shipments-private.h"

#include <string.h>

#define CHECKPOINT_RECENT "shipments:recent"
#define SECONDS_PER_DAY (24 * 3600)
/* Nobody types a tracking number in later than this. */
#define UNTRACKED_SECONDS (30 * SECONDS_PER_DAY)
/* Who takes a note back mostly does so at once; later it shows in the sales order. */
#define TRACKED_SECONDS SECONDS_PER_DAY

/* When an order's last note was shipped, and whether one of its notes has no reference. */
typedef struct
{
  gint64 order;
  gint64 shipped_on;
  gboolean is_untracked;
} Recent;

static void
put (GHashTable *recent, const Recent *entry)
{
  Recent *copy = g_memdup2 (entry, sizeof *entry);

  g_hash_table_replace (recent, &copy->order, copy);
}

/* Order number (owned by the value) -> Recent. */
static GHashTable *
load (BrightSync *sync)
{
  GHashTable *recent = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  const char *text = bright_sync_get_checkpoint (sync, CHECKPOINT_RECENT);
  g_auto (GStrv) entries = g_strsplit (text != NULL ? text : "", ",", -1);

  for (char **word = entries; *word != NULL; word++)
    {
      const char *colon = strchr (*word, ':');
      Recent entry = { g_ascii_strtoll (*word, NULL, 10),
                       colon != NULL ? g_ascii_strtoll (colon + 1, NULL, 10) : 0,
                       g_str_has_suffix (*word, "?") };

      if (entry.order != 0)
        put (recent, &entry);
    }
  return recent;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static GArray *
list_orders (GHashTable *recent)
{
  GArray *orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, recent);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (orders, *(gint64 *) key);
  g_array_sort (orders, compare_ids);
  return orders;
}

static void
save (BrightSync *sync, BrightJournalBatch *batch, GHashTable *recent)
{
  const char *before = bright_sync_get_checkpoint (sync, CHECKPOINT_RECENT);
  g_autoptr (GArray) orders = list_orders (recent);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < orders->len; i++)
    {
      const Recent *entry
          = g_hash_table_lookup (recent, &g_array_index (orders, gint64, i));

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT "%s",
                              i > 0 ? "," : "", entry->order, entry->shipped_on,
                              entry->is_untracked ? "?" : "");
    }
  if (strcmp (text->str, before != NULL ? before : "") != 0)
    bright_sync_set_checkpoint (sync, batch, CHECKPOINT_RECENT, text->str);
}

static Recent
look_at (const BrightpearlGoodsNotes *record)
{
  Recent entry = { record->order, 0, FALSE };

  for (guint i = 0; i < record->notes->len; i++)
    {
      const BrightpearlGoodsNote *note = record->notes->pdata[i];

      if (!note->is_shipped)
        continue;
      entry.shipped_on = MAX (entry.shipped_on, note->shipped_on);
      entry.is_untracked = entry.is_untracked || note->reference[0] == '\0';
    }
  return entry;
}

/* Where changes of sales orders are searched for, a note that was taken back shows there. */
static gboolean
is_over (const BrightSync *sync, const Recent *entry)
{
  gboolean is_long
      = entry->is_untracked || !bright_status_flow.is_enabled (sync->settings);

  return entry->shipped_on
         <= bright_sync_get_time (sync) - (is_long ? UNTRACKED_SECONDS : TRACKED_SECONDS);
}

void
bright_recent_notes_remember (BrightSync *sync, BrightJournalBatch *batch, GPtrArray *records)
{
  g_autoptr (GHashTable) recent = load (sync);

  for (guint i = 0; i < records->len; i++)
    {
      Recent entry = look_at (records->pdata[i]);

      if (is_over (sync, &entry))
        g_hash_table_remove (recent, &entry.order);
      else
        put (recent, &entry);
    }
  save (sync, batch, recent);
}

GArray *
bright_recent_notes_list (BrightSync *sync, BrightJournalBatch *batch)
{
  g_autoptr (GHashTable) recent = load (sync);
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, recent);
  while (g_hash_table_iter_next (&iter, NULL, &entry))
    if (is_over (sync, entry))
      g_hash_table_iter_remove (&iter);
  save (sync, batch, recent);
  return list_orders (recent);
}
