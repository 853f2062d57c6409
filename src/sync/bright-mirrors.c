/* Discover: the mirrors of contacts, products and sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A mirror is filled once by search pages and kept fresh in two ways: a search
 * for what was changed, which may lag behind, and a direct read past the
 * highest id known, which does not. The direct read can take records along
 * that could not be told apart, since somebody may have mended them.
 */
#include "bright-mirrors.h"

#include "bright-time.h"

#include <string.h>

/* Searches may lag and clocks may differ by this much. */
#define OVERLAP_SECONDS 600
/* A mirror whose last search is older than this is searched again. */
#define SEARCH_SECONDS 3600
/* Ids may become visible in another order than they were given. */
#define OVERLAP_IDS 20
/* Records read again at most for being ambiguous. */
#define MAXIMUM_AMBIGUOUS 100

typedef enum
{
  PHASE_LOAD,
  PHASE_SEARCH,
  PHASE_NEWEST,
  PHASE_TAIL,
  PHASE_DONE,
} Phase;

typedef struct
{
  BrightSync *sync;
  BrightFreshness wanted[BRIGHTPEARL_N_MIRRORS];
  guint serials[BRIGHTPEARL_N_MIRRORS];
  guint mirror;
  Phase phase;
  guint first;   /* row of the search */
  GArray *asked; /* ids that were asked for by themselves */
} Refresh;

static void next (GTask *task);

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  g_array_unref (refresh->asked);
  g_free (refresh);
}

/* The id up to which the mirror has everything. Records that we made ourselves do not count:
 * between them may lie some that we do not know of. */
static gint64
get_read_to (const Refresh *refresh)
{
  return bright_sync_get_checkpoint_number (refresh->sync,
                                            bright_mirror_kinds[refresh->mirror].read_to);
}

static void
note_read_to (Refresh *refresh, BrightJournalBatch *batch, GPtrArray *records)
{
  gint64 highest = get_read_to (refresh);

  /* Every record begins with its id. */
  for (guint i = 0; i < records->len; i++)
    highest = MAX (highest, *(gint64 *)records->pdata[i]);
  if (highest > get_read_to (refresh))
    bright_sync_set_checkpoint_number (refresh->sync, batch,
                                       bright_mirror_kinds[refresh->mirror].read_to, highest);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!bright_journal_commit_finish (BRIGHT_JOURNAL (source), result, &error))
    g_task_return_error (task, error);
  else
    next (g_steal_pointer (&task));
}

/* Commits and goes on; takes @task. */
static void
commit (GTask *task, BrightJournalBatch *batch)
{
  Refresh *refresh = g_task_get_task_data (task);

  bright_journal_commit_async (refresh->sync->journal, batch, NULL, committed_cb, task);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Refresh *refresh = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) records
      = bright_journal_load_facts_finish (BRIGHT_JOURNAL (source), result, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  while (records->len > 0)
    bright_mirrors_take (refresh->sync->world, refresh->mirror,
                         g_ptr_array_steal_index (records, records->len - 1));
  refresh->sync->mirror_is_loaded[refresh->mirror] = TRUE;
  refresh->sync->freshness[refresh->mirror] |= BRIGHT_FRESHNESS_KNOWN;
  refresh->phase
      = refresh->wanted[refresh->mirror] == BRIGHT_FRESHNESS_KNOWN ? PHASE_DONE : PHASE_SEARCH;
  next (g_steal_pointer (&task));
}

static void
load (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);

  bright_journal_load_facts_async (refresh->sync->journal,
                                   bright_mirror_kinds[refresh->mirror].fact, NULL,
                                   brightpearl_mirror_get_type_of (refresh->mirror),
                                   refresh->sync->cancellable, loaded_cb, task);
}

/* When the last complete search was. One that found nothing in an empty account does not count:
 * whatever was made since must be found by another one, as no id tells where to read on. */
static gint64
get_searched (const Refresh *refresh)
{
  if (get_read_to (refresh) == 0)
    return 0;
  return bright_sync_get_checkpoint_number (refresh->sync,
                                            bright_mirror_kinds[refresh->mirror].searched);
}

static gboolean
must_search (const Refresh *refresh)
{
  gint64 searched = get_searched (refresh);

  return (refresh->wanted[refresh->mirror] & BRIGHT_FRESHNESS_SEARCHED) != 0 || searched == 0
         || bright_sync_get_time (refresh->sync) - searched > SEARCH_SECONDS;
}

/* The first search takes everything; sales orders only since go-live, for no order of the
 * store can have one that is older. */
static char *
build_filter (const Refresh *refresh)
{
  gint64 searched = get_searched (refresh);
  gint64 since = searched - OVERLAP_SECONDS;
  g_autofree char *time = NULL;

  if (searched == 0 && refresh->mirror != BRIGHTPEARL_MIRROR_SALES_ORDERS)
    return g_strdup ("");
  if (searched == 0)
    since = refresh->sync->settings->schedule.go_live - OVERLAP_SECONDS;
  time = bright_time_format (MAX (since, 0));
  return g_strdup_printf ("%s=%s/", bright_mirror_kinds[refresh->mirror].changed, time);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Refresh *refresh = g_task_get_task_data (task);
  BrightSync *sync = refresh->sync;
  gboolean more = FALSE;
  GError *error = NULL;
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  g_autoptr (GPtrArray) records
      = brightpearl_client_search_finish (BRIGHTPEARL_CLIENT (source), result, &more, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  refresh->first += records->len;
  note_read_to (refresh, batch, records);
  bright_mirrors_keep (sync, batch, refresh->mirror, records);
  if (refresh->phase == PHASE_SEARCH && !more)
    {
      bright_sync_set_checkpoint_number (sync, batch, bright_mirror_kinds[refresh->mirror].searched,
                                         bright_sync_get_time (sync));
      sync->freshness[refresh->mirror] |= BRIGHT_FRESHNESS_SEARCHED;
      refresh->phase = PHASE_TAIL;
    }
  commit (g_steal_pointer (&task), g_steal_pointer (&batch));
}

static void
search (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);
  g_autofree char *filter = refresh->phase == PHASE_NEWEST
                                ? g_strdup (bright_mirror_kinds[refresh->mirror].newest)
                                : build_filter (refresh);

  brightpearl_client_search_async (refresh->sync->brightpearl, refresh->mirror, filter,
                                   refresh->first, refresh->sync->cancellable, searched_cb, task);
}

static void
waited_cb (gpointer user_data)
{
  search (user_data);
}

/* Only while an account had nothing when it was last asked, a search alone can find what a
 * write of unknown outcome made, so it is given the time to catch up. */
static void
search_when_caught_up (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);
  BrightSync *sync = refresh->sync;
  gint64 lag = sync->settings->connection.search_lag_seconds;
  gint64 unknown_at
      = bright_sync_get_checkpoint_number (sync, bright_mirror_kinds[refresh->mirror].unknown);
  gint64 age = bright_clock_get_seconds (sync->clock) - unknown_at;
  gint64 wait = unknown_at == 0 || get_read_to (refresh) > 0 ? 0 : lag - MAX (age, 0);

  if (wait > 0)
    bright_clock_call_after (sync->clock, wait * G_USEC_PER_SEC, waited_cb, task);
  else
    search (task);
}

static void
tail_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Refresh *refresh = g_task_get_task_data (task);
  BrightSync *sync = refresh->sync;
  gint64 read_to = get_read_to (refresh);
  g_autoptr (BrightJournalBatch) batch = bright_journal_batch_new ();
  GError *error = NULL;
  g_autoptr (GPtrArray) records
      = brightpearl_client_read_mirror_finish (BRIGHTPEARL_CLIENT (source), result, &error);

  if (records == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < refresh->asked->len; i++)
    bright_mirrors_forget (sync, batch, refresh->mirror, g_array_index (refresh->asked, gint64, i));
  g_array_set_size (refresh->asked, 0);
  note_read_to (refresh, batch, records);
  bright_mirrors_keep (sync, batch, refresh->mirror, records);
  sync->freshness[refresh->mirror] |= refresh->wanted[refresh->mirror] & BRIGHT_FRESHNESS_REVIEWED;
  /* Whatever was found beyond may be followed by more. */
  if (get_read_to (refresh) == read_to)
    {
      if (sync->unknown_serial[refresh->mirror] == refresh->serials[refresh->mirror])
        sync->freshness[refresh->mirror] |= BRIGHT_FRESHNESS_ADDED;
      refresh->phase = PHASE_DONE;
    }
  commit (g_steal_pointer (&task), g_steal_pointer (&batch));
}

static void
collect_ambiguous (Refresh *refresh)
{
  BrightSync *sync = refresh->sync;

  if ((refresh->wanted[refresh->mirror] & BRIGHT_FRESHNESS_REVIEWED) == 0
      || (sync->freshness[refresh->mirror] & BRIGHT_FRESHNESS_REVIEWED) != 0)
    return;
  if (refresh->mirror == BRIGHTPEARL_MIRROR_CONTACTS)
    bright_world_collect_ambiguous_contacts (sync->world, refresh->asked);
  else if (refresh->mirror == BRIGHTPEARL_MIRROR_PRODUCTS)
    bright_world_collect_ambiguous_products (sync->world, sync->settings->items.brightpearl_field,
                                             refresh->asked);
  if (refresh->asked->len > MAXIMUM_AMBIGUOUS)
    g_array_set_size (refresh->asked, MAXIMUM_AMBIGUOUS);
}

static void
read_tail (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);
  gint64 first = MAX (1, get_read_to (refresh) + 1 - OVERLAP_IDS);
  g_autofree char *known = NULL;
  g_autofree char *ids = NULL;

  collect_ambiguous (refresh);
  known = brightpearl_format_id_set (refresh->asked, 0, refresh->asked->len);
  ids = g_strdup_printf ("%s%s%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, known,
                         known[0] != '\0' ? "," : "", first,
                         first + BRIGHTPEARL_ID_SET_SIZE - 1 - refresh->asked->len);
  brightpearl_client_read_mirror_async (refresh->sync->brightpearl, refresh->mirror, ids,
                                        refresh->sync->cancellable, tail_read_cb, task);
}

static void
begin_mirror (Refresh *refresh)
{
  BrightSync *sync = refresh->sync;
  BrightFreshness missing
      = refresh->wanted[refresh->mirror] & ~(guint)sync->freshness[refresh->mirror];

  refresh->serials[refresh->mirror] = sync->unknown_serial[refresh->mirror];
  refresh->first = 1;
  if (missing == 0)
    refresh->phase = PHASE_DONE;
  else
    refresh->phase = sync->mirror_is_loaded[refresh->mirror] ? PHASE_SEARCH : PHASE_LOAD;
  refresh->wanted[refresh->mirror] = missing;
}

/* The one place that goes from phase to phase; takes @task. */
static void
next (GTask *task)
{
  Refresh *refresh = g_task_get_task_data (task);

  while (refresh->phase == PHASE_DONE)
    {
      if (++refresh->mirror == BRIGHTPEARL_N_MIRRORS)
        {
          g_task_return_boolean (task, TRUE);
          g_object_unref (task);
          return;
        }
      begin_mirror (refresh);
    }
  if (refresh->phase == PHASE_LOAD)
    {
      load (task);
      return;
    }
  if (refresh->phase == PHASE_SEARCH && (refresh->first > 1 || must_search (refresh)))
    {
      search_when_caught_up (task);
      return;
    }
  if (get_read_to (refresh) > 0)
    read_tail (task);
  else if (refresh->phase == PHASE_NEWEST)
    {
      /* There is nothing at all yet. */
      refresh->sync->freshness[refresh->mirror] |= BRIGHT_FRESHNESS_ADDED;
      refresh->phase = PHASE_DONE;
      next (task);
    }
  else
    {
      refresh->phase = PHASE_NEWEST;
      refresh->first = 1;
      search (task);
    }
}

void
bright_mirrors_refresh_async (BrightSync *sync,
                              const BrightFreshness levels[BRIGHTPEARL_N_MIRRORS],
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (NULL, sync->cancellable, callback, user_data);
  Refresh *refresh = g_new0 (Refresh, 1);

  g_task_set_source_tag (task, bright_mirrors_refresh_async);
  refresh->sync = sync;
  refresh->asked = g_array_new (FALSE, FALSE, sizeof (gint64));
  memcpy (refresh->wanted, levels, sizeof refresh->wanted);
  g_task_set_task_data (task, refresh, refresh_free);
  begin_mirror (refresh);
  next (task);
}

gboolean
bright_mirrors_refresh_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
