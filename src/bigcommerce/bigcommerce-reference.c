/* BigCommerce's reference data: the choices that the settings offer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A kind is a path and the places where its rows keep what is wanted. Only
 * shipping methods need two steps, for they hang on zones.
 */
#include "bigcommerce-client-private.h"

#include "bigcommerce-ask.h"
#include "bright-error.h"

#define ZONES_PATH "/v2/shipping/zones"

typedef struct
{
  const char *name;
  const char *path;
  gboolean is_paged; /* V3: rows in `data`, with the number of pages beside them */
  gboolean is_optional; /* its scope is one that the program can do without */
  const char *id; /* members of a row; several are tried in turn, parted by | */
  const char *code;
  const char *label;
  const char *detail;
  const char *detail_word; /* (nullable): stands for a detail that is true */
  const char *inactive; /* the member that tells it, and its value then */
  const char *inactive_values; /* parted by | */
} Kind;

static const Kind kinds[] = {
  { .name = "order-status",
    .path = "/v2/order_statuses",
    .id = "id",
    .label = "custom_label|name",
    .detail = "system_label|name" },
  { .name = "payment-method",
    .path = "/v2/payments/methods",
    .is_optional = TRUE,
    .code = "code",
    .label = "name" },
  { .name = "shipping-method",
    .path = ZONES_PATH,
    .id = "id",
    .label = "name",
    .inactive = "enabled",
    .inactive_values = "false" },
  { .name = "channel",
    .path = "/v3/channels?limit=250",
    .is_paged = TRUE,
    .id = "id",
    .label = "name",
    .detail = "type",
    .inactive = "status",
    .inactive_values = "inactive|disconnected|archived|deleted|terminated" },
  { .name = "currency",
    .path = "/v2/currencies",
    .id = "id",
    .code = "currency_code",
    .label = "name",
    .detail = "is_default",
    .detail_word = "default",
    .inactive = "enabled",
    .inactive_values = "false" },
  { .name = "location",
    .path = "/v3/inventory/locations?limit=1000",
    .is_paged = TRUE,
    .id = "id",
    .code = "code",
    .label = "label",
    .detail = "type_id",
    .inactive = "enabled",
    .inactive_values = "false" },
};

typedef struct
{
  const Kind *kind;
  GPtrArray *items; /* (element-type BrightReferenceItem) */
  guint page;
  GPtrArray *zones; /* (element-type BrightReferenceItem) (nullable) */
  guint next_zone;
} Loading;

/* What one answer gave. */
typedef struct
{
  GPtrArray *items;
  gboolean more;
} ReferencePage;

static void read_zone (GTask *task);
static void read_reference_page (GTask *task);

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->items, g_ptr_array_unref);
  g_clear_pointer (&loading->zones, g_ptr_array_unref);
  g_free (loading);
}

static void
reference_page_free (ReferencePage *page)
{
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

/* The text of the first of several members that has any; "" without one. */
static char *
pick (JsonNode *row, const char *names)
{
  g_auto (GStrv) choices = g_strsplit (names != NULL ? names : "", "|", -1);

  for (char **choice = choices; *choice != NULL; choice++)
    {
      JsonNode *node = bright_json_get (row, *choice);
      g_autofree char *text = node != NULL ? bright_json_read_text (node) : NULL;

      if (text != NULL && text[0] != '\0')
        return g_steal_pointer (&text);
    }
  return g_strdup ("");
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static BrightReferenceItem *
read_item (JsonNode *row, const Kind *kind)
{
  BrightReferenceItem *item = bright_record_new (&bright_reference_item_type);
  g_autofree char *state = pick (row, kind->inactive);
  g_auto (GStrv) inactive_values
      = g_strsplit (kind->inactive_values != NULL ? kind->inactive_values : "", "|", -1);

  item->id = kind->id != NULL ? bright_json_get_integer (row, kind->id, 0) : 0;
  set_text (&item->code, pick (row, kind->code));
  set_text (&item->name, pick (row, kind->label));
  set_text (&item->detail, pick (row, kind->detail));
  if (kind->detail_word != NULL)
    set_text (&item->detail,
              g_strdup (g_str_equal (item->detail, "true") ? kind->detail_word : ""));
  item->is_inactive = state[0] != '\0'
                      && g_strv_contains ((const char *const *) inactive_values, state);
  return item;
}

static gpointer
read_page (JsonNode *answer, gconstpointer data, GError **error)
{
  const Kind *kind = data;
  JsonArray *rows = bright_json_get_array (answer, kind->is_paged ? "data" : NULL);
  gint64 n_pages = bright_json_get_integer (answer, "meta/pagination/total_pages", 1);
  gint64 page_number = bright_json_get_integer (answer, "meta/pagination/current_page", 1);
  ReferencePage *page;

  if (rows == NULL && !JSON_NODE_HOLDS_NULL (answer))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a list (%s)",
                   kind->name);
      return NULL;
    }
  page = g_new0 (ReferencePage, 1);
  page->items = bright_record_list_new (&bright_reference_item_type);
  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++)
    g_ptr_array_add (page->items, read_item (json_array_get_element (rows, i), kind));
  page->more = kind->is_paged && page->items->len > 0 && page_number < n_pages;
  return page;
}

static void
ask (GTask *task, const char *path, GAsyncReadyCallback callback)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  const Loading *loading = g_task_get_task_data (task);

  bigcommerce_client_ask_async (self,
                                &(BigcommerceQuestion){
                                    .path = path,
                                    .reader = read_page,
                                    .data = loading->kind,
                                    .free_result = (GDestroyNotify) reference_page_free,
                                },
                                g_task_get_cancellable (task), callback, task);
}

static void
return_items (GTask *task, Loading *loading)
{
  g_task_return_pointer (task, g_steal_pointer (&loading->items),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
on_zone (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  const BrightReferenceItem *zone = loading->zones->pdata[loading->next_zone - 1];
  GError *error = NULL;
  ReferencePage *page;

  page = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  for (guint i = 0; i < page->items->len; i++)
    {
      BrightReferenceItem *item = page->items->pdata[i];

      set_text (&item->detail, g_strdup (zone->name));
      item->is_inactive = item->is_inactive || zone->is_inactive;
    }
  g_ptr_array_extend_and_steal (loading->items, g_steal_pointer (&page->items));
  reference_page_free (page);
  read_zone (g_steal_pointer (&task));
}

/* Takes @task. */
static void
read_zone (GTask *task)
{
  Loading *loading = g_task_get_task_data (task);
  g_autofree char *path = NULL;
  const BrightReferenceItem *zone;

  if (loading->next_zone >= loading->zones->len)
    {
      return_items (task, loading);
      g_object_unref (task);
      return;
    }
  zone = loading->zones->pdata[loading->next_zone++];
  path = g_strdup_printf (ZONES_PATH "/%" G_GINT64_FORMAT "/methods", zone->id);
  ask (task, path, on_zone);
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gboolean more;
  ReferencePage *page;

  page = bigcommerce_client_ask_finish (BIGCOMMERCE_CLIENT (source), result, NULL, &error);
  if (page == NULL)
    {
      if (loading->kind->is_optional
          && g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING))
        return_items (task, loading);
      else
        g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  more = page->more;
  g_ptr_array_extend_and_steal (loading->items, g_steal_pointer (&page->items));
  reference_page_free (page);
  if (more)
    {
      loading->page++;
      read_reference_page (g_steal_pointer (&task));
    }
  else if (g_str_equal (loading->kind->path, ZONES_PATH))
    {
      loading->zones = g_steal_pointer (&loading->items);
      loading->items = bright_record_list_new (&bright_reference_item_type);
      read_zone (g_steal_pointer (&task));
    }
  else
    return_items (task, loading);
}

/* Takes @task. */
static void
read_reference_page (GTask *task)
{
  const Loading *loading = g_task_get_task_data (task);
  g_autofree char *path = NULL;

  if (loading->kind->is_paged)
    path = g_strdup_printf ("%s&page=%u", loading->kind->path, loading->page);
  ask (task, path != NULL ? path : loading->kind->path, on_page);
}

static const Kind *
find_kind (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      return &kinds[i];
  return NULL;
}

const char *const *
bigcommerce_client_get_reference_kinds (void)
{
  static const char *names[G_N_ELEMENTS (kinds) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i].name;
  return names;
}

void
bigcommerce_client_load_reference_async (BigcommerceClient *self,
                                         const char *kind,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  Loading *loading;
  GTask *task;

  g_return_if_fail (BIGCOMMERCE_IS_CLIENT (self));
  g_return_if_fail (kind != NULL && find_kind (kind) != NULL);

  loading = g_new0 (Loading, 1);
  loading->kind = find_kind (kind);
  loading->items = bright_record_list_new (&bright_reference_item_type);
  loading->page = 1;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, bigcommerce_client_load_reference_async);
  g_task_set_task_data (task, loading, loading_free);
  read_reference_page (task);
}

GPtrArray *
bigcommerce_client_load_reference_finish (BigcommerceClient *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
