/* Reading orders, as the API of the practice store does it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-call.h"

#include "bright-time.h"

#include <string.h>

#define MAXIMUM_ORDERS 250

typedef enum
{
  FILTER_MINIMUM,
  FILTER_MAXIMUM,
  FILTER_EQUAL,
  FILTER_TEXT,
} FilterKind;

typedef enum
{
  VALUE_INTEGER,
  VALUE_MONEY,
  VALUE_DATE,
} ValueKind;

typedef struct
{
  const char *name;
  gsize offset;
  FilterKind kind;
  ValueKind value_kind;
} FilterName;

#define AT(member) G_STRUCT_OFFSET (PracticeStoreOrder, member)

static const FilterName filter_names[] = {
  { "min_id", AT (id), FILTER_MINIMUM, VALUE_INTEGER },
  { "max_id", AT (id), FILTER_MAXIMUM, VALUE_INTEGER },
  { "min_total", AT (total.with_tax), FILTER_MINIMUM, VALUE_MONEY },
  { "max_total", AT (total.with_tax), FILTER_MAXIMUM, VALUE_MONEY },
  { "min_date_created", AT (date_created), FILTER_MINIMUM, VALUE_DATE },
  { "max_date_created", AT (date_created), FILTER_MAXIMUM, VALUE_DATE },
  { "min_date_modified", AT (date_modified), FILTER_MINIMUM, VALUE_DATE },
  { "max_date_modified", AT (date_modified), FILTER_MAXIMUM, VALUE_DATE },
  { "customer_id", AT (customer_id), FILTER_EQUAL, VALUE_INTEGER },
  { "status_id", AT (status_id), FILTER_EQUAL, VALUE_INTEGER },
  { "channel_id", AT (channel_id), FILTER_EQUAL, VALUE_INTEGER },
  { "email", AT (billing.parts[PRACTICE_EMAIL]), FILTER_TEXT, VALUE_INTEGER },
  { "payment_method", AT (payment_method), FILTER_TEXT, VALUE_INTEGER },
  { "external_order_id", AT (external_order_id), FILTER_TEXT, VALUE_INTEGER },
};

typedef struct
{
  const FilterName *name;
  const char *text;
  gint64 value;
} Filter;

static gboolean
read_value (ValueKind kind, const char *text, gint64 *value)
{
  switch (kind)
    {
    case VALUE_MONEY:
      return bright_money_parse (text, value, NULL);
    case VALUE_DATE:
      return bright_time_parse (text, value, NULL);
    default:
      return g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, value, NULL);
    }
}

/* %FALSE after an answer, if a filter has no sense. */
static gboolean
read_filters (PracticeCall *call, GArray *filters)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_names); i++)
    {
      Filter filter = { &filter_names[i], practice_call_query (call, filter_names[i].name), 0 };

      if (filter.text == NULL)
        continue;
      if (filter.name->kind != FILTER_TEXT
          && !read_value (filter.name->value_kind, filter.text, &filter.value))
        {
          practice_call_fail_format (call, 400, "The field '%s' is invalid.", filter.name->name);
          return FALSE;
        }
      if (call->store->knobs.bounds_exclusive && filter.name->value_kind == VALUE_DATE)
        filter.value += filter.name->kind == FILTER_MINIMUM ? 1 : -1;
      g_array_append_val (filters, filter);
    }
  return TRUE;
}

static gboolean
fits (const PracticeStoreOrder *order, const Filter *filter)
{
  gconstpointer at = (const guint8 *)order + filter->name->offset;

  switch (filter->name->kind)
    {
    case FILTER_MINIMUM:
      return *(const gint64 *)at >= filter->value;
    case FILTER_MAXIMUM:
      return *(const gint64 *)at <= filter->value;
    case FILTER_EQUAL:
      return *(const gint64 *)at == filter->value;
    default:
      {
        const char *text = *(char *const *)at;

        return text != NULL && g_ascii_strcasecmp (text, filter->text) == 0;
      }
    }
}

/* (transfer container) (nullable): %NULL after an answer. */
static GPtrArray *
filter_orders (PracticeCall *call)
{
  g_autoptr (GArray) filters = g_array_new (FALSE, FALSE, sizeof (Filter));
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const char *deleted = practice_call_query (call, "is_deleted");
  gboolean want_deleted = g_strcmp0 (deleted, "true") == 0;
  gboolean any = deleted == NULL && call->store->knobs.list_archived;

  if (!read_filters (call, filters))
    return NULL;
  for (guint i = 0; i < call->store->orders->len; i++)
    {
      PracticeStoreOrder *order = g_ptr_array_index (call->store->orders, i);
      gboolean passes = any || order->is_deleted == want_deleted;

      for (guint j = 0; passes && j < filters->len; j++)
        passes = fits (order, &g_array_index (filters, Filter, j));
      if (passes)
        g_ptr_array_add (found, order);
    }
  return g_steal_pointer (&found);
}

typedef struct
{
  gsize offset;
  gboolean descending;
} Sorting;

static gint
compare_orders (gconstpointer first, gconstpointer second, gpointer user_data)
{
  const Sorting *sorting = user_data;
  const guint8 *one = *(const guint8 *const *)first;
  const guint8 *other = *(const guint8 *const *)second;
  gint64 left = *(const gint64 *)(gconstpointer)(one + sorting->offset);
  gint64 right = *(const gint64 *)(gconstpointer)(other + sorting->offset);

  if (left == right)
    {
      left = ((const PracticeStoreOrder *)(gconstpointer)one)->id;
      right = ((const PracticeStoreOrder *)(gconstpointer)other)->id;
    }
  if (left == right)
    return 0;
  return (left < right) != sorting->descending ? -1 : 1;
}

static gboolean
read_sorting (PracticeCall *call, Sorting *sorting)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } names[] = {
    { "id", AT (id) },
    { "customer_id", AT (customer_id) },
    { "date_created", AT (date_created) },
    { "date_modified", AT (date_modified) },
    { "status_id", AT (status_id) },
    { "channel_id", AT (channel_id) },
    { "external_id", AT (id) },
  };
  const char *text = practice_call_query (call, "sort");
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "id", ":", 2);

  sorting->descending = g_strcmp0 (parts[0] != NULL ? parts[1] : NULL, "desc") == 0;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (parts[0], names[i].name) == 0)
      {
        sorting->offset = names[i].offset;
        return TRUE;
      }
  practice_call_fail (call, 400, "The field 'sort' is invalid.");
  return FALSE;
}

static JsonObject *
render_order (PracticeCall *call, gpointer item)
{
  return practice_store_render_order (item, practice_call_rendering (call));
}

static void
list_orders (PracticeCall *call)
{
  g_autoptr (GPtrArray) orders = NULL;
  Sorting sorting;

  if (!read_sorting (call, &sorting))
    return;
  orders = filter_orders (call);
  if (orders == NULL)
    return;
  if (sorting.offset != AT (id) || sorting.descending)
    g_ptr_array_sort_with_data (orders, compare_orders, &sorting);
  practice_call_answer_list (call, orders, render_order, MAXIMUM_ORDERS);
}

static void
get_order (PracticeCall *call)
{
  practice_call_answer_object (call, 200, render_order (call, call->order));
}

static void
count_orders (PracticeCall *call)
{
  g_autoptr (GPtrArray) orders = filter_orders (call);
  g_autofree gint64 *counts = NULL;
  JsonObject *answer;
  JsonArray *rows;
  const PracticeStatus *statuses;
  guint n_statuses;

  if (orders == NULL)
    return;
  statuses = practice_store_get_statuses (&n_statuses);
  counts = g_new0 (gint64, n_statuses);
  for (guint i = 0; i < orders->len; i++)
    counts[((PracticeStoreOrder *)g_ptr_array_index (orders, i))->status_id]++;

  rows = json_array_new ();
  for (guint i = 0; i < n_statuses; i++)
    {
      JsonObject *row = json_object_new ();

      json_object_set_int_member (row, "id", statuses[i].id);
      json_object_set_string_member (row, "name", statuses[i].name);
      json_object_set_string_member (row, "system_label", statuses[i].name);
      json_object_set_string_member (row, "custom_label", statuses[i].custom_label);
      json_object_set_string_member (row, "system_description", "");
      json_object_set_int_member (row, "count", counts[i]);
      json_object_set_int_member (row, "sort_order", statuses[i].position);
      json_array_add_object_element (rows, row);
    }
  answer = json_object_new ();
  json_object_set_array_member (answer, "statuses", rows);
  json_object_set_int_member (answer, "count", orders->len);
  practice_call_answer_object (call, 200, answer);
}

const PracticeRoute practice_bigcommerce_order_routes[] = {
  { "GET", "v2/orders", list_orders },
  { "GET", "v2/orders/count", count_orders },
  { "GET", "v2/orders/{order}", get_order },
  { NULL, NULL, NULL },
};
