/* Brightpearl's resource searches, for any table of columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A search looks at an index that may lag: a record is not found until the lag
 * has passed, and its last change does not show in updatedOn until then.
 */
#include "practice-brightpearl-search.h"

#define LARGEST_PAGE 500

typedef struct
{
  const PracticeColumn *column;
  gboolean descending;
} SortKey;

typedef struct
{
  PracticeAccount *account;
  const PracticeSearch *search;
  GArray *filters; /* (element-type PracticeFilter) */
  GPtrArray *columns; /* (element-type PracticeColumn) */
  GArray *sorting; /* (element-type SortKey) */
  guint first; /* from 0 */
  guint most;
  gboolean count_only;
} Query;

static void
query_clear (Query *query)
{
  g_array_unref (query->filters);
  g_ptr_array_unref (query->columns);
  g_array_unref (query->sorting);
}

static const PracticeColumn *
find_column (const PracticeSearch *search, const char *name)
{
  for (guint i = 0; i < search->n_columns; i++)
    if (strcmp (search->columns[i].name, name) == 0)
      return &search->columns[i];
  return NULL;
}

static void
read_columns (Query *query, const char *names, PracticeAnswer *answer)
{
  g_auto (GStrv) parts = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  for (guint i = 0; parts == NULL && i < query->search->n_columns; i++)
    if (!query->search->columns[i].filter_only)
      g_ptr_array_add (query->columns, (gpointer) &query->search->columns[i]);
  for (char **part = parts; part != NULL && *part != NULL; part++)
    {
      const PracticeColumn *column = find_column (query->search, *part);

      if (column == NULL || column->filter_only)
        practice_refuse (answer, 400, "CMNC-020", "There is no column named %s", *part);
      else
        g_ptr_array_add (query->columns, (gpointer) column);
    }
}

static void
read_sorting (Query *query, const char *text, PracticeAnswer *answer)
{
  const PracticeColumn *natural = &query->search->columns[query->search->natural];
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", ",", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      g_auto (GStrv) words = g_strsplit_set (*part, ".|", 2);
      SortKey key = { find_column (query->search, words[0]), FALSE };

      key.descending = words[1] != NULL && g_ascii_strcasecmp (words[1], "DESC") == 0;
      if (key.column == NULL || key.column->filter_only)
        practice_refuse (answer, 400, "CMNC-021", "Results cannot be sorted by %s", *part);
      else
        g_array_append_val (query->sorting, key);
    }
  if (query->sorting->len == 0)
    g_array_append_val (query->sorting, ((SortKey){ natural, FALSE }));
}

static void
read_filter (Query *query, const char *name, const char *value, PracticeAnswer *answer)
{
  static const char *const others[] = { "columns", "sort", "pageSize", "firstResult", "countOnly",
                                        NULL };
  const PracticeColumn *column = find_column (query->search, name);
  PracticeFilter filter = { 0 };

  if (g_strv_contains (others, name))
    return;
  if (column == NULL)
    {
      practice_refuse (answer, 400, "CMNC-022", "There is no filter named %s", name);
      return;
    }
  if (practice_filter_read (&filter, query->account, column, value))
    g_array_append_val (query->filters, filter);
  else
    {
      practice_filter_clear (&filter);
      practice_refuse (answer, 500, "CMNC-018", "Filter %s with value '%s' cannot be parsed as %s",
                       name, value, practice_column_type_name (column->type));
    }
}

static guint
read_number (GHashTable *parameters, const char *name, guint fallback, PracticeAnswer *answer)
{
  const char *text = g_hash_table_lookup (parameters, name);
  guint64 number = fallback;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT32, &number, NULL))
    practice_refuse (answer, 400, "CMNC-023", "%s must be a positive number", name);
  return (guint) number;
}

static void
read_query (Query *query, GHashTable *parameters, PracticeAnswer *answer)
{
  GHashTableIter iter;
  gpointer name;
  gpointer value;

  query->filters = g_array_new (FALSE, FALSE, sizeof (PracticeFilter));
  g_array_set_clear_func (query->filters, (GDestroyNotify) practice_filter_clear);
  query->columns = g_ptr_array_new ();
  query->sorting = g_array_new (FALSE, FALSE, sizeof (SortKey));
  read_columns (query, g_hash_table_lookup (parameters, "columns"), answer);
  read_sorting (query, g_hash_table_lookup (parameters, "sort"), answer);
  query->first = read_number (parameters, "firstResult", 1, answer) - 1;
  query->most = MIN (read_number (parameters, "pageSize", LARGEST_PAGE, answer), LARGEST_PAGE);
  query->count_only
      = g_strcmp0 (g_hash_table_lookup (parameters, "countOnly"), "true") == 0;
  g_hash_table_iter_init (&iter, parameters);
  while (g_hash_table_iter_next (&iter, &name, &value))
    read_filter (query, name, value, answer);
}

static gboolean
is_found (const Query *query, gconstpointer record)
{
  const PracticeRecord *head = record;

  if (!query->search->headless
      && (head->deleted || head->created_on > query->account->searchable_until))
    return FALSE;
  if (query->search->includes != NULL && !query->search->includes (record))
    return FALSE;
  for (guint i = 0; i < query->filters->len; i++)
    if (!practice_filter_matches (&g_array_index (query->filters, PracticeFilter, i),
                                  query->account, record))
      return FALSE;
  return TRUE;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Query *query = user_data;

  for (guint i = 0; i < query->sorting->len; i++)
    {
      const SortKey *key = &g_array_index (query->sorting, SortKey, i);
      PracticeCell one;
      PracticeCell other;
      int order;

      practice_cell_read (&one, query->account, *(gconstpointer *) a, key->column, 0);
      practice_cell_read (&other, query->account, *(gconstpointer *) b, key->column, 0);
      order = one.text != NULL || other.text != NULL
                  ? g_strcmp0 (one.text, other.text)
                  : (one.number > other.number) - (one.number < other.number);
      if (order != 0)
        return key->descending ? -order : order;
    }
  return 0;
}

static void
add_cell (JsonArray *row, const Query *query, gconstpointer record, const PracticeColumn *column)
{
  PracticeCell cell;

  practice_cell_read (&cell, query->account, record, column, 0);
  if (cell.is_null)
    json_array_add_null_element (row);
  else if (cell.text != NULL)
    json_array_add_string_element (row, cell.text);
  else if (column->type == PRACTICE_COLUMN_BOOLEAN)
    json_array_add_boolean_element (row, cell.number != 0);
  else if (column->type == PRACTICE_COLUMN_PERIOD)
    {
      g_autofree char *text = practice_time_text (cell.number, query->account->zone);

      json_array_add_string_element (row, text);
    }
  else
    json_array_add_int_element (row, cell.number);
}

/* Adds the name of the id that @record has in @column to those that explain the page. */
static void
add_reference (JsonObject *references,
               const Query *query,
               gconstpointer record,
               const PracticeColumn *column)
{
  PracticeCell cell;
  JsonObject *names;
  JsonObject *entry;
  char id[24];

  practice_cell_read (&cell, query->account, record, column, 0);
  g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, cell.number);
  entry = practice_reference_find (query->account, column->reference_list, id);
  if (entry == NULL)
    return;
  if (!json_object_has_member (references, column->reference))
    json_object_set_object_member (references, column->reference, json_object_new ());
  names = json_object_get_object_member (references, column->reference);
  if (!json_object_has_member (names, id))
    json_object_set_string_member (
        names, id,
        json_object_get_string_member_with_default (
            entry, "name",
            json_object_get_string_member_with_default (entry, "description", "")));
}

static JsonObject *
describe_column (const PracticeColumn *column)
{
  JsonObject *object = json_object_new ();
  JsonArray *references = json_array_new ();

  if (column->reference != NULL)
    json_array_add_string_element (references, column->reference);
  json_object_set_string_member (object, "name", column->name);
  json_object_set_boolean_member (object, "sortable", !column->filter_only);
  json_object_set_boolean_member (object, "filterable", TRUE);
  json_object_set_string_member (object, "reportDataType",
                                 practice_column_type_name (column->type));
  json_object_set_array_member (object, "referenceData", references);
  json_object_set_boolean_member (object, "isFreeTextSearchable", FALSE);
  json_object_set_boolean_member (object, "required", FALSE);
  return object;
}

static JsonObject *
describe (const Query *query, guint found, guint returned)
{
  JsonObject *data = json_object_new ();
  JsonArray *columns = json_array_new ();
  JsonArray *sorting = json_array_new ();

  json_object_set_boolean_member (data, "morePagesAvailable", query->first + returned < found);
  json_object_set_int_member (data, "resultsAvailable", found);
  json_object_set_int_member (data, "resultsReturned", returned);
  if (returned > 0)
    {
      json_object_set_int_member (data, "firstResult", query->first + 1);
      json_object_set_int_member (data, "lastResult", query->first + returned);
    }
  for (guint i = 0; i < query->columns->len; i++)
    json_array_add_object_element (columns, describe_column (query->columns->pdata[i]));
  for (guint i = 0; i < query->sorting->len; i++)
    {
      const SortKey *key = &g_array_index (query->sorting, SortKey, i);
      JsonObject *object = json_object_new ();

      json_object_set_object_member (object, "filterable", describe_column (key->column));
      json_object_set_string_member (object, "direction", key->descending ? "DESC" : "ASC");
      json_array_add_object_element (sorting, object);
    }
  json_object_set_array_member (data, "columns", columns);
  json_object_set_array_member (data, "sorting", sorting);
  return data;
}

static JsonArray *
make_row (const Query *query, gconstpointer record, JsonObject *references)
{
  JsonArray *row = json_array_new ();

  for (guint i = 0; i < query->columns->len; i++)
    {
      const PracticeColumn *column = query->columns->pdata[i];

      add_cell (row, query, record, column);
      if (column->reference != NULL)
        add_reference (references, query, record, column);
    }
  return row;
}

static void
run_query (Query *query, GPtrArray *records, PracticeAnswer *answer)
{
  const SortKey *key = &g_array_index (query->sorting, SortKey, 0);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  JsonArray *results = json_array_new ();
  JsonObject *references = json_object_new ();
  JsonObject *response = json_object_new ();
  guint returned = 0;

  for (guint i = 0; i < records->len; i++)
    if (is_found (query, records->pdata[i]))
      g_ptr_array_add (found, records->pdata[i]);
  if (key->descending || key->column != &query->search->columns[query->search->natural])
    g_ptr_array_sort_with_data (found, compare_records, query);
  if (!query->count_only && query->first < found->len)
    returned = MIN (query->most, found->len - query->first);
  for (guint i = 0; i < returned; i++)
    json_array_add_array_element (results,
                                  make_row (query, found->pdata[query->first + i], references));
  json_object_set_array_member (response, "results", results);
  json_object_set_object_member (response, "metaData", describe (query, found->len, returned));
  practice_respond (answer, practice_object_node (response));
  json_object_set_object_member (json_node_get_object (answer->body), "reference", references);
}

static void
answer_meta_data (const PracticeSearch *search, PracticeAnswer *answer)
{
  JsonObject *response = json_object_new ();
  JsonArray *columns = json_array_new ();
  JsonArray *filters = json_array_new ();

  for (guint i = 0; i < search->n_columns; i++)
    json_array_add_object_element (search->columns[i].filter_only ? filters : columns,
                                   describe_column (&search->columns[i]));
  json_object_set_array_member (response, "columns", columns);
  json_object_set_array_member (response, "filters", filters);
  practice_respond (answer, practice_object_node (response));
}

void
practice_search (PracticeWorld *world,
                 const PracticeSearch *search,
                 GPtrArray *records,
                 const PracticeRequest *request,
                 PracticeAnswer *answer)
{
  Query query = { world->account, search };
  const char *last = request->segments[request->n_segments - 1];

  if (strcmp (last, "meta-data") == 0)
    {
      answer_meta_data (search, answer);
      return;
    }
  if (!g_str_has_suffix (last, "-search"))
    {
      practice_refuse (answer, 404, "CMNC-404", "The requested URI was not found");
      return;
    }
  world->account->searchable_until = practice_now (world) - world->account->search_lag;
  read_query (&query, request->query, answer);
  if (!practice_is_refused (answer))
    run_query (&query, records, answer);
  query_clear (&query);
}
