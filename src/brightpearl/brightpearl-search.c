/* What is mirrored: searches, and reads by id that go past the search index.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A search gives rows, a read by id gives objects of another shape. Both become
 * the same record: a row by the names of its columns, an object by a table that
 * says where it keeps what the search calls by that name.
 */
#include "brightpearl-client-private.h"

#include "bright-error.h"
#include "brightpearl-ask.h"
#include "brightpearl-rows.h"

typedef struct
{
  const BrightRecordType *type;
  const char *search_path;
  const char *columns; /* as the record's table names them; the first is the id */
  const char *id;
  const char *read_path;
  const char *read_options;
  const BrightpearlName *names; /* of what a read by id gives */
  const char *complete; /* (nullable): a member that tells that it was read by id */
} Mirror;

static const BrightpearlName contact_names[] = {
  { "contactId", "contactId" },
  { "communication/emails/PRI/email", "primaryEmail" },
  { "communication/emails/SEC/email", "secondaryEmail" },
  { "communication/emails/TER/email", "tertiaryEmail" },
  { "firstName", "firstName" },
  { "lastName", "lastName" },
  { "organisation/name", "companyName" },
  { "communication/telephones/PRI", "pri" },
  { "relationshipToAccount/isSupplier", "isSupplier" },
  { "relationshipToAccount/isStaff", "isStaff" },
  { "postAddressIds/DEF", "defaultAddressId" },
  {},
};

static const BrightpearlName product_names[] = {
  { "id", "productId" },
  { "salesChannels/productName", "productName" },
  { "identity/sku", "SKU" },
  { "identity/barcode", "barcode" },
  { "identity/ean", "EAN" },
  { "identity/upc", "UPC" },
  { "identity/isbn", "ISBN" },
  { "identity/mpn", "MPN" },
  { "stock/stockTracked", "stockTracked" },
  { "composition/bundle", "bundle" },
  { "status", "productStatus" },
  {},
};

static const BrightpearlName sales_order_names[] = {
  { "id", "salesOrderId" },
  { "externalRef", "externalRef" },
  { "ref", "customerRef" },
  { "channelId", "channelId" },
  {},
};

static const Mirror mirrors[] = {
  [BRIGHTPEARL_MIRROR_CONTACTS] = {
    .type = &brightpearl_contact_type,
    .search_path = "/contact-service/contact-search",
    .columns = "contactId,primaryEmail,secondaryEmail,tertiaryEmail,firstName,lastName,"
               "companyName,pri,isSupplier,isStaff",
    .id = "contactId",
    .read_path = "/contact-service/contact/",
    .read_options = "?includeOptional=postalAddresses",
    .names = contact_names,
    .complete = "isComplete",
  },
  [BRIGHTPEARL_MIRROR_PRODUCTS] = {
    .type = &brightpearl_product_type,
    .search_path = "/product-service/product-search",
    .columns = "productId,productName,SKU,barcode,EAN,UPC,ISBN,MPN,stockTracked,productStatus",
    .id = "productId",
    .read_path = "/product-service/product/",
    .read_options = "",
    .names = product_names,
    .complete = "isComplete",
  },
  [BRIGHTPEARL_MIRROR_SALES_ORDERS] = {
    .type = &brightpearl_reference_type,
    .search_path = "/order-service/sales-order-search",
    .columns = "salesOrderId,externalRef,customerRef,channelId",
    .id = "salesOrderId",
    .read_path = "/order-service/sales-order/",
    .read_options = "",
    .names = sales_order_names,
  },
};

G_STATIC_ASSERT (G_N_ELEMENTS (mirrors) == BRIGHTPEARL_N_MIRRORS);

/* What a page of a search gave. */
typedef struct
{
  GPtrArray *records;
  gboolean more;
} SearchPage;

static void
search_page_free (gpointer data)
{
  SearchPage *page = data;

  g_clear_pointer (&page->records, g_ptr_array_unref);
  g_free (page);
}

const BrightRecordType *
brightpearl_mirror_get_type_of (BrightpearlMirror mirror)
{
  g_return_val_if_fail ((guint) mirror < BRIGHTPEARL_N_MIRRORS, NULL);

  return mirrors[mirror].type;
}

static gpointer
read_search (JsonNode *response, gconstpointer data, GError **error)
{
  const Mirror *mirror = data;
  gboolean more;
  g_autoptr (GPtrArray) rows = brightpearl_read_rows (response, mirror->columns, &more, error);
  g_autoptr (GPtrArray) records = NULL;
  SearchPage *page;

  if (rows == NULL)
    return NULL;
  records = bright_record_list_new (mirror->type);
  for (guint i = 0; i < rows->len; i++)
    {
      gpointer record = bright_record_read (mirror->type, rows->pdata[i], error);

      if (record == NULL)
        {
          g_prefix_error (error, "row %u", i + 1);
          return NULL;
        }
      g_ptr_array_add (records, record);
    }
  page = g_new0 (SearchPage, 1);
  page->records = g_steal_pointer (&records);
  page->more = more;
  return page;
}

void
brightpearl_client_search_async (BrightpearlClient *self,
                                 BrightpearlMirror mirror,
                                 const char *filter,
                                 guint first,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const Mirror *row;
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && filter != NULL && first >= 1);
  g_return_if_fail ((guint) mirror < BRIGHTPEARL_N_MIRRORS);

  row = &mirrors[mirror];
  if (g_str_has_prefix (filter, "sort="))
    path = g_strdup_printf ("%s?columns=%s&firstResult=%u&%s", row->search_path, row->columns,
                            first, filter);
  else
    path = g_strdup_printf ("%s?columns=%s&sort=%s.ASC&pageSize=%d&firstResult=%u%s%s",
                            row->search_path, row->columns, row->id, BRIGHTPEARL_PAGE_SIZE, first,
                            filter[0] != '\0' ? "&" : "", filter);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .reader = read_search,
                                    .data = row,
                                    .free_result = search_page_free,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_search_finish (BrightpearlClient *self,
                                  GAsyncResult *result,
                                  gboolean *more,
                                  GError **error)
{
  SearchPage *page;
  GPtrArray *records;

  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self) && more != NULL, NULL);

  page = brightpearl_client_ask_finish (self, result, error);
  if (page == NULL)
    return NULL;
  *more = page->more;
  records = g_steal_pointer (&page->records);
  search_page_free (page);
  return records;
}

static gpointer
read_objects (JsonNode *response, gconstpointer data, GError **error)
{
  const Mirror *mirror = data;
  JsonArray *objects = bright_json_get_array (response, NULL);
  g_autoptr (GPtrArray) records = bright_record_list_new (mirror->type);

  if (objects == NULL && !JSON_NODE_HOLDS_NULL (response))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "expected a list (%s)",
                   mirror->type->name);
      return NULL;
    }
  for (guint i = 0; objects != NULL && i < json_array_get_length (objects); i++)
    {
      g_autoptr (JsonNode) node
          = brightpearl_rename_members (json_array_get_element (objects, i), mirror->names);
      gpointer record;

      if (mirror->complete != NULL)
        json_object_set_boolean_member (json_node_get_object (node), mirror->complete, TRUE);
      record = bright_record_read (mirror->type, node, error);
      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return g_steal_pointer (&records);
}

void
brightpearl_client_read_mirror_async (BrightpearlClient *self,
                                      BrightpearlMirror mirror,
                                      const char *ids,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  const Mirror *row;
  g_autofree char *path = NULL;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && ids != NULL && ids[0] != '\0');
  g_return_if_fail ((guint) mirror < BRIGHTPEARL_N_MIRRORS);

  row = &mirrors[mirror];
  path = g_strconcat (row->read_path, ids, row->read_options, NULL);
  brightpearl_client_ask_async (self,
                                &(BrightpearlQuestion){
                                    .path = path,
                                    .missing_is_empty = TRUE,
                                    .reader = read_objects,
                                    .data = row,
                                    .free_result = (GDestroyNotify) g_ptr_array_unref,
                                },
                                cancellable, callback, user_data);
}

GPtrArray *
brightpearl_client_read_mirror_finish (BrightpearlClient *self,
                                       GAsyncResult *result,
                                       GError **error)
{
  g_return_val_if_fail (BRIGHTPEARL_IS_CLIENT (self), NULL);

  return brightpearl_client_ask_finish (self, result, error);
}
