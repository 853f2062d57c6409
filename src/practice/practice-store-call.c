/* One request to the BigCommerce half of the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include <string.h>

#define DEFAULT_LIMIT 50

static gboolean
is_version_2 (PracticeCall *call)
{
  return call->request->n_segments > 0 && strcmp (call->request->segments[0], "v2") == 0;
}

static gboolean
read_number (const char *text, gint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT64, (guint64 *)number, NULL);
}

/* Fits one piece of a route's path to one segment. */
static gboolean
fit_piece (PracticeCall *call, const char *piece, gsize length, const char *segment)
{
  gint64 number;

  if (piece[0] != '{')
    return strlen (segment) == length && strncmp (piece, segment, length) == 0;
  if (!read_number (segment, &number))
    return FALSE;
  if (piece[1] == 'o')
    {
      /* An id that no order has: the handler is not reached, see dispatch. */
      call->order = practice_store_find_order (call->store, number);
      return TRUE;
    }
  call->id = number;
  return TRUE;
}

static gboolean
fit_path (PracticeCall *call, const char *path)
{
  guint segment = 0;

  call->order = NULL;
  call->id = 0;
  for (const char *piece = path; piece != NULL; segment++)
    {
      const char *slash = strchr (piece, '/');
      gsize length = slash != NULL ? (gsize)(slash - piece) : strlen (piece);

      if (segment >= call->request->n_segments
          || !fit_piece (call, piece, length, call->request->segments[segment]))
        return FALSE;
      piece = slash != NULL ? slash + 1 : NULL;
    }
  return segment == call->request->n_segments;
}

static void
run (PracticeCall *call, const PracticeRoute *route)
{
  gboolean is_part = strstr (route->path, "{order}/") != NULL && is_version_2 (call);

  if (strstr (route->path, "{order}") != NULL
      && (call->order == NULL || (is_part && call->order->is_deleted)))
    practice_call_fail (call, 404, "The requested resource was not found.");
  else
    route->handler (call);
}

gboolean
practice_call_dispatch (PracticeCall *call, const PracticeRoute *const *tables)
{
  gboolean path_is_known = FALSE;

  for (; *tables != NULL; tables++)
    for (const PracticeRoute *route = *tables; route->method != NULL; route++)
      {
        if (!fit_path (call, route->path))
          continue;
        path_is_known = TRUE;
        if (strcmp (route->method, call->request->method) == 0)
          {
            run (call, route);
            return TRUE;
          }
      }
  if (path_is_known)
    practice_call_fail (call, 405, "The method is not supported for this resource.");
  return path_is_known;
}

void
practice_call_answer_object (PracticeCall *call, guint status, JsonObject *object)
{
  call->answer->status = status;
  call->answer->body = practice_store_object_node (object);
}

void
practice_call_answer_array (PracticeCall *call, guint status, JsonArray *array)
{
  call->answer->status = status;
  call->answer->body = practice_store_array_node (array);
}

void
practice_call_answer_nothing (PracticeCall *call)
{
  call->answer->status = 204;
  call->answer->body = NULL;
}

void
practice_call_answer_data (PracticeCall *call, guint status, JsonObject *data)
{
  JsonObject *object = json_object_new ();

  json_object_set_object_member (object, "data", data);
  json_object_set_object_member (object, "meta", json_object_new ());
  practice_call_answer_object (call, status, object);
}

void
practice_call_fail (PracticeCall *call, guint status, const char *message)
{
  JsonObject *object = json_object_new ();
  JsonArray *array;

  json_object_set_int_member (object, "status", status);
  if (is_version_2 (call))
    {
      json_object_set_string_member (object, "message", message);
      array = json_array_new ();
      json_array_add_object_element (array, object);
      practice_call_answer_array (call, status, array);
      return;
    }
  json_object_set_string_member (object, "title", message);
  json_object_set_string_member (
      object, "type",
      "https://developer.bigcommerce.com/api-docs/getting-started/api-status-codes");
  json_object_set_object_member (object, "errors", json_object_new ());
  practice_call_answer_object (call, status, object);
  if (call->request->n_segments > 1 && strcmp (call->request->segments[1], "inventory") == 0)
    call->answer->content_type = "application/problem+json";
}

void
practice_call_fail_format (PracticeCall *call, guint status, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  practice_call_fail (call, status, message);
}

const char *
practice_call_query (PracticeCall *call, const char *name)
{
  return g_hash_table_lookup (call->request->query, name);
}

gint64
practice_call_query_integer (PracticeCall *call, const char *name, gint64 fallback)
{
  const char *text = practice_call_query (call, name);
  gint64 number;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, 0, G_MAXINT64, &number, NULL))
    return fallback;
  return number;
}

GHashTable *
practice_call_query_set (PracticeCall *call, const char *name)
{
  const char *text = practice_call_query (call, name);
  GHashTable *set;
  g_auto (GStrv) words = NULL;

  if (text == NULL)
    return NULL;
  set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words = g_strsplit (text, ",", -1);
  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, g_utf8_strdown (g_strstrip (words[i]), -1));
  return set;
}

gboolean
practice_call_set_allows (GHashTable *set, const char *text)
{
  g_autofree char *key = NULL;

  if (set == NULL)
    return TRUE;
  key = g_utf8_strdown (text != NULL ? text : "", -1);
  return g_hash_table_contains (set, g_strstrip (key));
}

gboolean
practice_call_set_allows_id (GHashTable *set, gint64 id)
{
  char text[32];

  if (set == NULL)
    return TRUE;
  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, id);
  return g_hash_table_contains (set, text);
}

gboolean
practice_call_page (PracticeCall *call, guint total, guint maximum, PracticePage *page)
{
  gint64 limit = practice_call_query_integer (call, "limit", DEFAULT_LIMIT);
  gint64 number = practice_call_query_integer (call, "page", 1);

  if (limit > maximum && is_version_2 (call) && !call->store->knobs.clamp_limit)
    {
      practice_call_fail_format (call, 413, "The limit must not be above %u.", maximum);
      return FALSE;
    }
  page->total = total;
  page->limit = (guint)CLAMP (limit, 1, (gint64)maximum);
  page->page = (guint)CLAMP (number, 1, 1000000);
  page->first = MIN (total, (page->page - 1) * page->limit);
  page->count = MIN (page->limit, total - page->first);
  return TRUE;
}

static JsonObject *
render_links (const PracticePage *page, guint n_pages)
{
  JsonObject *links = json_object_new ();
  const struct
  {
    const char *name;
    guint page;
  } rows[]
      = { { "previous", page->page - 1 }, { "current", page->page }, { "next", page->page + 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].page >= 1 && (rows[i].page <= n_pages || rows[i].page == page->page))
      {
        g_autofree char *link = g_strdup_printf ("?page=%u&limit=%u", rows[i].page, page->limit);

        json_object_set_string_member (links, rows[i].name, link);
      }
  return links;
}

static JsonObject *
render_pagination (const PracticePage *page)
{
  JsonObject *object = json_object_new ();
  guint n_pages = (page->total + page->limit - 1) / page->limit;

  json_object_set_int_member (object, "total", page->total);
  json_object_set_int_member (object, "count", page->count);
  json_object_set_int_member (object, "per_page", page->limit);
  json_object_set_int_member (object, "current_page", page->page);
  json_object_set_int_member (object, "total_pages", n_pages);
  json_object_set_object_member (object, "links", render_links (page, n_pages));
  return object;
}

void
practice_call_answer_list (PracticeCall *call,
                           GPtrArray *items,
                           PracticeRender render,
                           guint maximum)
{
  JsonObject *answer;
  JsonObject *meta;
  JsonArray *data;
  PracticePage page;

  if (!practice_call_page (call, items->len, maximum, &page))
    return;
  if (page.count == 0 && is_version_2 (call))
    {
      practice_call_answer_nothing (call);
      return;
    }
  data = json_array_sized_new (page.count);
  for (guint i = page.first; i < page.first + page.count; i++)
    json_array_add_object_element (data, render (call, g_ptr_array_index (items, i)));
  if (is_version_2 (call))
    {
      practice_call_answer_array (call, 200, data);
      return;
    }
  answer = json_object_new ();
  meta = json_object_new ();
  json_object_set_object_member (meta, "pagination", render_pagination (&page));
  json_object_set_array_member (answer, "data", data);
  json_object_set_object_member (answer, "meta", meta);
  practice_call_answer_object (call, 200, answer);
}

void
practice_call_choose_fields (PracticeCall *call, JsonObject *object)
{
  g_autoptr (GHashTable) included = practice_call_query_set (call, "include_fields");
  g_autoptr (GHashTable) excluded = practice_call_query_set (call, "exclude_fields");
  g_autoptr (GList) names = NULL;

  if (included == NULL && excluded == NULL)
    return;
  names = json_object_get_members (object);
  for (GList *name = names; name != NULL; name = name->next)
    if (strcmp (name->data, "id") != 0
        && (!practice_call_set_allows (included, name->data)
            || (excluded != NULL && practice_call_set_allows (excluded, name->data))))
      json_object_remove_member (object, name->data);
}

guint
practice_call_rendering (PracticeCall *call)
{
  g_autoptr (GHashTable) include = practice_call_query_set (call, "include");
  const char *structure = practice_call_query (call, "consignment_structure");
  guint rendering = 0;

  if (include != NULL && g_hash_table_contains (include, "consignments"))
    rendering |= PRACTICE_INCLUDE_CONSIGNMENTS;
  if (include != NULL && g_hash_table_contains (include, "consignments.line_items"))
    rendering |= PRACTICE_INCLUDE_CONSIGNMENTS | PRACTICE_INCLUDE_LINES;
  if (include != NULL && g_hash_table_contains (include, "fees"))
    rendering |= PRACTICE_INCLUDE_FEES;
  if (g_strcmp0 (structure, "object") == 0)
    rendering |= PRACTICE_CONSIGNMENTS_AS_OBJECT;
  if (call->store->knobs.decimals_as_numbers)
    rendering |= PRACTICE_DECIMALS_AS_NUMBERS;
  if (call->store->knobs.fill_refunded_amount)
    rendering |= PRACTICE_WITH_REFUNDED_AMOUNT;
  return rendering;
}
