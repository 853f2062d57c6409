/* Brightpearl's OPTIONS: paths that cover what exists in the fewest calls.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

#define IDS_PER_PATH 200
#define MOST_IDS 1000000

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *)a;
  gint64 other = *(const gint64 *)b;

  return (one > other) - (one < other);
}

/* (transfer full): ids of records, sorted. */
static GArray *
sorted_ids (GPtrArray *records)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, ((PracticeRecord *) records->pdata[i])->id);
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
answer_paths (const char *resource, const GArray *ids, PracticeAnswer *answer)
{
  JsonObject *response = json_object_new ();
  JsonArray *paths = json_array_new ();

  for (guint i = 0; i < ids->len; i += IDS_PER_PATH)
    {
      g_autofree char *set = practice_id_set_text (&g_array_index (ids, gint64, i),
                                                   MIN (IDS_PER_PATH, ids->len - i));
      g_autofree char *path = g_strdup_printf ("/%s/%s", resource, set);

      json_array_add_string_element (paths, path);
    }
  json_object_set_array_member (response, "getUris", paths);
  practice_respond (answer, practice_object_node (response));
}

static void
answer_options (PracticeWorld *world,
                const PracticeTable *table,
                gint64 type_id,
                const PracticeRequest *request,
                PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) records
      = practice_select (world, table, practice_segment (request, 2), MOST_IDS, answer);
  g_autoptr (GArray) ids = NULL;

  if (records == NULL)
    return;
  for (guint i = records->len; type_id != 0 && i > 0; i--)
    if (((PracticeOrder *) records->pdata[i - 1])->type_id != type_id)
      g_ptr_array_remove_index_fast (records, i - 1);
  ids = sorted_ids (records);
  answer_paths (request->segments[1], ids, answer);
}

void
practice_options_orders (PracticeWorld *world,
                         const PracticeRequest *request,
                         PracticeAnswer *answer)
{
  gboolean only_sales = strcmp (request->segments[1], "sales-order") == 0;

  answer_options (world, &world->account->orders, only_sales ? PRACTICE_SALES_ORDER : 0, request,
                  answer);
}

void
practice_options_products (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  answer_options (world, &world->account->products, 0, request, answer);
}

void
practice_options_contacts (PracticeWorld *world,
                           const PracticeRequest *request,
                           PracticeAnswer *answer)
{
  answer_options (world, &world->account->contacts, 0, request, answer);
}
