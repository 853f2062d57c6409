/* The fixed lists of the practice account: statuses, channels, codes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account.h"

/* JSON as it stands in the source. */
#define JSON_TEXT(...) #__VA_ARGS__

typedef struct
{
  const char *path;
  const char *key; /* the member that identifies an entry */
  const char *text;
} List;

static const List lists[] = {
  { "order-service/order-status", "statusId",
    JSON_TEXT ([
      {"statusId": 1, "name": "Draft / Quote", "orderTypeCode": "SO", "sortOrder": 1,
       "disabled": false, "visible": true, "color": "#cccccc", "state": "draft"},
      {"statusId": 2, "name": "New phone order", "orderTypeCode": "SO", "sortOrder": 2,
       "disabled": false, "visible": true, "color": "#88aaff", "state": "placed"},
      {"statusId": 3, "name": "New web order", "orderTypeCode": "SO", "sortOrder": 3,
       "disabled": false, "visible": true, "color": "#60a0ff", "state": "placed"},
      {"statusId": 4, "name": "Invoiced", "orderTypeCode": "SO", "sortOrder": 8,
       "disabled": false, "visible": true, "color": "#40c040", "state": "invoiced"},
      {"statusId": 5, "name": "Cancelled", "orderTypeCode": "SO", "sortOrder": 9,
       "disabled": false, "visible": true, "color": "#c04040", "state": "cancelled"},
      {"statusId": 6, "name": "Ready to ship", "orderTypeCode": "SO", "sortOrder": 4,
       "disabled": false, "visible": true, "color": "#e0c040", "state": "placed"},
      {"statusId": 7, "name": "Shipped", "orderTypeCode": "SO", "sortOrder": 5,
       "disabled": false, "visible": true, "color": "#40a080", "state": "placed"},
      {"statusId": 8, "name": "On hold", "orderTypeCode": "SO", "sortOrder": 6,
       "disabled": false, "visible": true, "color": "#e08040", "state": "placed"},
      {"statusId": 9, "name": "Old web order", "orderTypeCode": "SO", "sortOrder": 7,
       "disabled": true, "visible": false, "color": "#888888", "state": "placed"},
      {"statusId": 10, "name": "New sales credit", "orderTypeCode": "SC", "sortOrder": 1,
       "disabled": false, "visible": true, "color": "#c080c0", "state": "placed"},
      {"statusId": 20, "name": "Placed with supplier", "orderTypeCode": "PO", "sortOrder": 1,
       "disabled": false, "visible": true, "color": "#80c0c0", "state": "placed"}]) },
  { "order-service/order-type", "id",
    JSON_TEXT ([
      {"id": 1, "code": "SO", "name": "SALES_ORDER"},
      {"id": 2, "code": "PO", "name": "PURCHASE_ORDER"},
      {"id": 3, "code": "SC", "name": "SALES_CREDIT"},
      {"id": 4, "code": "PC", "name": "PURCHASE_CREDIT"}]) },
  { "order-service/order-stock-status", "id",
    JSON_TEXT ([
      {"id": 1, "code": "SON", "description": "Not fulfilled"},
      {"id": 2, "code": "SOP", "description": "Part fulfilled"},
      {"id": 3, "code": "SOA", "description": "All fulfilled"},
      {"id": 7, "code": "SCN", "description": "Not returned"},
      {"id": 13, "code": "NON", "description": "No stock tracked items"}]) },
  { "order-service/order-shipping-status", "id",
    JSON_TEXT ([
      {"id": 1, "code": "NST", "description": "No stock tracked products"},
      {"id": 2, "code": "SNS", "description": "Not shipped"},
      {"id": 3, "code": "SPS", "description": "Part shipped"},
      {"id": 4, "code": "ASS", "description": "All shipped"}]) },
  { "order-service/order-payment-status", "id",
    JSON_TEXT ([
      {"id": 1, "code": "UNPAID", "name": "Unpaid"},
      {"id": 2, "code": "PARTIALLY_PAID", "name": "Partially paid"},
      {"id": 3, "code": "PAID", "name": "Paid"},
      {"id": 4, "code": "AUTHORIZED", "name": "Authorized"},
      {"id": 5, "code": "NOT_APPLICABLE", "name": "Not applicable"}]) },
  { "order-service/sale/custom-field-meta-data", "code",
    JSON_TEXT ([
      {"id": 131, "code": "PCF_BIZTYPE", "name": "Business type", "customFieldType": "SELECT",
       "required": false, "options": {"157": {"id": 157, "value": "Medium"},
                                      "160": {"id": 160, "value": "Global"}}},
      {"id": 132, "code": "PCF_SHOPNOTE", "name": "Shop note", "customFieldType": "TEXT_AREA",
       "required": false},
      {"id": 133, "code": "PCF_CUSTMSG", "name": "Customer message",
       "customFieldType": "TEXT_AREA", "required": false}]) },
  { "product-service/channel", "id",
    JSON_TEXT ([
      {"id": 1, "name": "Brightpearl", "channelTypeId": 1, "defaultWarehouseId": 2},
      {"id": 4, "name": "Web store", "channelTypeId": 2, "defaultWarehouseId": 2,
       "integrationDetail": {"providerCode": "other"}},
      {"id": 5, "name": "Wholesale", "channelTypeId": 1, "defaultWarehouseId": 2}]) },
  { "product-service/price-list", "id",
    JSON_TEXT ([
      {"id": 1, "name": {"languageCode": "en", "text": "Cost", "format": "PLAINTEXT"},
       "code": "COST", "currencyCode": "GBP", "currencySymbol": "£", "currencyId": 1,
       "priceListTypeCode": "BUY", "gross": false},
      {"id": 2, "name": {"languageCode": "en", "text": "Retail", "format": "PLAINTEXT"},
       "code": "RETAIL", "currencyCode": "GBP", "currencySymbol": "£", "currencyId": 1,
       "priceListTypeCode": "SELL", "gross": true},
      {"id": 3, "name": {"languageCode": "en", "text": "Trade", "format": "PLAINTEXT"},
       "code": "TRADE", "currencyCode": "GBP", "currencySymbol": "£", "currencyId": 1,
       "priceListTypeCode": "SELL", "gross": false}]) },
  { "warehouse-service/warehouse", "id",
    JSON_TEXT ([
      {"id": 2, "name": "Main warehouse", "typeCode": "2", "typeDescription": "Standard",
       "address": {"addressId": 215, "customerId": 0, "streetAddress": "1 Quay Street",
                   "postcode": "BS1 4DJ", "city": "Bristol", "countryId": 222,
                   "countryIsoCode2": "GB"}, "clickAndCollectEnabled": false},
      {"id": 3, "name": "Shop floor", "typeCode": "2", "typeDescription": "Standard",
       "address": {"addressId": 216, "customerId": 0, "streetAddress": "2 Quay Street",
                   "postcode": "BS1 4DJ", "city": "Bristol", "countryId": 222,
                   "countryIsoCode2": "GB"}, "clickAndCollectEnabled": true}]) },
  { "warehouse-service/shipping-method", "id",
    JSON_TEXT ([
      {"id": 6, "name": "Courier", "code": "COU", "breaks": 0, "methodType": 0,
       "additionalInformationRequired": false},
      {"id": 7, "name": "Royal Mail 48", "code": "RM48", "breaks": 0, "methodType": 0,
       "additionalInformationRequired": false},
      {"id": 8, "name": "Collection", "code": "COL", "breaks": 0, "methodType": 0,
       "additionalInformationRequired": false}]) },
  { "contact-service/lead-source", "id",
    JSON_TEXT ([
      {"id": 7, "ownerId": 0, "parentId": 0, "name": "Web", "isActive": true},
      {"id": 8, "ownerId": 0, "parentId": 0, "name": "Phone", "isActive": true},
      {"id": 9, "ownerId": 0, "parentId": 0, "name": "Old fairs", "isActive": false}]) },
  { "contact-service/project", "id",
    JSON_TEXT ([
      {"id": 11, "projectId": 11, "name": "Spring fair"},
      {"id": 12, "projectId": 12, "name": "Retail"}]) },
  { "contact-service/contact-group", "id",
    JSON_TEXT ([{"id": 15, "name": "Sales team"}]) },
  { "accounting-service/tax-code", "code",
    JSON_TEXT ([
      {"id": 1, "code": "T0", "description": "Zero rated"},
      {"id": 2, "code": "T5", "description": "Reduced rate", "rate": 5.0},
      {"id": 4, "code": "T20", "description": "Standard rate", "rate": 20.0},
      {"id": 9, "code": "T9", "description": "Outside the scope of tax"}]) },
  { "accounting-service/payment-method", "code",
    JSON_TEXT ([
      {"id": 1, "name": "Stripe", "code": "STRIPE", "isActive": true, "installedIntegrationId": 0,
       "bankAccounts": [{"currencyIsoCode": "GBP", "bankAccountNominalCode": "1200"},
                        {"currencyIsoCode": "EUR", "bankAccountNominalCode": "1200"}]},
      {"id": 2, "name": "PayPal", "code": "PAYPAL", "isActive": true, "installedIntegrationId": 0,
       "bankAccounts": [{"currencyIsoCode": "GBP", "bankAccountNominalCode": "1200"},
                        {"currencyIsoCode": "EUR", "bankAccountNominalCode": "1200"}]},
      {"id": 3, "name": "Gift card", "code": "GIFTCARD", "isActive": true,
       "installedIntegrationId": 0,
       "bankAccounts": [{"currencyIsoCode": "GBP", "bankAccountNominalCode": "1200"},
                        {"currencyIsoCode": "EUR", "bankAccountNominalCode": "1200"}]},
      {"id": 4, "name": "Store credit", "code": "STORECREDIT", "isActive": true,
       "installedIntegrationId": 0,
       "bankAccounts": [{"currencyIsoCode": "GBP", "bankAccountNominalCode": "1200"},
                        {"currencyIsoCode": "EUR", "bankAccountNominalCode": "1200"}]},
      {"id": 5, "name": "Cash", "code": "CASH", "isActive": true, "installedIntegrationId": 0,
       "bankAccounts": []}]) },
  { "accounting-service/nominal-code", "code",
    JSON_TEXT ([
      {"id": 1, "code": "1200", "name": "Bank current account", "type": 1, "bank": true,
       "active": true},
      {"id": 2, "code": "2110", "name": "Gift certificates", "type": 2, "bank": false,
       "active": true},
      {"id": 3, "code": "2299", "name": "Rounding corrections", "type": 2, "bank": false,
       "active": true},
      {"id": 4, "code": "4000", "name": "Sales", "type": 3, "bank": false, "active": true},
      {"id": 5, "code": "4010", "name": "Sales export", "type": 3, "bank": false, "active": true},
      {"id": 6, "code": "4040", "name": "Shipping charged", "type": 3, "bank": false,
       "active": true},
      {"id": 7, "code": "4310", "name": "Discounts given", "type": 3, "bank": false,
       "active": true},
      {"id": 8, "code": "6500", "name": "Charges", "type": 4, "bank": false, "active": true}]) },
  { "accounting-service/currency", "code",
    JSON_TEXT ([
      {"id": 1, "title": "Pounds sterling", "code": "GBP", "symbol": "£",
       "exchangeRate": "1.000000", "isDefault": true},
      {"id": 2, "title": "Euro", "code": "EUR", "symbol": "€", "exchangeRate": "1.150000",
       "isDefault": false}]) },
  { "integration-service/account-configuration", "baseCurrencyCode",
    JSON_TEXT ([
      {"baseCurrencyCode": "GBP", "timeZone": "Europe/London", "taxSchemeCode": "VAT",
       "newSalesOrderStatusId": "2", "invoicedOrderStatusId": "4", "cancelledOrderStatusId": "5",
       "newSalesCreditStatusId": "10", "salesNominalCode": "4000",
       "shippingNominalCode": "4040", "discountNominalCode": "4310",
       "chargesNominalCode": "6500", "roundingCorrectionsNominalCode": "2299",
       "defaultTaxRateId": "4", "defaultCurrencyCode": "1", "autoAssignOrder": "0",
       "multipleWarehouseEnabled": "1", "productWeightUnit": "GRAM",
       "orderRowSortingStrategy": "rowId"}]) },
};

GHashTable *
practice_reference_new (void)
{
  GHashTable *table
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) json_array_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (JsonNode) node = practice_literal_node (lists[i].text);

      g_hash_table_insert (table, (char *) lists[i].path, json_node_dup_array (node));
    }
  return table;
}

JsonArray *
practice_reference_list (const PracticeAccount *account, const char *path)
{
  return g_hash_table_lookup (account->reference_lists, path);
}

static const char *
key_of_list (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].path, path) == 0)
      return lists[i].key;
  g_assert_not_reached ();
}

JsonObject *
practice_reference_find (const PracticeAccount *account, const char *path, const char *key)
{
  JsonArray *list = practice_reference_list (account, path);
  const char *member = key_of_list (path);

  for (guint i = 0; key != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      g_autofree char *text = bright_json_read_text (json_object_get_member (entry, member));

      if (g_strcmp0 (text, key) == 0)
        return entry;
    }
  return NULL;
}

JsonObject *
practice_reference_find_id (const PracticeAccount *account, const char *path, gint64 id)
{
  char text[24];

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT, id);
  return practice_reference_find (account, path, text);
}
