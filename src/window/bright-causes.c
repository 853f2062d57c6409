/* What it means when something needs a person, and what can be done about it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-causes.h"

#include <glib/gi18n.h>

#define TRY_AGAIN N_ ("_Try Again")

static const BrightCause causes[] = {
  { "product-missing", N_ ("A product is not in Brightpearl"),
    N_ ("Add the product to Brightpearl, or let such lines become free text."),
    N_ ("_Choose What Happens…"), "orders.missing-product", BRIGHT_MENDER_BRIGHTPEARL,
    BRIGHT_REMEDY_SETTING },
  { "product-ambiguous", N_ ("A product cannot be told from another"),
    N_ ("Give each product in Brightpearl a value of its own, or match by another field."),
    N_ ("_Choose the Field…"), "items.brightpearl-field", BRIGHT_MENDER_BRIGHTPEARL,
    BRIGHT_REMEDY_SETTING },
  { "customer-ambiguous", N_ ("Several customers have the same e-mail"),
    N_ ("Merge the customers in Brightpearl, or change the e-mail of all but one. Then try again."),
    TRY_AGAIN, NULL, BRIGHT_MENDER_BRIGHTPEARL, BRIGHT_REMEDY_RETRY },
  { "customer-waiting", N_ ("The customer is not in Brightpearl"),
    N_ ("Let new customers be created, or create this one in Brightpearl."),
    N_ ("_Create Customers…"), "items.create-customers", BRIGHT_MENDER_MERCHANT,
    BRIGHT_REMEDY_SETTING },
  { "customer-without-email", N_ ("The order has no e-mail"),
    N_ ("Choose the customer that such orders get."), N_ ("_Choose a Customer…"),
    "items.placeholder-contact-id", BRIGHT_MENDER_MERCHANT, BRIGHT_REMEDY_SETTING },
  { "totals-differ", N_ ("The totals differ"),
    N_ ("Compare the lines of both sides. A small difference can become a rounding row; a larger "
        "one is mended where it is wrong."),
    N_ ("_Allow for Rounding…"), "orders.rounding-threshold", BRIGHT_MENDER_MERCHANT,
    BRIGHT_REMEDY_SETTING },
  { "several-addresses", N_ ("The order goes to several addresses"),
    N_ ("A sales order has one address. Let such orders become one sales order for each."),
    N_ ("_Choose What Happens…"), "orders.several-addresses", BRIGHT_MENDER_MERCHANT,
    BRIGHT_REMEDY_SETTING },
  { "currency-missing", N_ ("A currency is not in Brightpearl"),
    N_ ("Add the currency in Brightpearl’s settings, then try again."), TRY_AGAIN, NULL,
    BRIGHT_MENDER_BRIGHTPEARL, BRIGHT_REMEDY_RETRY },
  { "status-conflict", N_ ("The status changed on both sides"),
    N_ ("Set the status that is right on either platform, or approve to leave both as they are."),
    N_ ("_Approve"), "orders.status-map", BRIGHT_MENDER_MERCHANT, BRIGHT_REMEDY_APPROVE },
  { "notes-conflict", N_ ("The staff note was edited on both sides"),
    N_ ("Both texts were kept under dated headings. Tidy them up on either platform, or approve "
        "them as they are."),
    N_ ("_Approve"), "notes.staff-field", BRIGHT_MENDER_MERCHANT, BRIGHT_REMEDY_APPROVE },
  { "payment-method-missing", N_ ("A payment method has no mapping"),
    N_ ("Choose the Brightpearl method for it, or one for all that have none."),
    N_ ("_Choose a Method…"), "payments.method-map", BRIGHT_MENDER_MERCHANT,
    BRIGHT_REMEDY_SETTING },
  { "stock-brake", N_ ("Very many products would fall to 0"),
    N_ ("Look at the stock in Brightpearl. If it is right, approve; nothing is sent until then."),
    N_ ("_Approve"), "inventory.largest-drop-percent", BRIGHT_MENDER_MERCHANT,
    BRIGHT_REMEDY_APPROVE },
  { "order-edited", N_ ("The order was edited in the store"),
    N_ ("Approve to change the sales order too, or ignore the edit."), N_ ("_Approve"),
    "orders.edited-orders", BRIGHT_MENDER_MERCHANT, BRIGHT_REMEDY_APPROVE },
  { "order-cancelled-late", N_ ("The order was cancelled too late"),
    N_ ("Undo in Brightpearl what was picked, shipped, paid or invoiced, or make a credit there. "
        "Then try again, or ignore it."),
    TRY_AGAIN, "orders.status-map", BRIGHT_MENDER_BRIGHTPEARL, BRIGHT_REMEDY_RETRY },
  { "deleted-in-brightpearl", N_ ("The sales order was deleted in Brightpearl"),
    N_ ("It is not created again by itself. Enter it in Brightpearl by hand if it is still "
        "wanted, and ignore it here."),
    TRY_AGAIN, NULL, BRIGHT_MENDER_BRIGHTPEARL, BRIGHT_REMEDY_RETRY },
  { "deleted-in-bigcommerce", N_ ("The order was deleted in the store"),
    N_ ("Restore it in BigCommerce and try again, or cancel the sales order in Brightpearl and "
        "ignore it here."),
    TRY_AGAIN, NULL, BRIGHT_MENDER_BIGCOMMERCE, BRIGHT_REMEDY_RETRY },
  { "shipment-reversed", N_ ("A shipment was taken back in Brightpearl"),
    N_ ("The shopper was told of it. Remove the shipment in BigCommerce and try again, or approve "
        "to leave it there."),
    N_ ("_Approve"), NULL, BRIGHT_MENDER_BIGCOMMERCE, BRIGHT_REMEDY_APPROVE },
  { "reference-gone", N_ ("A choice in the settings does not exist any more"),
    N_ ("Choose another one; what waits for it goes on then."), N_ ("_Choose Another…"),
    "orders.warehouse-id", BRIGHT_MENDER_MERCHANT, BRIGHT_REMEDY_SETTING },
  { "refused-by-brightpearl", N_ ("Brightpearl refused it"),
    N_ ("Mend in Brightpearl what it says, then try again."), TRY_AGAIN, NULL,
    BRIGHT_MENDER_BRIGHTPEARL, BRIGHT_REMEDY_RETRY },
  { "refused-by-bigcommerce", N_ ("BigCommerce refused it"),
    N_ ("Mend in BigCommerce what it says, then try again."), TRY_AGAIN, NULL,
    BRIGHT_MENDER_BIGCOMMERCE, BRIGHT_REMEDY_RETRY },
};

static const BrightCause unknown_cause = { "",
                                           N_ ("Something else needs you"),
                                           N_ ("Read what is said of each, then try again."),
                                           TRY_AGAIN,
                                           NULL,
                                           BRIGHT_MENDER_MERCHANT,
                                           BRIGHT_REMEDY_RETRY };

const BrightCause *
bright_causes_find (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_strcmp0 (causes[i].code, code) == 0)
      return &causes[i];
  return &unknown_cause;
}

const char *
bright_causes_for_mender (BrightMender mender)
{
  switch (mender)
    {
    case BRIGHT_MENDER_BRIGHTPEARL:
      return _ ("Can be mended in Brightpearl.");
    case BRIGHT_MENDER_BIGCOMMERCE:
      return _ ("Can be mended in BigCommerce.");
    case BRIGHT_MENDER_TIME:
      return _ ("Needs only time.");
    case BRIGHT_MENDER_MERCHANT:
    case BRIGHT_MENDER_US:
    default:
      return _ ("You can mend it here.");
    }
}

gboolean
bright_causes_can_approve (const char *code)
{
  return bright_causes_find (code)->remedy == BRIGHT_REMEDY_APPROVE;
}
