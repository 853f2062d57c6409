/* The tabs Items & Customers, Fulfillment, Notes, Payments and Inventory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-specs.h"

#include <glib/gi18n.h>

#define STORE BRIGHT_PLATFORM_BIGCOMMERCE
#define ACCOUNT BRIGHT_PLATFORM_BRIGHTPEARL
#define NOT_CHOSEN N_ ("Not chosen")

/* ---- Items & Customers ---- */

static const BrightOptionSpec store_fields[] = {
  { "sku", N_ ("SKU"), NULL },
  { "upc", N_ ("UPC"), NULL },
  { "mpn", N_ ("Manufacturer’s part number"), NULL },
  { "gtin", N_ ("GTIN"), NULL },
  {},
};
static const BrightOptionSpec account_fields[] = {
  { "sku", N_ ("SKU"), NULL },
  { "barcode", N_ ("Barcode"), NULL },
  { "ean", N_ ("EAN"), NULL },
  { "upc", N_ ("UPC"), NULL },
  { "isbn", N_ ("ISBN"), NULL },
  { "mpn", N_ ("Manufacturer’s part number"), NULL },
  {},
};
static const BrightOptionSpec updates[] = {
  { "fill-blanks", N_ ("Fill in what is blank"), NULL },
  { "overwrite", N_ ("Overwrite"), NULL },
  { "never", N_ ("Never"), NULL },
  {},
};

static const BrightSettingSpec items[] = {
  { "items.bigcommerce-field", BRIGHT_CONTROL_CHOICE, N_ ("Products in the store"),
    N_ ("What tells which product a line of an order is. SKU is recommended."),
    .options = store_fields },
  { "items.brightpearl-field", BRIGHT_CONTROL_TEXT, N_ ("Products in Brightpearl"),
    N_ ("The field that must be the same: sku, barcode, ean, upc, isbn, mpn, or the code of a "
        "custom field such as PCF_CODE."),
    .options = account_fields },
  {},
};

static const BrightSettingSpec customers[] = {
  { "items.create-customers", BRIGHT_CONTROL_SWITCH, N_ ("Create customers"),
    N_ ("Makes a contact for an e-mail address that Brightpearl does not know. Otherwise such "
        "orders wait for you.") },
  { "items.update-customers", BRIGHT_CONTROL_CHOICE, N_ ("Update known customers"),
    N_ ("What an order may change about a contact: names, company, telephone, address."),
    .options = updates },
  { "items.placeholder-contact-id", BRIGHT_CONTROL_TEXT, N_ ("Contact for orders without e-mail"),
    N_ ("The number of a contact in Brightpearl; 0 if such orders shall wait for you.") },
  {},
};

static const BrightGroupSpec item_groups[] = {
  { N_ ("Items"), NULL, items },
  { N_ ("Customers"), NULL, customers },
  {},
};

const BrightTabSpec bright_tab_spec_items = { N_ ("Items & Customers"), item_groups };

/* ---- Fulfillment ---- */

static const BrightOptionSpec triggers[] = {
  { "goods-out-note", N_ ("A goods-out note is shipped"),
    N_ ("One shipment in the store for each note, with its tracking.") },
  { "order-status", N_ ("The sales order gets a status"),
    N_ ("All shipped notes are sent then; without any, everything that is left of the order.") },
  {},
};
static const BrightReferenceSpec trigger_status
    = { ACCOUNT, "order-status", FALSE, NOT_CHOSEN, "0", BRIGHT_CHOICE_NAME };

static const BrightSettingSpec shipments[] = {
  { "fulfillment.enabled", BRIGHT_CONTROL_SWITCH, N_ ("Send shipments to the store"),
    N_ ("The store e-mails the customer for each shipment.") },
  { "fulfillment.trigger", BRIGHT_CONTROL_RADIO, N_ ("Send a shipment when"),
    N_ ("What makes a shipment in the store."), .options = triggers },
  { "fulfillment.trigger-status-id", BRIGHT_CONTROL_REFERENCE, N_ ("Status that sends"),
    N_ ("Used if the sales order’s status decides."), .reference = &trigger_status },
  {},
};

static const BrightMapSpec shipping_map = {
  .left = { "brightpearl",
            TRUE,
            N_ ("Shipping method in Brightpearl"),
            NULL,
            { ACCOUNT, "shipping-method", FALSE, NULL, "0", BRIGHT_CHOICE_NAME } },
  .right = { "bigcommerce",
             FALSE,
             N_ ("Words in the store"),
             "shipping-method",
             { STORE, NULL, TRUE, NULL, "", BRIGHT_CHOICE_NAME } },
  .arrow = "→",
  .offered = "shipping-method",
};

static const BrightSettingSpec methods[] = {
  { "fulfillment.shipping-map", BRIGHT_CONTROL_MAP, N_ ("Shipping methods"),
    N_ ("What the store and its e-mails call Brightpearl’s methods."), .map = &shipping_map },
  { "fulfillment.default-shipping", BRIGHT_CONTROL_TEXT, N_ ("Other methods"),
    N_ ("The words for methods in no row; blank for Brightpearl’s own name.") },
  {},
};

static const BrightGroupSpec fulfillment_groups[] = {
  { N_ ("Shipments"), NULL, shipments },
  { N_ ("Shipping methods"), NULL, methods },
  {},
};

const BrightTabSpec bright_tab_spec_fulfillment = { N_ ("Fulfillment"), fulfillment_groups };

/* ---- Notes ---- */

static const BrightReferenceSpec note_fields
    = { ACCOUNT, "custom-field", TRUE, NOT_CHOSEN, "", BRIGHT_CHOICE_NAME };

static const BrightSettingSpec notes[] = {
  { "notes.enabled", BRIGHT_CONTROL_SWITCH, N_ ("Sync notes"),
    N_ ("Keeps the notes of an order in custom fields of the sales order.") },
  { "notes.customer-field", BRIGHT_CONTROL_REFERENCE, N_ ("Customer’s message"),
    N_ ("Goes from the store to this custom field, and never back."), .reference = &note_fields },
  { "notes.staff-field", BRIGHT_CONTROL_REFERENCE, N_ ("Staff notes"),
    N_ ("Go both ways; if both sides changed, both texts are kept and you are asked."),
    .reference = &note_fields },
  {},
};

static const BrightGroupSpec note_groups[] = {
  { N_ ("Notes"), NULL, notes },
  {},
};

const BrightTabSpec bright_tab_spec_notes = { N_ ("Notes"), note_groups };

/* ---- Payments ---- */

static const BrightMapSpec method_map = {
  .left = { "bigcommerce",
            FALSE,
            N_ ("Payment method in the store"),
            "payment-method",
            { STORE, NULL, TRUE, NULL, "", BRIGHT_CHOICE_NAME } },
  .right
  = { "brightpearl",
      FALSE,
      N_ ("Payment method in Brightpearl"),
      NULL,
      { ACCOUNT, "payment-method", TRUE, N_ ("Create no payment"), "", BRIGHT_CHOICE_NAME } },
  .arrow = "→",
  .seen = "payment-method",
};
static const BrightReferenceSpec default_method
    = { ACCOUNT, "payment-method", TRUE, NOT_CHOSEN, "", BRIGHT_CHOICE_NAME };

static const BrightSettingSpec payments[] = {
  { "payments.enabled", BRIGHT_CONTROL_SWITCH, N_ ("Sync payments"),
    N_ ("Records what was paid in the store on the sales order.") },
  { "payments.include-uncaptured", BRIGHT_CONTROL_SWITCH, N_ ("Include money not yet captured"),
    N_ ("Records an authorisation too, and its capture later.") },
  {},
};

static const BrightSettingSpec payment_methods[] = {
  { "payments.method-map", BRIGHT_CONTROL_MAP, N_ ("Payment methods"),
    N_ ("The store’s words, or the gateway’s code, and the method that the money is booked on. "
        "Gift certificates are gift_certificate, store credit is store_credit."),
    .map = &method_map },
  { "payments.default-method", BRIGHT_CONTROL_REFERENCE, N_ ("Other payment methods"),
    N_ ("Used for methods in no row; without it such payments need you."),
    .reference = &default_method },
  {},
};

static const BrightSettingSpec refunds[] = {
  { "payments.refunds", BRIGHT_CONTROL_SWITCH, N_ ("Sync refunds"),
    N_ ("Makes a sales credit, with its payment, for each refund since go-live.") },
  { "payments.restock-refunds", BRIGHT_CONTROL_SWITCH, N_ ("Take refunded goods back into stock"),
    N_ ("Sales credits name the products, to be received again. Otherwise they are money only.") },
  {},
};

static const BrightGroupSpec payment_groups[] = {
  { N_ ("Payments"), NULL, payments },
  { N_ ("Payment methods"), NULL, payment_methods },
  { N_ ("Refunds"), NULL, refunds },
  {},
};

const BrightTabSpec bright_tab_spec_payments = { N_ ("Payments"), payment_groups };

/* ---- Inventory ---- */

static const BrightReferenceSpec stock_warehouses
    = { ACCOUNT, "warehouse", FALSE, NULL, NULL, BRIGHT_CHOICE_NAME };
static const BrightReferenceSpec locations
    = { STORE, "location", FALSE, N_ ("The store’s default location"), "0", BRIGHT_CHOICE_NAME };

static const BrightSettingSpec stock[] = {
  { "inventory.enabled", BRIGHT_CONTROL_SWITCH, N_ ("Sync stock"),
    N_ ("Sets the store’s stock to what Brightpearl can sell.") },
  { "inventory.warehouse-ids", BRIGHT_CONTROL_LIST, N_ ("Warehouses"),
    N_ ("What is free in these warehouses is added up."), .reference = &stock_warehouses },
  { "inventory.buffer", BRIGHT_CONTROL_NUMBER, N_ ("Units held back"),
    N_ ("So many units of each product are not offered in the store.") },
  { "inventory.bigcommerce-location-id", BRIGHT_CONTROL_REFERENCE, N_ ("Location in the store"),
    N_ ("Where the store keeps this stock."), .reference = &locations },
  {},
};

static const BrightSettingSpec safety[] = {
  { "inventory.largest-drop-percent", BRIGHT_CONTROL_NUMBER, N_ ("Brake, in percent"),
    N_ ("If more products than this would fall to 0 at once, nothing is sent until you agree.") },
  { "inventory.full-check-hours", BRIGHT_CONTROL_NUMBER, N_ ("Hours between full checks"),
    N_ ("Between them only what moved is compared.") },
  {},
};

static const BrightGroupSpec stock_groups[] = {
  { N_ ("Stock"), NULL, stock },
  { N_ ("Safety"), NULL, safety },
  {},
};

const BrightTabSpec bright_tab_spec_inventory = { N_ ("Inventory"), stock_groups };
