/* Brightpearl's sales order, contact and product, as far as they matter here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The members and their meaning are those of GET sales-order/{ids}, of the
 * searches of contacts and products, and of GET contact/{ids}.
 */
#pragma once

#include "bright-record.h"

G_BEGIN_DECLS

/** BRIGHTPEARL_FREE_TEXT_PRODUCT: the product id that rows without a product carry. */
#define BRIGHTPEARL_FREE_TEXT_PRODUCT 1000

/* A row of a sales order. */
typedef struct
{
  gint64 id;
  gint64 product_id;
  char *sku;
  char *name;
  BrightMoney quantity; /* in 1/10000 */
  char *tax_code;
  BrightMoney net;
  BrightMoney tax;
  char *nominal_code;
  char *external_ref; /* the store's line id */
  gint64 sequence;
  gboolean is_bundle_parent;
  gboolean is_bundle_child;
  gint64 parent_row_id;
} BrightpearlRow;

BRIGHT_DECLARE_RECORD (BrightpearlRow, brightpearl_row)

/* An address on a sales order. */
typedef struct
{
  char *full_name;
  char *company;
  char *line_1;
  char *line_2;
  char *line_3;
  char *line_4;
  char *postal_code;
  char *country_code;
  char *telephone;
  char *email;
} BrightpearlAddress;

BRIGHT_DECLARE_RECORD (BrightpearlAddress, brightpearl_address)

/* A sales order, as GET sales-order/{ids} gives it and as POST takes it. */
typedef struct
{
  gint64 id;
  gint64 customer_id;
  BrightpearlAddress *customer_address; /* (nullable) */
  gint64 billing_contact_id;
  BrightpearlAddress *billing_address; /* (nullable) */
  char *reference;
  char *external_ref;
  gint64 instance_id;
  gint64 placed_on;
  gint64 tax_date;
  gint64 parent_id;
  gint64 status_id;
  gint64 warehouse_id;
  gint64 channel_id;
  gint64 staff_owner_id;
  gint64 project_id;
  gint64 lead_source_id;
  gint64 team_id;
  gint64 price_list_id;
  char *price_mode;
  char *currency;
  gboolean fixed_exchange_rate;
  char *exchange_rate;
  gint64 delivery_date;
  gint64 shipping_method_id;
  BrightpearlAddress *delivery_address; /* (nullable) */
  GPtrArray *rows; /* of BrightpearlRow */
  /* Only read, never sent: */
  BrightMoney total_net;
  BrightMoney total_tax;
  BrightMoney total_gross;
  gboolean is_cancelled;
  char *payment_status;
  char *allocation_status; /* ANR, ANA, APA, AAA */
  char *shipping_status; /* NST, SNS, SPS, ASS */
  char *stock_status; /* SON, SOP, SOA, NON; anything but SON and NON means a goods-out note */
  char *invoice_reference;
  gint64 version;
  gint64 updated_on;
} BrightpearlSalesOrder;

BRIGHT_DECLARE_RECORD (BrightpearlSalesOrder, brightpearl_sales_order)

/* The fields of a sales order that may be sent, save its rows. */
extern const BrightRecordType brightpearl_sales_order_writable_type;
/* The fields of a row that may be sent, save its amounts. */
extern const BrightRecordType brightpearl_row_writable_type;

/* What the mirror of sales orders keeps: one row of a search. */
typedef struct
{
  gint64 id;
  char *external_ref;
  char *customer_reference;
  gint64 channel_id;
} BrightpearlReference;

BRIGHT_DECLARE_RECORD (BrightpearlReference, brightpearl_reference)

/* A contact: one row of a search, with its addresses where they were read. */
typedef struct
{
  gint64 id;
  char *primary_email;
  char *secondary_email;
  char *tertiary_email;
  char *first_name;
  char *last_name;
  char *company;
  char *telephone;
  gboolean is_supplier;
  gboolean is_staff;
  gint64 default_address_id;
  gboolean is_complete; /* read by its id, so that addresses and telephone are known */
} BrightpearlContact;

BRIGHT_DECLARE_RECORD (BrightpearlContact, brightpearl_contact)

/* A product: one row of a search. */
typedef struct
{
  gint64 id;
  char *name;
  char *sku;
  char *barcode;
  char *ean;
  char *upc;
  char *isbn;
  char *mpn;
  char *custom_code; /* the value of the custom field that identifies products, if one does */
  gboolean is_stock_tracked;
  gboolean is_bundle; /* only known if is_complete */
  gboolean is_complete; /* read by its id */
  char *status; /* LIVE, ARCHIVED, ... */
} BrightpearlProduct;

BRIGHT_DECLARE_RECORD (BrightpearlProduct, brightpearl_product)

/* What the account itself says about how it works. */
typedef struct
{
  char *base_currency; /* ISO 4217 */
  char *time_zone; /* IANA name */
  char *tax_scheme; /* VAT or SALES TAX */
  gint64 new_order_status_id;
  gint64 invoiced_status_id;
  gint64 cancelled_status_id; /* 0 where none is configured */
  char *sales_nominal_code;
  char *shipping_nominal_code;
  char *discount_nominal_code;
  char *rounding_nominal_code;
} BrightpearlConfiguration;

BRIGHT_DECLARE_RECORD (BrightpearlConfiguration, brightpearl_configuration)

/* One choice of reference data: a channel, a warehouse, a tax code ... */
typedef struct
{
  gint64 id;
  char *code; /* where the platform knows it by a code rather than a number */
  char *name;
  char *detail; /* rate of a tax code, type of a field, currencies of the bank accounts ... */
  gboolean is_inactive;
} BrightReferenceItem;

BRIGHT_DECLARE_RECORD (BrightReferenceItem, bright_reference_item)

G_END_DECLS
