/* How Brightpearl writes decimals, points in time and sets of ids.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-values.h"

#define MOST_DIGITS 17
#define HIGHEST_ID G_GINT64_CONSTANT (1000000000000)

static char *
decimal_source (JsonNode *node, guint scale)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    /* Two digits more than are wanted show whether there are too many, and no noise. */
    return g_strdup_printf ("%.*f", (int) scale + 2, json_node_get_double (node));
  return bright_json_read_text (node);
}

gboolean
practice_decimal_read (JsonNode *node, guint scale, gint64 *value)
{
  g_autofree char *text = decimal_source (node, scale);
  const char *cursor = text;
  gboolean negative;
  gint64 magnitude = 0;
  guint digits = 0;
  guint decimals = 0;

  if (text == NULL)
    return FALSE;
  negative = *cursor == '-';
  if (negative)
    cursor++;
  for (; g_ascii_isdigit (*cursor) && digits < MOST_DIGITS; cursor++, digits++)
    magnitude = magnitude * 10 + (*cursor - '0');
  if (digits == 0 || digits > MOST_DIGITS - scale)
    return FALSE;
  if (*cursor == '.')
    cursor++;
  for (; g_ascii_isdigit (*cursor); cursor++)
    {
      if (decimals == scale && *cursor != '0')
        return FALSE;
      if (decimals == scale)
        continue;
      magnitude = magnitude * 10 + (*cursor - '0');
      decimals++;
    }
  for (; decimals < scale; decimals++)
    magnitude *= 10;
  *value = negative ? -magnitude : magnitude;
  return *cursor == '\0';
}

char *
practice_decimal_text (gint64 value, guint scale, guint least)
{
  GString *text = g_string_new (NULL);
  guint64 magnitude = value < 0 ? -(guint64) value : (guint64) value;
  gsize length;

  g_string_printf (text, "%0*" G_GINT64_MODIFIER "u", (int) scale + 1, magnitude);
  length = text->len - scale;
  g_string_insert_c (text, (gssize) length, '.');
  while (text->len - length - 1 > least && text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (value < 0)
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

gint64
practice_decimal_scale (gint64 value, gint64 numerator, gint64 denominator)
{
  __int128 product = (__int128) value * numerator;
  __int128 half = denominator / 2;

  return (gint64) ((product < 0 ? product - half : product + half) / denominator);
}

gboolean
practice_time_is_date (const char *text)
{
  return strlen (text) == 10 && text[4] == '-' && text[7] == '-';
}

gboolean
practice_time_read (const char *text, GTimeZone *zone, gint64 *seconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *midnight = NULL;

  if (practice_time_is_date (text))
    {
      midnight = g_strconcat (text, "T00:00:00", NULL);
      moment = g_date_time_new_from_iso8601 (midnight, zone != NULL ? zone : utc);
    }
  else
    moment = g_date_time_new_from_iso8601 (text, utc);
  if (moment == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (moment);
  return TRUE;
}

char *
practice_time_text (gint64 seconds, GTimeZone *zone)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  return g_date_time_format (local, "%Y-%m-%dT%H:%M:%S.000%:z");
}

GArray *
practice_id_set_read (const char *text)
{
  g_autoptr (GArray) set = g_array_new (FALSE, FALSE, sizeof (PracticeRange));
  g_auto (GStrv) parts = g_strsplit_set (text, ",.", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      const char *dash = strchr (*part, '-');
      g_autofree char *first
          = dash == NULL ? g_strdup (*part) : g_strndup (*part, (gsize) (dash - *part));
      guint64 low;
      guint64 high;

      if (!g_ascii_string_to_unsigned (first, 10, 0, HIGHEST_ID, &low, NULL)
          || !g_ascii_string_to_unsigned (dash == NULL ? first : dash + 1, 10, 0, HIGHEST_ID, &high,
                                          NULL)
          || low > high)
        return NULL;
      g_array_append_val (set, ((PracticeRange){ (gint64) low, (gint64) high }));
    }
  return set->len > 0 ? g_steal_pointer (&set) : NULL;
}

gboolean
practice_id_set_contains (const GArray *set, gint64 id)
{
  for (guint i = 0; i < set->len; i++)
    {
      const PracticeRange *range = &g_array_index (set, PracticeRange, i);

      if (range->first <= id && id <= range->last)
        return TRUE;
    }
  return FALSE;
}

guint64
practice_id_set_size (const GArray *set)
{
  guint64 size = 0;

  for (guint i = 0; i < set->len; i++)
    {
      const PracticeRange *range = &g_array_index (set, PracticeRange, i);

      size += (guint64) (range->last - range->first) + 1;
    }
  return size;
}

char *
practice_id_set_text (const gint64 *ids, gsize n_ids)
{
  GString *text = g_string_new (NULL);
  gsize next;

  for (gsize i = 0; i < n_ids; i = next)
    {
      for (next = i + 1; next < n_ids && ids[next] == ids[next - 1] + 1;)
        next++;
      g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
      if (next > i + 1)
        g_string_append_printf (text, "-%" G_GINT64_FORMAT, ids[next - 1]);
    }
  return g_string_free (text, FALSE);
}

char *
practice_escape_json (const char *text)
{
  GString *escaped = g_string_sized_new (strlen (text) + 64);

  /* These characters stand in JSON only within strings. */
  while (*text != '\0')
    {
      gsize plain = strcspn (text, "=<>&'");

      g_string_append_len (escaped, text, (gssize) plain);
      text += plain;
      if (*text != '\0')
        g_string_append_printf (escaped, "\\u%04x", (guint) *text++);
    }
  return g_string_free (escaped, FALSE);
}

void
practice_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

void
practice_set_id (JsonObject *object, const char *name, gint64 id)
{
  if (id != 0)
    json_object_set_int_member (object, name, id);
}

void
practice_set_time (JsonObject *object, const char *name, gint64 seconds, GTimeZone *zone)
{
  g_autofree char *text = seconds != 0 ? practice_time_text (seconds, zone) : NULL;

  practice_set_text (object, name, text);
}

void
practice_set_decimal (JsonObject *object, const char *name, PracticeDecimal value, guint least)
{
  g_autofree char *text = practice_decimal_text (value, PRACTICE_DECIMAL_SCALE, least);

  json_object_set_string_member (object, name, text);
}

JsonNode *
practice_object_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
practice_array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

JsonNode *
practice_literal_node (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}
