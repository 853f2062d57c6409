/* Brightpearl's reference data, and what the account says about itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A kind is a path and the places where its rows keep what is wanted. Some are
 * lists of objects, some are searches.
 */
#include "brightpearl-client-private.h"

#include "bright-error.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

typedef struct
{
  const char *name;
  const char *path;
  const char *columns; /* (nullable): of a search; it has a query already */
  const char *id; /* members of an object; several are tried in turn, parted by | */
  const char *code;
  const char *label;
  const char *detail;
  const char *detail_word; /* (nullable): stands for a detail that is true */
  const char *list; /* (nullable): of objects, whose @list_member together are the detail */
  const char *list_member;
  const char *type; /* (nullable): the member that tells what sort of thing it is */
  const char *wanted_type;
  const char *inactive; /* (nullable): the member that tells it, and its value then */
  const char *inactive_value;
} Kind;

static const Kind kinds[] = {
  { .name = "order-status",
    .path = "/order-service/order-status",
    .id = "statusId",
    .label = "name",
    .type = "orderTypeCode",
    .wanted_type = "SO",
    .inactive = "disabled",
    .inactive_value = "true" },
  { .name = "channel", .path = "/product-service/channel", .id = "id", .label = "name" },
  { .name = "warehouse", .path = "/warehouse-service/warehouse", .id = "id", .label = "name" },
  { .name = "lead-source",
    .path = "/contact-service/lead-source",
    .id = "id",
    .label = "name",
    .inactive = "isActive",
    .inactive_value = "false" },
  { .name = "project",
    .path = "/contact-service/project",
    .id = "id|projectId",
    .label = "name",
    .inactive = "isActive",
    .inactive_value = "false" },
  { .name = "price-list",
    .path = "/product-service/price-list",
    .id = "id",
    .code = "code",
    .label = "name/text|name|code",
    .detail = "currencyCode",
    .type = "priceListTypeCode",
    .wanted_type = "SELL" },
  { .name = "tax-code",
    .path = "/accounting-service/tax-code",
    .id = "id",
    .code = "code",
    .label = "description|code",
    .detail = "rate" },
  { .name = "nominal-code",
    .path = "/accounting-service/nominal-code-search?active=true&sort=code.ASC",
    .columns = "code,name",
    .code = "code",
    .label = "name" },
  { .name = "currency",
    .path = "/accounting-service/currency-search?sort=id.ASC",
    .columns = "id,code",
    .id = "id",
    .code = "code",
    .label = "title|name|code",
    .detail = "isDefault",
    .detail_word = "default" },
  { .name = "payment-method",
    .path = "/accounting-service/payment-method",
    .id = "id",
    .code = "code",
    .label = "name",
    .list = "bankAccounts",
    .list_member = "currencyIsoCode",
    .inactive = "isActive",
    .inactive_value = "false" },
  { .name = "shipping-method",
    .path = "/warehouse-service/shipping-method",
    .id = "id",
    .code = "code",
    .label = "name" },
  { .name = "custom-field",
    .path = "/order-service/sale/custom-field-meta-data",
    .id = "id",
    .code = "code",
    .label = "name",
    .detail = "customFieldType" },
};

typedef struct
{
  const Kind *kind;
  GPtrArray *items; /* (element-type BrightReferenceItem) */
  guint first; /* the index of the first row of the next page */
} Loading;

/* What one answer gave. */
typedef struct
{
  GPtrArray *items;
  guint n_rows;
  gboolean more;
} ReferencePage;

static void read_reference_page (GTask *task);

static void
loading_free (gpointer data)
{
  Loading *loading = data;

  g_clear_pointer (&loading->items, g_ptr_array_unref);
  g_free (loading);
}

static void
reference_page_free (ReferencePage *page)
{
  g_clear_pointer (&page->items, g_ptr_array_unref);
  g_free (page);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReferencePage, reference_page_free)

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

/* What the objects of a list say, parted by spaces. */
static char *
gather (JsonNode *row, const Kind *kind)
{
  GString *text = g_string_new (NULL);
  JsonNode *list = bright_json_get (row, kind->list);
  JsonArray *array
      = list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *word = pick (json_array_get_element (array, i), kind->list_member);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
    }
  return g_string_free (text, FALSE);
}

static void
add_item (GPtrArray *items, JsonNode *row, const Kind *kind)
{
  g_autofree char *type = pick (row, kind->type);
  g_autofree char *state = pick (row, kind->inactive);
  g_autofree char *id = pick (row, kind->id);
  BrightReferenceItem *item;

  if (kind->type != NULL && !g_str_equal (type, kind->wanted_type))
    return;
  item = bright_record_new (&bright_reference_item_type);
  item->id = g_ascii_strtoll (id, NULL, 10);
  set_text (&item->code, pick (row, kind->code));
  set_text (&item->name, pick (row, kind->label));
  set_text (&item->detail, pick (row, kind->detail));
  if (kind->list != NULL)
    set_text (&item->detail, gather (row, kind));
  if (kind->detail_word != NULL)
    set_text (&item->detail,
              g_strdup (g_str_equal (item->detail, "true") ? kind->detail_word : ""));
  item->is_inactive = kind->inactive != NULL && g_str_equal (state, kind->inactive_value);
  g_ptr_array_add (items, item);
}

static ReferencePage *
read_search (JsonNode *response, const Kind *kind, GError **error)
{
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, kind->columns, &more, error);
  ReferencePage *page;

  if (rows == NULL)
    return NULL;
  page = g_new0 (ReferencePage, 1);
  page->items = bright_record_list_new (&bright_reference_item_type);
  page->n_rows = rows->len;
  page->more = more;
  for (guint i = 0; i < rows->len; i++)
    add_item (page->items, rows->pdata[i], kind);
  return page;
}

static gpointer
read_page (JsonNode *response, gconstpointer data, GError **error)
{
  const Kind *kind = data;
  g_autoptr (GList) objects = NULL;
  ReferencePage *page;

  if (kind->columns != NULL)
    return read_search (response, kind, error);
  if (JSON_NODE_HOLDS_VALUE (response))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a list (%s)",
                   kind->name);
      return NULL;
    }
  page = g_new0 (ReferencePage, 1);
  page->items = bright_record_list_new (&bright_reference_item_type);
  objects = brightpearl_list_objects (response);
  for (GList *link = objects; link != NULL; link = link->next)
    add_item (page->items, link->data, kind);
  return page;
}

static void
on_page (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Loading *loading = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (ReferencePage) page = NULL;

  page = brightpearl_client_ask_finish (BRIGHTPEARL_CLIENT (source), result, &error);
  if (page == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_extend_and_steal (loading->items, g_steal_pointer (&page->items));
  loading->first += page->n_rows;
  if (page->more)
    read_reference_page (g_steal_pointer (&task));
  else
    g_task_return_pointer (task, g_steal_pointer (&loading->items),
                           (GDestroyNotify) g_ptr_array_unref);
}

/* Takes @task. */
static void
read_reference_page (GTask *task)
{
  BrightpearlClient *self = g_task_get_source_object (task);
  const Loading *loading = g_task_get_task_data (task);
  const Kind *kind = loading->kind;
  g_autofree char *path = NULL;

  if (kind->columns != NULL)
    path = g_strdup_printf ("%s&pageSize=%d&firstResult=%u", kind->path, BRIGHTPEARL_PAGE_SIZE,
                            loading->first);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path != NULL ? path : kind->path,
                                    .missing_is_empty = kind->columns == NULL,
                                    .reader = read_page,
                                    .data = kind,
                                    .free_result = (GDestroyNotify) reference_page_free,
                                },
                                g_task_get_cancellable (task), on_page, task);
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
brightpearl_client_get_reference_kinds (void)
{
  static const char *names[G_N_ELEMENTS (kinds) + 1];

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    names[i] = kinds[i].name;
  return names;
}

void
brightpearl_client_load_reference_async (BrightpearlClient *self,
                                         const char *kind,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  Loading *loading;
  GTask *task;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self));
  g_return_if_fail (kind != NULL && find_kind (kind) != NULL);

  loading = g_new0 (Loading, 1);
  loading->kind = find_kind (kind);
  loading->items = bright_record_list_new (&bright_reference_item_type);
  loading->first = 1;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brightpearl_client_load_reference_async);
  g_task_set_task_data (task, loading, loading_free);
  read_reference_page (task);
}

GPtrArray *
brightpearl_client_load_reference_finish (BrightpearlClient *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
read_configuration (JsonNode *response, gconstpointer unused, GError **error)
{
  JsonNode *configuration = bright_json_get (response, "configuration");

  if (configuration == NULL)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER,
                           "expected the account's configuration");
      return NULL;
    }
  return bright_record_read (&brightpearl_configuration_type, configuration, error);
}

void
brightpearl_client_load_configuration_async (BrightpearlClient *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data)
{
  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self));

  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = "/integration-service/account-configuration",
                                    .reader = read_configuration,
                                    .free_result = (GDestroyNotify) brightpearl_configuration_free,
                                },
                                cancellable, callback, user_data);
}

BrightpearlConfiguration *
brightpearl_client_load_configuration_finish (BrightpearlClient *self,
                                              GAsyncResult *result,
                                              GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
