/* The numbers of a sync's report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-output.h"

/* Marks both forms for the translators; ngettext() chooses when it is shown. */
#define BRIGHT_PLURAL(singular, plural) singular, plural
#define AT(member) G_STRUCT_OFFSET (BrightSyncReport, member)

const BrightCounter bright_counters[] = {
  { "orders", "created", AT (orders_created),
    BRIGHT_PLURAL ("order created in Brightpearl", "orders created in Brightpearl") },
  { "orders", "updated", AT (orders_updated),
    BRIGHT_PLURAL ("order updated in Brightpearl", "orders updated in Brightpearl") },
  { "orders", "adopted", AT (orders_adopted),
    BRIGHT_PLURAL ("order found in Brightpearl and linked",
                   "orders found in Brightpearl and linked") },
  { "orders", "in-step", AT (orders_in_step),
    BRIGHT_PLURAL ("order in step already", "orders in step already") },
  { "orders", "filtered", AT (orders_filtered),
    BRIGHT_PLURAL ("order left out by the settings", "orders left out by the settings") },
  { "orders", "held", AT (orders_held), BRIGHT_PLURAL ("order held", "orders held") },
  { "orders", "waiting", AT (orders_waiting), BRIGHT_PLURAL ("order waiting", "orders waiting") },
  { "customers", "created", AT (customers_created),
    BRIGHT_PLURAL ("customer created in Brightpearl", "customers created in Brightpearl") },
  { "customers", "updated", AT (customers_updated),
    BRIGHT_PLURAL ("customer updated in Brightpearl", "customers updated in Brightpearl") },
  { "statuses", "to-brightpearl", AT (statuses_to_brightpearl),
    BRIGHT_PLURAL ("status set in Brightpearl", "statuses set in Brightpearl") },
  { "statuses", "to-bigcommerce", AT (statuses_to_bigcommerce),
    BRIGHT_PLURAL ("status set in BigCommerce", "statuses set in BigCommerce") },
  { "notes", "to-brightpearl", AT (notes_to_brightpearl),
    BRIGHT_PLURAL ("note written to Brightpearl", "notes written to Brightpearl") },
  { "notes", "to-bigcommerce", AT (notes_to_bigcommerce),
    BRIGHT_PLURAL ("note written to BigCommerce", "notes written to BigCommerce") },
  { "shipments", "created", AT (shipments_created),
    BRIGHT_PLURAL ("shipment created in BigCommerce", "shipments created in BigCommerce") },
  { "shipments", "updated", AT (shipments_updated),
    BRIGHT_PLURAL ("shipment updated in BigCommerce", "shipments updated in BigCommerce") },
  { "payments", "created", AT (payments_created),
    BRIGHT_PLURAL ("payment created in Brightpearl", "payments created in Brightpearl") },
  { "refunds", "created", AT (refunds_created),
    BRIGHT_PLURAL ("refund created in Brightpearl", "refunds created in Brightpearl") },
  { "stock", "checked", AT (stock_checked),
    BRIGHT_PLURAL ("stock level checked", "stock levels checked") },
  { "stock", "updated", AT (stock_updated),
    BRIGHT_PLURAL ("stock level set in BigCommerce", "stock levels set in BigCommerce") },
  { NULL, NULL, 0, NULL, NULL },
};

guint
bright_counter_read (const BrightCounter *counter, const BrightSyncReport *report)
{
  return G_STRUCT_MEMBER (guint, report, counter->offset);
}

gboolean
bright_output_is_write (const BrightStep *step)
{
  return step->verb != NULL && *step->verb != '\0';
}

guint
bright_output_count_writes (GPtrArray *steps)
{
  guint count = 0;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (bright_output_is_write (g_ptr_array_index (steps, i)))
      count++;
  return count;
}
