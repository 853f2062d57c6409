/* Brightpearl's searches for orders and for sales orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticeOrder, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)

static void
read_stock (PracticeAccount *account,
            gconstpointer record,
            const PracticeColumn *column,
            guint alternative,
            PracticeCell *cell)
{
  PracticeOrderCodes codes = practice_order_codes (account, record);

  cell->number = codes.stock_id;
  cell->text = column->type == PRACTICE_COLUMN_STRING ? codes.stock : NULL;
}

static void
read_shipping (PracticeAccount *account,
               gconstpointer record,
               const PracticeColumn *column,
               guint alternative,
               PracticeCell *cell)
{
  PracticeOrderCodes codes = practice_order_codes (account, record);

  cell->number = codes.shipping_id;
  cell->text = column->type == PRACTICE_COLUMN_STRING ? codes.shipping : NULL;
}

static void
read_payment (PracticeAccount *account,
              gconstpointer record,
              const PracticeColumn *column,
              guint alternative,
              PracticeCell *cell)
{
  PracticeOrderCodes codes = practice_order_codes (account, record);

  cell->number = codes.payment_id;
  cell->text = column->type == PRACTICE_COLUMN_STRING ? codes.payment : NULL;
}

static void
read_products (PracticeAccount *account,
               gconstpointer record,
               const PracticeColumn *column,
               guint alternative,
               PracticeCell *cell)
{
  const PracticeOrder *order = record;

  cell->is_null = alternative >= order->rows->len;
  if (!cell->is_null)
    cell->number = ((const PracticeRow *) order->rows->pdata[alternative])->product_id;
}

static void
read_closed (PracticeAccount *account,
             gconstpointer record,
             const PracticeColumn *column,
             guint alternative,
             PracticeCell *cell)
{
  cell->number = ((const PracticeOrder *) record)->closed_on != 0;
}

static void
read_false (PracticeAccount *account,
            gconstpointer record,
            const PracticeColumn *column,
            guint alternative,
            PracticeCell *cell)
{
  cell->number = 0;
}

/* Filters of both searches that are no columns. */
#define COMMON_FILTERS                                                                             \
  { MEMBER ("placedOn", PERIOD, placed_on), .filter_only = TRUE },                                 \
      { DERIVED ("isClosed", BOOLEAN, read_closed), .filter_only = TRUE },                         \
      { DERIVED ("isHistoricalOrder", BOOLEAN, read_false), .filter_only = TRUE },                 \
      { DERIVED ("isClone", BOOLEAN, read_false), .filter_only = TRUE },                           \
      { MEMBER ("externalRefs", STRING_SET, external_reference), .filter_only = TRUE },            \
      { MEMBER ("externalRefSearchString", SEARCH_STRING, external_reference),                     \
        .filter_only = TRUE },                                                                     \
      { MEMBER ("customerRefs", STRING_SET, reference), .filter_only = TRUE },                     \
      { DERIVED ("productIds", IDSET, read_products), .filter_only = TRUE, .several = TRUE },      \
      { MEMBER ("shippingMethodId", INTEGER, shipping_method_id), .filter_only = TRUE },           \
      { MEMBER ("projectId", INTEGER, project_id), .filter_only = TRUE },                          \
      { MEMBER ("leadSourceId", INTEGER, lead_source_id), .filter_only = TRUE }

static const PracticeColumn order_columns[] = {
  { MEMBER ("orderId", IDSET, record.id) },
  { MEMBER ("orderTypeId", IDSET, type_id), .reference = "orderTypeNames",
    .reference_list = "order-service/order-type" },
  { MEMBER ("contactId", INTEGER, customer_id) },
  { MEMBER ("orderStatusId", INTEGER, status_id), .reference = "orderStatusNames",
    .reference_list = "order-service/order-status" },
  { DERIVED ("orderStockStatusId", INTEGER, read_stock), .reference = "orderStockStatusNames",
    .reference_list = "order-service/order-stock-status" },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { MEMBER ("createdById", INTEGER, created_by) },
  { MEMBER ("customerRef", STRING, reference) },
  { DERIVED ("orderPaymentStatusId", INTEGER, read_payment),
    .reference = "orderPaymentStatusNames",
    .reference_list = "order-service/order-payment-status" },
  { DERIVED ("updatedOn", PERIOD, practice_read_updated_on) },
  { MEMBER ("parentOrderId", IDSET, parent_id), .zero_is_null = TRUE },
  { DERIVED ("orderShippingStatusId", INTEGER, read_shipping),
    .reference = "orderShippingStatusNames",
    .reference_list = "order-service/order-shipping-status" },
  { MEMBER ("externalRef", STRING, external_reference) },
  { MEMBER ("installedIntegrationInstanceId", INTEGER, instance_id), .zero_is_null = TRUE },
  { MEMBER ("warehouseId", IDSET, warehouse_id) },
  { MEMBER ("staffOwnerContactId", INTEGER, staff_owner_id), .zero_is_null = TRUE },
  { MEMBER ("taxDate", PERIOD, tax_date) },
  { MEMBER ("departmentId", INTEGER, team_id), .zero_is_null = TRUE },
  { MEMBER ("deliveryDate", PERIOD, delivery_date) },
  COMMON_FILTERS,
};

static const PracticeColumn sales_order_columns[] = {
  { MEMBER ("salesOrderId", IDSET, record.id) },
  { MEMBER ("customerId", INTEGER, customer_id) },
  { MEMBER ("orderStatusId", INTEGER, status_id), .reference = "orderStatusNames",
    .reference_list = "order-service/order-status" },
  { DERIVED ("orderStockStatus", STRING, read_stock) },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { MEMBER ("createdById", INTEGER, created_by) },
  { MEMBER ("customerRef", STRING, reference) },
  { DERIVED ("orderPaymentStatus", STRING, read_payment) },
  { DERIVED ("updatedOn", PERIOD, practice_read_updated_on) },
  { DERIVED ("orderShippingStatus", STRING, read_shipping) },
  { MEMBER ("externalRef", STRING, external_reference) },
  { MEMBER ("installedIntegrationInstanceId", INTEGER, instance_id), .zero_is_null = TRUE },
  { MEMBER ("warehouseId", IDSET, warehouse_id) },
  { MEMBER ("staffOwnerId", INTEGER, staff_owner_id), .zero_is_null = TRUE },
  { MEMBER ("taxDate", PERIOD, tax_date) },
  { MEMBER ("channelId", INTEGER, channel_id), .zero_is_null = TRUE,
    .reference = "channelNames", .reference_list = "product-service/channel" },
  { MEMBER ("deliveryDate", PERIOD, delivery_date) },
  COMMON_FILTERS,
};

static gboolean
is_sales_order (gconstpointer record)
{
  return ((const PracticeOrder *) record)->type_id == PRACTICE_SALES_ORDER;
}

void
practice_search_orders (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  static const PracticeSearch search = { order_columns, G_N_ELEMENTS (order_columns) };

  practice_search (world, &search, world->account->orders.records, request, answer);
}

void
practice_search_sales_orders (PracticeWorld *world,
                              const PracticeRequest *request,
                              PracticeAnswer *answer)
{
  static const PracticeSearch search
      = { sales_order_columns, G_N_ELEMENTS (sales_order_columns), .includes = is_sales_order };

  practice_search (world, &search, world->account->orders.records, request, answer);
}
