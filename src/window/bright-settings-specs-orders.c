/* The tab Order Sync.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings-specs.h"

#include <glib/gi18n.h>

#define STORE BRIGHT_PLATFORM_BIGCOMMERCE
#define ACCOUNT BRIGHT_PLATFORM_BRIGHTPEARL
#define NOT_CHOSEN N_ ("Not chosen")
#define LEAVE N_ ("Leave as it is")

static const BrightOptionSpec modes[] = {
  { "watch", N_ ("Watch"), N_ ("Shows what it would write, and writes nothing.") },
  { "ask", N_ ("Ask"), N_ ("Writes only what you approve on the page Plan.") },
  { "automatic", N_ ("Automatic"), N_ ("Writes everything that needs no person, by itself.") },
  {},
};

static const BrightSettingSpec schedule[] = {
  { "schedule.mode", BRIGHT_CONTROL_RADIO, N_ ("Mode"), N_ ("Who decides what is written."),
    .options = modes },
  { "schedule.interval-seconds", BRIGHT_CONTROL_NUMBER, N_ ("Minutes between two syncs"),
    N_ ("How often both platforms are asked what is new."), .factor = 60 },
  { "schedule.settle-minutes", BRIGHT_CONTROL_NUMBER, N_ ("Minutes that a new order rests"),
    N_ ("The store may still change an order just after it was placed; 0 for no rest.") },
  { "schedule.go-live", BRIGHT_CONTROL_TIME, N_ ("Go-live"),
    N_ ("Orders placed before this moment are left alone.") },
  {},
};

static const BrightReferenceSpec store_statuses
    = { STORE, "order-status", FALSE, NULL, NULL, BRIGHT_CHOICE_DETAIL };
static const BrightReferenceSpec account_statuses
    = { ACCOUNT, "order-status", FALSE, NULL, NULL, BRIGHT_CHOICE_NAME };

static const BrightSettingSpec from_store[] = {
  { "orders.enabled", BRIGHT_CONTROL_SWITCH, N_ ("Sync orders"),
    N_ ("Creates a sales order in Brightpearl for each order of the store.") },
  { "orders.bigcommerce-statuses", BRIGHT_CONTROL_LIST, N_ ("Statuses to sync"),
    N_ ("An order is created in Brightpearl once it has one of these statuses in the store."),
    .seen = "bigcommerce-status", .reference = &store_statuses },
  { "orders.guest-orders", BRIGHT_CONTROL_SWITCH, N_ ("Orders of guests"),
    N_ ("Syncs the orders of shoppers without an account in the store too."), .seen = "guest" },
  {},
};

static const BrightSettingSpec to_store[] = {
  { "orders.brightpearl-statuses", BRIGHT_CONTROL_LIST, N_ ("Statuses that update the store"),
    N_ ("Status, staff note and shipments go to the store while the sales order has one of "
        "these. With none, nothing goes back."),
    .seen = "brightpearl-status", .reference = &account_statuses },
  { "orders.create-in-bigcommerce", BRIGHT_CONTROL_SWITCH,
    N_ ("Create Brightpearl’s own orders in the store"),
    N_ ("Sales orders made in Brightpearl on the channel below become orders in the store, once "
        "they have one of the statuses above.") },
  {},
};

#define REFERENCE(identifier, kind_name, code)                                                     \
  static const BrightReferenceSpec identifier                                                      \
      = { ACCOUNT,    kind_name,         code,                                                     \
          NOT_CHOSEN, (code) ? "" : "0", (code) ? BRIGHT_CHOICE_CODE : BRIGHT_CHOICE_NAME }

REFERENCE (channels, "channel", FALSE);
REFERENCE (warehouses, "warehouse", FALSE);
REFERENCE (lead_sources, "lead-source", FALSE);
REFERENCE (projects, "project", FALSE);
REFERENCE (price_lists, "price-list", FALSE);
REFERENCE (tax_codes, "tax-code", TRUE);
REFERENCE (nominal_codes, "nominal-code", TRUE);

static const BrightSettingSpec defaults[] = {
  { "orders.channel-id", BRIGHT_CONTROL_REFERENCE, N_ ("Channel"),
    N_ ("Sales orders are created on this channel. Needed."), .reference = &channels },
  { "orders.warehouse-id", BRIGHT_CONTROL_REFERENCE, N_ ("Warehouse"),
    N_ ("Stock is reserved in this warehouse. Needed."), .reference = &warehouses },
  { "orders.reserve-stock", BRIGHT_CONTROL_SWITCH, N_ ("Reserve stock"),
    N_ ("Allocates what is in stock to the sales order as soon as it is created.") },
  { "orders.lead-source-id", BRIGHT_CONTROL_REFERENCE, N_ ("Lead source"),
    N_ ("Where the sales order says that it came from."), .reference = &lead_sources },
  { "orders.project-id", BRIGHT_CONTROL_REFERENCE, N_ ("Project"),
    N_ ("The project that sales orders are booked on."), .reference = &projects },
  { "orders.price-list-id", BRIGHT_CONTROL_REFERENCE, N_ ("Price list"),
    N_ ("The price list that sales orders name; prices come from the store."),
    .reference = &price_lists },
  {},
};

static const BrightMapSpec status_map = {
  .left = { "bigcommerce",
            TRUE,
            N_ ("Status in the store"),
            NULL,
            { STORE, "order-status", FALSE, LEAVE, "-1", BRIGHT_CHOICE_DETAIL } },
  .right = { "brightpearl",
             TRUE,
             N_ ("Status in Brightpearl"),
             NULL,
             { ACCOUNT, "order-status", FALSE, LEAVE, "0", BRIGHT_CHOICE_NAME } },
  .arrow = "↔",
  .seen = "bigcommerce-status",
};
static const BrightReferenceSpec default_account_status
    = { ACCOUNT, "order-status", FALSE, LEAVE, "0", BRIGHT_CHOICE_NAME };
static const BrightReferenceSpec default_store_status
    = { STORE, "order-status", FALSE, LEAVE, "-1", BRIGHT_CHOICE_DETAIL };

static const BrightSettingSpec statuses[] = {
  { "orders.status-map", BRIGHT_CONTROL_MAP, N_ ("Order statuses"),
    N_ ("One table for both ways: the first row that has a status says what it is on the other "
        "side."),
    .map = &status_map },
  { "orders.default-brightpearl-status", BRIGHT_CONTROL_REFERENCE,
    N_ ("Other statuses of the store"),
    N_ ("What a sales order gets when the store’s status is in no row."),
    .reference = &default_account_status },
  { "orders.default-bigcommerce-status", BRIGHT_CONTROL_REFERENCE,
    N_ ("Other statuses of Brightpearl"),
    N_ ("What the store’s order gets when Brightpearl’s status is in no row."),
    .reference = &default_store_status },
  {},
};

static const BrightMapSpec tax_map = {
  .left = { "rate",
            FALSE,
            N_ ("Rate in percent"),
            NULL,
            { STORE, NULL, TRUE, NULL, "", BRIGHT_CHOICE_NAME } },
  .right = { "brightpearl",
             FALSE,
             N_ ("Tax code in Brightpearl"),
             NULL,
             { ACCOUNT, "tax-code", TRUE, NULL, "", BRIGHT_CHOICE_CODE } },
  .arrow = "→",
  .seen = "tax-rate",
};

static const BrightSettingSpec taxes[] = {
  { "orders.tax-map", BRIGHT_CONTROL_MAP, N_ ("Tax"),
    N_ ("The tax code of a line follows from the rate that the store charged."), .map = &tax_map },
  { "orders.taxable-code", BRIGHT_CONTROL_REFERENCE, N_ ("Other taxed lines"),
    N_ ("The tax code where the rate is in no row."), .reference = &tax_codes },
  { "orders.tax-free-code", BRIGHT_CONTROL_REFERENCE, N_ ("Lines without tax"),
    N_ ("The tax code where no tax was charged."), .reference = &tax_codes },
  {},
};

static const BrightSettingSpec ledger[] = {
  { "orders.sales-nominal-code", BRIGHT_CONTROL_REFERENCE, N_ ("Products"),
    N_ ("The nominal code of product lines; otherwise the account’s own."),
    .reference = &nominal_codes },
  { "orders.shipping-nominal-code", BRIGHT_CONTROL_REFERENCE, N_ ("Shipping"),
    N_ ("The nominal code of shipping and handling; otherwise the account’s own."),
    .reference = &nominal_codes },
  { "orders.discount-nominal-code", BRIGHT_CONTROL_REFERENCE, N_ ("Discounts"),
    N_ ("With a code, discounts are rows of their own; without one, they come off the lines."),
    .reference = &nominal_codes },
  { "orders.gift-certificate-nominal-code", BRIGHT_CONTROL_REFERENCE, N_ ("Gift certificates sold"),
    N_ ("The nominal code of what is owed to their owners."), .reference = &nominal_codes },
  { "orders.rounding-nominal-code", BRIGHT_CONTROL_REFERENCE, N_ ("Rounding"),
    N_ ("The nominal code of the row that makes the totals equal."), .reference = &nominal_codes },
  { "orders.rounding-threshold", BRIGHT_CONTROL_TEXT, N_ ("Largest rounding"),
    N_ ("An order whose totals differ by more is not written and needs you.") },
  {},
};

static const BrightOptionSpec edited[] = {
  { "apply", N_ ("Change the sales order"), NULL },
  { "attention", N_ ("Ask me"), NULL },
  {},
};
static const BrightOptionSpec missing[] = {
  { "hold", N_ ("Hold the order"), NULL },
  { "free-text", N_ ("Write it as free text"), NULL },
  {},
};
static const BrightOptionSpec several[] = {
  { "hold", N_ ("Hold the order"), NULL },
  { "split", N_ ("One sales order each"), NULL },
  {},
};

static const BrightSettingSpec unusual[] = {
  { "orders.edited-orders", BRIGHT_CONTROL_CHOICE, N_ ("Orders edited later"),
    N_ ("Rows, money and addresses can be changed while nothing is picked; after that you are "
        "asked in any case."),
    .options = edited },
  { "orders.missing-product", BRIGHT_CONTROL_CHOICE, N_ ("Products that are not in Brightpearl"),
    N_ ("A held order is created as soon as the product exists."), .options = missing },
  { "orders.several-addresses", BRIGHT_CONTROL_CHOICE, N_ ("Orders to several addresses"),
    N_ ("A sales order has one delivery address."), .seen = "several-addresses",
    .options = several },
  {},
};

static const BrightGroupSpec groups[] = {
  { N_ ("When it syncs"), NULL, schedule },
  { N_ ("Orders from BigCommerce"), NULL, from_store },
  { N_ ("Updates to the store"), NULL, to_store },
  { N_ ("Defaults for sales orders"), NULL, defaults },
  { N_ ("Order statuses"), NULL, statuses },
  { N_ ("Tax"), NULL, taxes },
  { N_ ("Nominal codes and rounding"), NULL, ledger },
  { N_ ("Edits, cancellations and exceptions"),
    N_ ("An order that is cancelled in the store is cancelled in Brightpearl too; where "
        "Brightpearl "
        "refuses that, it needs you."),
    unusual },
  {},
};

const BrightTabSpec bright_tab_spec_orders = { N_ ("Order Sync"), groups };
