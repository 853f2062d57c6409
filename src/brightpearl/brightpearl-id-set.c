/* Sets of ids, as they stand in paths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-client-private.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static gboolean
is_ascending (const GArray *ids)
{
  for (guint i = 1; i < ids->len; i++)
    if (g_array_index (ids, gint64, i - 1) >= g_array_index (ids, gint64, i))
      return FALSE;
  return TRUE;
}

GArray *
brightpearl_sort_ids (GArray *ids)
{
  GArray *sorted = g_array_copy (ids);
  guint kept = 0;

  g_array_sort (sorted, compare);
  for (guint i = 0; i < sorted->len; i++)
    if (kept == 0
        || g_array_index (sorted, gint64, kept - 1) != g_array_index (sorted, gint64, i))
      g_array_index (sorted, gint64, kept++) = g_array_index (sorted, gint64, i);
  g_array_set_size (sorted, kept);
  return sorted;
}

char *
brightpearl_format_id_set (GArray *ids, guint offset, guint count)
{
  g_autoptr (GArray) sorted = NULL;
  GString *text = g_string_new (NULL);
  guint end;

  g_return_val_if_fail (ids != NULL, g_string_free (text, FALSE));

  sorted = is_ascending (ids) ? g_array_ref (ids) : brightpearl_sort_ids (ids);
  end = offset < sorted->len ? offset + MIN (count, sorted->len - offset) : offset;
  for (guint i = offset; i < end;)
    {
      gint64 first = g_array_index (sorted, gint64, i);
      gint64 last = first;

      for (i++; i < end && g_array_index (sorted, gint64, i) - 1 == last; i++)
        last++;
      if (text->len > 0)
        g_string_append_c (text, ',');
      g_string_append_printf (text, "%" G_GINT64_FORMAT, first);
      if (last > first)
        g_string_append_printf (text, "-%" G_GINT64_FORMAT, last);
    }
  return g_string_free (text, FALSE);
}
