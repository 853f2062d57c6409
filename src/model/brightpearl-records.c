/* Brightpearl's sales order, contact and product: their tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-records.h"

static const BrightField row_fields[] = {
  BRIGHT_FIELD (BrightpearlRow, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightpearlRow, INTEGER, product_id, "productId"),
  BRIGHT_FIELD (BrightpearlRow, STRING, sku, "sku"),
  BRIGHT_FIELD (BrightpearlRow, STRING, name, "name"),
  BRIGHT_FIELD (BrightpearlRow, MONEY, quantity, "quantity"),
  BRIGHT_FIELD (BrightpearlRow, STRING, tax_code, "taxCode"),
  BRIGHT_FIELD (BrightpearlRow, MONEY, net, "net"),
  BRIGHT_FIELD (BrightpearlRow, MONEY, tax, "tax"),
  BRIGHT_FIELD (BrightpearlRow, STRING, nominal_code, "nominalCode"),
  BRIGHT_FIELD (BrightpearlRow, STRING, external_ref, "externalRef"),
  BRIGHT_FIELD (BrightpearlRow, INTEGER, sequence, "sequence"),
  BRIGHT_FIELD (BrightpearlRow, BOOLEAN, is_bundle_parent, "bundleParent"),
  BRIGHT_FIELD (BrightpearlRow, BOOLEAN, is_bundle_child, "bundleChild"),
  BRIGHT_FIELD (BrightpearlRow, INTEGER, parent_row_id, "parentRowId"),
  {},
};

const BrightRecordType brightpearl_row_type = { "row", sizeof (BrightpearlRow), row_fields };

static const BrightField address_fields[] = {
  BRIGHT_FIELD (BrightpearlAddress, STRING, full_name, "addressFullName"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, company, "companyName"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, line_1, "addressLine1"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, line_2, "addressLine2"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, line_3, "addressLine3"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, line_4, "addressLine4"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, postal_code, "postalCode"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, country_code, "countryIsoCode"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, telephone, "telephone"),
  BRIGHT_FIELD (BrightpearlAddress, STRING, email, "email"),
  {},
};

const BrightRecordType brightpearl_address_type = { "address", sizeof (BrightpearlAddress),
                                                    address_fields };

#define ORDER(kind, member, name) BRIGHT_FIELD (BrightpearlSalesOrder, kind, member, name)
#define ORDER_ADDRESS(member, name)                                                                \
  BRIGHT_FIELD_OF (BrightpearlSalesOrder, RECORD, member, name, &brightpearl_address_type)

#define WRITABLE_FIELDS                                                                            \
  ORDER (INTEGER, customer_id, "customer/id"),                                                     \
      ORDER_ADDRESS (customer_address, "customer/address"),                                        \
      ORDER (INTEGER, billing_contact_id, "billing/contactId"),                                    \
      ORDER_ADDRESS (billing_address, "billing/address"), ORDER (STRING, reference, "ref"),        \
      ORDER (STRING, external_ref, "externalRef"),                                                 \
      ORDER (INTEGER, instance_id, "installedIntegrationInstanceId"),                              \
      ORDER (TIME, placed_on, "placedOn"), ORDER (TIME, tax_date, "taxDate"),                      \
      ORDER (INTEGER, parent_id, "parentId"), ORDER (INTEGER, status_id, "statusId"),              \
      ORDER (INTEGER, warehouse_id, "warehouseId"), ORDER (INTEGER, channel_id, "channelId"),      \
      ORDER (INTEGER, staff_owner_id, "staffOwnerId"), ORDER (INTEGER, project_id, "projectId"),   \
      ORDER (INTEGER, lead_source_id, "leadSourceId"), ORDER (INTEGER, team_id, "teamId"),         \
      ORDER (INTEGER, price_list_id, "priceListId"), ORDER (STRING, price_mode, "priceModeCode"),  \
      ORDER (STRING, currency, "currency/code"),                                                   \
      ORDER (BOOLEAN, fixed_exchange_rate, "currency/fixedExchangeRate"),                          \
      ORDER (STRING, exchange_rate, "currency/exchangeRate"),                                      \
      ORDER (TIME, delivery_date, "delivery/date"),                                                \
      ORDER (INTEGER, shipping_method_id, "delivery/shippingMethodId"),                            \
      ORDER_ADDRESS (delivery_address, "delivery/address")

static const BrightField sales_order_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlSalesOrder, INTEGER, id, "id"),
  WRITABLE_FIELDS,
  BRIGHT_FIELD_OF (BrightpearlSalesOrder, RECORDS, rows, "rows", &brightpearl_row_type),
  ORDER (MONEY, total_net, "total/net"),
  ORDER (MONEY, total_tax, "total/tax"),
  ORDER (MONEY, total_gross, "total/gross"),
  ORDER (BOOLEAN, is_cancelled, "isCanceled"),
  ORDER (STRING, payment_status, "orderPaymentStatus"),
  ORDER (STRING, allocation_status, "allocationStatusCode"),
  ORDER (STRING, shipping_status, "shippingStatusCode"),
  ORDER (STRING, stock_status, "stockStatusCode"),
  ORDER (STRING, invoice_reference, "invoice/invoiceReference"),
  ORDER (INTEGER, version, "version"),
  ORDER (TIME, updated_on, "updatedOn"),
  {},
};

const BrightRecordType brightpearl_sales_order_type = { "sales order",
                                                        sizeof (BrightpearlSalesOrder),
                                                        sales_order_fields };

static const BrightField writable_row_fields[] = {
  BRIGHT_FIELD (BrightpearlRow, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightpearlRow, INTEGER, product_id, "productId"),
  BRIGHT_FIELD (BrightpearlRow, STRING, name, "name"),
  BRIGHT_FIELD (BrightpearlRow, STRING, tax_code, "taxCode"),
  BRIGHT_FIELD (BrightpearlRow, STRING, nominal_code, "nominalCode"),
  BRIGHT_FIELD (BrightpearlRow, STRING, external_ref, "externalRef"),
  BRIGHT_FIELD (BrightpearlRow, INTEGER, sequence, "sequence"),
  {},
};

const BrightRecordType brightpearl_row_writable_type = { "row", sizeof (BrightpearlRow),
                                                         writable_row_fields };

static const BrightField writable_fields[] = { WRITABLE_FIELDS, {} };

const BrightRecordType brightpearl_sales_order_writable_type = { "sales order",
                                                                 sizeof (BrightpearlSalesOrder),
                                                                 writable_fields };

static const BrightField reference_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlReference, INTEGER, id, "salesOrderId"),
  BRIGHT_FIELD (BrightpearlReference, STRING, external_ref, "externalRef"),
  BRIGHT_FIELD (BrightpearlReference, STRING, customer_reference, "customerRef"),
  BRIGHT_FIELD (BrightpearlReference, INTEGER, channel_id, "channelId"),
  {},
};

const BrightRecordType brightpearl_reference_type = { "sales order reference",
                                                      sizeof (BrightpearlReference),
                                                      reference_fields };

static const BrightField contact_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlContact, INTEGER, id, "contactId"),
  BRIGHT_FIELD (BrightpearlContact, STRING, primary_email, "primaryEmail"),
  BRIGHT_FIELD (BrightpearlContact, STRING, secondary_email, "secondaryEmail"),
  BRIGHT_FIELD (BrightpearlContact, STRING, tertiary_email, "tertiaryEmail"),
  BRIGHT_FIELD (BrightpearlContact, STRING, first_name, "firstName"),
  BRIGHT_FIELD (BrightpearlContact, STRING, last_name, "lastName"),
  BRIGHT_FIELD (BrightpearlContact, STRING, company, "companyName"),
  BRIGHT_FIELD (BrightpearlContact, STRING, telephone, "pri"),
  BRIGHT_FIELD (BrightpearlContact, BOOLEAN, is_supplier, "isSupplier"),
  BRIGHT_FIELD (BrightpearlContact, BOOLEAN, is_staff, "isStaff"),
  BRIGHT_FIELD (BrightpearlContact, INTEGER, default_address_id, "defaultAddressId"),
  BRIGHT_FIELD (BrightpearlContact, BOOLEAN, is_complete, "isComplete"),
  {},
};

const BrightRecordType brightpearl_contact_type = { "contact", sizeof (BrightpearlContact),
                                                    contact_fields };

static const BrightField product_fields[] = {
  BRIGHT_FIELD_NEEDED (BrightpearlProduct, INTEGER, id, "productId"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, name, "productName"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, sku, "SKU"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, barcode, "barcode"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, ean, "EAN"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, upc, "UPC"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, isbn, "ISBN"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, mpn, "MPN"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, custom_code, "customCode"),
  BRIGHT_FIELD (BrightpearlProduct, BOOLEAN, is_stock_tracked, "stockTracked"),
  BRIGHT_FIELD (BrightpearlProduct, BOOLEAN, is_bundle, "bundle"),
  BRIGHT_FIELD (BrightpearlProduct, BOOLEAN, is_complete, "isComplete"),
  BRIGHT_FIELD (BrightpearlProduct, STRING, status, "productStatus"),
  {},
};

const BrightRecordType brightpearl_product_type = { "product", sizeof (BrightpearlProduct),
                                                    product_fields };

#define CONFIGURATION(kind, member, name)                                                          \
  BRIGHT_FIELD (BrightpearlConfiguration, kind, member, name)

static const BrightField configuration_fields[] = {
  CONFIGURATION (STRING, base_currency, "baseCurrencyCode"),
  CONFIGURATION (STRING, time_zone, "timeZone"),
  CONFIGURATION (STRING, tax_scheme, "taxSchemeCode"),
  CONFIGURATION (INTEGER, new_order_status_id, "newSalesOrderStatusId"),
  CONFIGURATION (INTEGER, invoiced_status_id, "invoicedOrderStatusId"),
  CONFIGURATION (INTEGER, cancelled_status_id, "cancelledOrderStatusId"),
  CONFIGURATION (STRING, sales_nominal_code, "salesNominalCode"),
  CONFIGURATION (STRING, shipping_nominal_code, "shippingNominalCode"),
  CONFIGURATION (STRING, discount_nominal_code, "discountNominalCode"),
  CONFIGURATION (STRING, rounding_nominal_code, "roundingCorrectionsNominalCode"),
  {},
};

const BrightRecordType brightpearl_configuration_type = { "account configuration",
                                                          sizeof (BrightpearlConfiguration),
                                                          configuration_fields };

static const BrightField reference_item_fields[] = {
  BRIGHT_FIELD (BrightReferenceItem, INTEGER, id, "id"),
  BRIGHT_FIELD (BrightReferenceItem, STRING, code, "code"),
  BRIGHT_FIELD (BrightReferenceItem, STRING, name, "name"),
  BRIGHT_FIELD (BrightReferenceItem, STRING, detail, "detail"),
  BRIGHT_FIELD (BrightReferenceItem, BOOLEAN, is_inactive, "inactive"),
  {},
};

const BrightRecordType bright_reference_item_type = { "reference data",
                                                      sizeof (BrightReferenceItem),
                                                      reference_item_fields };
