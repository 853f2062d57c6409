/* Filters of Brightpearl's searches, and the cells that they look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-search.h"

#define SECONDS_PER_DAY 86400

static const char *const type_names[]
    = { "IDSET", "INTEGER", "STRING", "STRING_SET", "SEARCH_STRING", "BOOLEAN", "PERIOD" };

void
practice_filter_clear (PracticeFilter *filter)
{
  g_clear_pointer (&filter->ids, g_array_unref);
  g_clear_pointer (&filter->texts, g_hash_table_unref);
  g_clear_pointer (&filter->text, g_free);
}

static gboolean
read_boundary (const char *text, PracticeAccount *account, gboolean is_end, gint64 *boundary)
{
  if (!practice_time_read (text, account->zone, boundary))
    return FALSE;
  if (is_end && practice_time_is_date (text))
    *boundary += SECONDS_PER_DAY - 1;
  return TRUE;
}

/* `a`, `a/`, `/b` or `a/b`. */
static gboolean
read_period (PracticeFilter *filter, PracticeAccount *account, const char *value)
{
  const char *slash = strchr (value, '/');
  g_autofree char *start = NULL;

  if (slash == NULL)
    return read_boundary (value, account, FALSE, &filter->low)
           && read_boundary (value, account, TRUE, &filter->high);
  start = g_strndup (value, (gsize) (slash - value));
  filter->low = G_MININT64;
  filter->high = G_MAXINT64;
  if (start[0] == '\0' && slash[1] == '\0')
    return FALSE;
  return (start[0] == '\0' || read_boundary (start, account, FALSE, &filter->low))
         && (slash[1] == '\0' || read_boundary (slash + 1, account, TRUE, &filter->high));
}

static void
read_texts (PracticeFilter *filter, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ",", -1);

  filter->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (char **part = parts; *part != NULL; part++)
    g_hash_table_add (filter->texts, g_strdup (*part));
}

gboolean
practice_filter_read (PracticeFilter *filter,
                      PracticeAccount *account,
                      const PracticeColumn *column,
                      const char *value)
{
  filter->column = column;
  switch (column->type)
    {
    case PRACTICE_COLUMN_IDSET:
      filter->ids = practice_id_set_read (value);
      return filter->ids != NULL;
    case PRACTICE_COLUMN_INTEGER:
      return g_ascii_string_to_signed (value, 10, G_MININT64, G_MAXINT64, &filter->low, NULL);
    case PRACTICE_COLUMN_STRING_SET:
      read_texts (filter, value);
      return TRUE;
    case PRACTICE_COLUMN_STRING:
    case PRACTICE_COLUMN_SEARCH_STRING:
      filter->text = g_strdup (value);
      return TRUE;
    case PRACTICE_COLUMN_BOOLEAN:
      filter->low = strcmp (value, "true") == 0;
      return filter->low || strcmp (value, "false") == 0;
    case PRACTICE_COLUMN_PERIOD:
      return read_period (filter, account, value);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
cell_matches (const PracticeFilter *filter, const PracticeCell *cell)
{
  switch (filter->column->type)
    {
    case PRACTICE_COLUMN_IDSET:
      return practice_id_set_contains (filter->ids, cell->number);
    case PRACTICE_COLUMN_INTEGER:
    case PRACTICE_COLUMN_BOOLEAN:
      return cell->number == filter->low;
    case PRACTICE_COLUMN_STRING:
      return strcmp (cell->text, filter->text) == 0;
    case PRACTICE_COLUMN_STRING_SET:
      return g_hash_table_contains (filter->texts, cell->text);
    case PRACTICE_COLUMN_SEARCH_STRING:
      return strcasestr (cell->text, filter->text) != NULL;
    case PRACTICE_COLUMN_PERIOD:
      return filter->low <= cell->number && cell->number <= filter->high;
    default:
      g_assert_not_reached ();
    }
}

gboolean
practice_filter_matches (const PracticeFilter *filter,
                         PracticeAccount *account,
                         gconstpointer record)
{
  PracticeCell cell;
  guint alternative = 0;

  do
    {
      practice_cell_read (&cell, account, record, filter->column, alternative++);
      if (cell.is_null)
        return FALSE;
      if (cell_matches (filter, &cell))
        return TRUE;
    }
  while (filter->column->several);
  return FALSE;
}

static gboolean
holds_text (PracticeColumnType type)
{
  return type == PRACTICE_COLUMN_STRING || type == PRACTICE_COLUMN_STRING_SET
         || type == PRACTICE_COLUMN_SEARCH_STRING;
}

void
practice_cell_read (PracticeCell *cell,
                    PracticeAccount *account,
                    gconstpointer record,
                    const PracticeColumn *column,
                    guint alternative)
{
  gconstpointer member = (const char *) record + column->offset;

  cell->is_null = FALSE;
  cell->number = 0;
  cell->text = NULL;
  if (column->read != NULL)
    column->read (account, record, column, alternative, cell);
  else if (holds_text (column->type))
    cell->text = *(char *const *) member;
  else if (column->type == PRACTICE_COLUMN_BOOLEAN)
    cell->number = *(const gboolean *) member;
  else
    cell->number = *(const gint64 *)member;
  if (holds_text (column->type))
    cell->is_null = cell->text == NULL;
  else if (column->zero_is_null || column->type == PRACTICE_COLUMN_PERIOD)
    cell->is_null = cell->is_null || cell->number == 0;
}

void
practice_read_json_cell (PracticeAccount *account,
                         gconstpointer record,
                         const PracticeColumn *column,
                         guint alternative,
                         PracticeCell *cell)
{
  JsonNode *node = json_object_get_member ((JsonObject *) record, column->name);

  cell->is_null = node == NULL || !JSON_NODE_HOLDS_VALUE (node);
  if (cell->is_null)
    return;
  if (holds_text (column->type))
    cell->text = json_node_get_string (node);
  else if (column->type == PRACTICE_COLUMN_BOOLEAN)
    cell->number = json_node_get_boolean (node);
  else
    cell->number = json_node_get_int (node);
}

void
practice_read_updated_on (PracticeAccount *account,
                          gconstpointer record,
                          const PracticeColumn *column,
                          guint alternative,
                          PracticeCell *cell)
{
  const PracticeRecord *head = record;

  cell->number = head->changed_at > account->searchable_until ? head->seen_updated_on
                                                              : head->updated_on;
}

void
practice_read_nothing (PracticeAccount *account,
                       gconstpointer record,
                       const PracticeColumn *column,
                       guint alternative,
                       PracticeCell *cell)
{
  cell->is_null = TRUE;
}

const char *
practice_column_type_name (PracticeColumnType type)
{
  return type_names[type];
}
