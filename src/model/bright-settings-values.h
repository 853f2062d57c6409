/* The settings as plain values, for decide-functions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One struct per group, one member per key of the settings file. 0, "" and
 * empty lists mean "not chosen" (-1 for a status of the store, since 0 is
 * one). Texts and lists are never %NULL.
 */
#pragma once

#include "bright-mapping.h"
#include "bright-money.h"

G_BEGIN_DECLS

/* schedule.mode: who decides that something is written. */
typedef enum
{
  BRIGHT_MODE_WATCH,
  BRIGHT_MODE_ASK,
  BRIGHT_MODE_AUTOMATIC,
} BrightMode;

/* connection.brightpearl-token-kind: which of a private app's tokens is used. */
typedef enum
{
  BRIGHT_TOKEN_KIND_ACCOUNT,
  BRIGHT_TOKEN_KIND_STAFF,
} BrightTokenKind;

/* orders.edited-orders: what happens to a sales order whose store order was edited. */
typedef enum
{
  BRIGHT_EDITED_ORDERS_APPLY,
  BRIGHT_EDITED_ORDERS_ATTENTION,
} BrightEditedOrders;

/* orders.missing-product: what happens to an order with a line that matches no product. */
typedef enum
{
  BRIGHT_MISSING_PRODUCT_HOLD,
  BRIGHT_MISSING_PRODUCT_FREE_TEXT,
} BrightMissingProduct;

/* orders.several-addresses: what happens to an order that goes to several addresses. */
typedef enum
{
  BRIGHT_SEVERAL_ADDRESSES_HOLD,
  BRIGHT_SEVERAL_ADDRESSES_SPLIT,
} BrightSeveralAddresses;

/* items.bigcommerce-field: what identifies a product in the store. */
typedef enum
{
  BRIGHT_BIGCOMMERCE_FIELD_SKU,
  BRIGHT_BIGCOMMERCE_FIELD_UPC,
  BRIGHT_BIGCOMMERCE_FIELD_MPN,
  BRIGHT_BIGCOMMERCE_FIELD_GTIN,
} BrightBigcommerceField;

/* items.update-customers: what an order may change about a known customer. */
typedef enum
{
  BRIGHT_UPDATE_CUSTOMERS_FILL_BLANKS,
  BRIGHT_UPDATE_CUSTOMERS_OVERWRITE,
  BRIGHT_UPDATE_CUSTOMERS_NEVER,
} BrightUpdateCustomers;

/* fulfillment.trigger: what makes a shipment in the store. */
typedef enum
{
  BRIGHT_SHIPMENT_TRIGGER_GOODS_OUT_NOTE,
  BRIGHT_SHIPMENT_TRIGGER_ORDER_STATUS,
} BrightShipmentTrigger;

typedef struct
{
  char *bigcommerce_url;
  char *bigcommerce_store_hash;
  char *brightpearl_url;
  char *brightpearl_account;
  char *brightpearl_app_ref;
  BrightTokenKind brightpearl_token_kind;
  gint64 brightpearl_instance_id;
  gint64 brightpearl_requests_per_minute; /* 0: no ceiling of the merchant's own */
  gint64 patience_seconds;
  gint64 search_lag_seconds;
} BrightConnectionValues;

typedef struct
{
  BrightMode mode;
  gint64 interval_seconds;
  gint64 go_live; /* seconds since 1970; 0: not chosen yet */
  gint64 settle_minutes;
} BrightScheduleValues;

typedef struct
{
  gboolean enabled;
  GArray *bigcommerce_statuses; /* of gint64 */
  GArray *brightpearl_statuses; /* of gint64 */
  gboolean guest_orders;
  gboolean create_in_bigcommerce;
  gint64 channel_id;
  gint64 warehouse_id;
  gint64 lead_source_id;
  gint64 project_id;
  gint64 price_list_id;
  gboolean reserve_stock;
  char *taxable_code;
  char *tax_free_code;
  GPtrArray *tax_map; /* of BrightMapping: rate in percent as a decimal, tax code */
  char *sales_nominal_code;
  char *shipping_nominal_code;
  char *discount_nominal_code;
  char *gift_certificate_nominal_code;
  BrightEditedOrders edited_orders;
  BrightMissingProduct missing_product;
  BrightSeveralAddresses several_addresses;
  BrightMoney rounding_threshold;
  char *rounding_nominal_code;
  GPtrArray *status_map; /* of BrightMapping: status of the store, of Brightpearl (numbers) */
  gint64 default_brightpearl_status;
  gint64 default_bigcommerce_status; /* -1: not chosen */
} BrightOrdersValues;

typedef struct
{
  BrightBigcommerceField bigcommerce_field;
  char *brightpearl_field; /* sku, barcode, ean, upc, isbn, mpn, or the code of a custom field */
  gboolean create_customers;
  BrightUpdateCustomers update_customers;
  gint64 placeholder_contact_id;
} BrightItemsValues;

typedef struct
{
  gboolean enabled;
  BrightShipmentTrigger trigger;
  gint64 trigger_status_id;
  GPtrArray *shipping_map; /* of BrightMapping: method of Brightpearl (number), the store's words */
  char *default_shipping;
} BrightFulfillmentValues;

typedef struct
{
  gboolean enabled;
  char *customer_field; /* code of a custom field */
  char *staff_field;    /* code of a custom field, never that of customer_field */
} BrightNotesValues;

typedef struct
{
  gboolean enabled;
  gboolean include_uncaptured;
  GPtrArray *method_map; /* of BrightMapping: the store's words or code, Brightpearl's code */
  char *default_method;
  gboolean refunds;
  gboolean restock_refunds; /* credits name the products, to be received back into stock */
} BrightPaymentsValues;

typedef struct
{
  gboolean enabled;
  GArray *warehouse_ids; /* of gint64 */
  gint64 buffer;
  gint64 bigcommerce_location_id;
  gint64 largest_drop_percent;
  gint64 full_check_hours;
} BrightInventoryValues;

G_END_DECLS
