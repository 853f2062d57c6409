/* What a person is notified of, and when a notification goes away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notify-decide.h"

#include "bright-notify-words.h"

#include <string.h>

#define QUIET_SECONDS (60 * 60)
#define PATIENCE_SECONDS (15 * 60)

/* What was said about one cause. */
typedef struct
{
  guint count;       /* of how many things it was true when it was last judged worth saying */
  gint64 sent_at;    /* seconds since 1970; 0 for never */
  gboolean is_on;    /* whether the cause was there the last time, and was said or is known */
  gboolean is_there; /* scratch: whether the cause is there now */
} Entry;

struct _BrightNotifyMemory
{
  GHashTable *entries; /* of Entry, by the cause's id */
};

BrightNotifyMemory *
bright_notify_memory_new (void)
{
  BrightNotifyMemory *memory = g_new0 (BrightNotifyMemory, 1);

  memory->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return memory;
}

void
bright_notify_memory_free (BrightNotifyMemory *memory)
{
  if (memory == NULL)
    return;
  g_hash_table_unref (memory->entries);
  g_free (memory);
}

static Entry *
get_entry (BrightNotifyMemory *memory, const char *id)
{
  Entry *entry = g_hash_table_lookup (memory->entries, id);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (memory->entries, g_strdup (id), entry);
    }
  return entry;
}

void
bright_notice_free (BrightNotice *notice)
{
  if (notice == NULL)
    return;
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->body);
  g_free (notice->target);
  g_free (notice);
}

static void
bright_notice_clear (gpointer notice)
{
  bright_notice_free (notice);
}

/* Takes what an array of causes says into account; an entry that is not among them goes off. */
typedef struct
{
  const BrightNotifyFacts *facts;
  BrightNotifyMemory *memory;
  GPtrArray *notices;
} Judge;

static gboolean
is_wanted (BrightNotifyLevel level, gboolean is_important)
{
  return level == BRIGHT_NOTIFY_ALL || (level == BRIGHT_NOTIFY_IMPORTANT && is_important);
}

/* Says something of a cause that is there, unless it was said; takes @notice. */
static void
judge (Judge *self, BrightNotice *notice, guint count)
{
  g_autoptr (BrightNotice) owned = notice;
  Entry *entry = get_entry (self->memory, notice->id);
  gboolean is_news = !entry->is_on || count > entry->count;

  entry->is_there = TRUE;
  if (entry->is_on && count < entry->count)
    entry->count = count;
  if (!is_news || (entry->sent_at != 0 && self->facts->now - entry->sent_at < QUIET_SECONDS))
    return;
  entry->is_on = TRUE;
  entry->count = count;
  entry->sent_at = self->facts->now;
  g_ptr_array_add (self->notices, g_steal_pointer (&owned));
}

static GHashTable *
group_by_code (const GPtrArray *attention)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < attention->len; i++)
    {
      BrightSubject *subject = attention->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, subject->code);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (groups, subject->code, group);
        }
      g_ptr_array_add (group, subject);
    }
  return groups;
}

/* In the order in which the causes come up. */
static void
judge_attention (Judge *self)
{
  g_autoptr (GHashTable) groups = group_by_code (self->facts->attention);

  for (guint i = 0; i < self->facts->attention->len; i++)
    {
      const BrightSubject *subject = self->facts->attention->pdata[i];
      const GPtrArray *group = g_hash_table_lookup (groups, subject->code);
      gboolean is_important = strcmp (subject->code, "stock-brake") == 0;

      if (group->pdata[0] == subject && is_wanted (self->facts->level, is_important))
        judge (self, bright_notify_words_for_cause (group, is_important), group->len);
    }
}

/* What mends itself is worth a word only after a while; that somebody else syncs is no fault. */
static gboolean
is_worth_saying (const BrightNotifyFacts *facts)
{
  if (!facts->is_failing || facts->cause == BRIGHT_ERROR_PROFILE_BUSY
      || !is_wanted (facts->level, TRUE))
    return FALSE;
  return bright_error_mender (facts->cause) != BRIGHT_MENDER_TIME
         || facts->now - facts->failing_since >= PATIENCE_SECONDS;
}

static void
withdraw_gone (Judge *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  g_hash_table_iter_init (&iter, self->memory->entries);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      Entry *entry = value;

      if (entry->is_on && !entry->is_there)
        {
          BrightNotice *notice = g_new0 (BrightNotice, 1);

          notice->id = g_strdup (id);
          g_ptr_array_add (self->notices, notice);
          entry->is_on = FALSE;
          entry->count = 0;
        }
      entry->is_there = FALSE;
    }
}

void
bright_notify_memory_learn (BrightNotifyMemory *memory, const GPtrArray *attention)
{
  g_autoptr (GHashTable) groups = group_by_code (attention);
  GHashTableIter iter;
  gpointer code;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, &code, &group))
    {
      g_autofree char *id = bright_notify_words_make_id (code);
      Entry *entry = get_entry (memory, id);

      entry->is_on = TRUE;
      entry->count = ((GPtrArray *)group)->len;
    }
}

GPtrArray *
bright_notify_decide (const BrightNotifyFacts *facts, BrightNotifyMemory *memory)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func (bright_notice_clear);
  Judge self = { facts, memory, notices };

  judge_attention (&self);
  if (is_worth_saying (facts))
    judge (&self, bright_notify_words_for_failure (facts), 1);
  if (facts->is_first_done && is_wanted (facts->level, FALSE))
    judge (&self, bright_notify_words_for_first_sync (facts), 1);
  withdraw_gone (&self);
  return notices;
}

BrightNotifyLevel
bright_notify_level_from_word (const char *word)
{
  if (g_strcmp0 (word, "none") == 0)
    return BRIGHT_NOTIFY_NONE;
  return g_strcmp0 (word, "important") == 0 ? BRIGHT_NOTIFY_IMPORTANT : BRIGHT_NOTIFY_ALL;
}
