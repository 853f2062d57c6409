/* The shipments flow: its steps, and what their outcomes mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "bright-order-answer.h"
#include "bright-shipments-private.h"
#include "bright-step-private.h"
#include "bright-tracking.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

static BrightStep *
begin (const BrightOrderCase *order_case,
       const char *kind,
       const char *verb,
       const char *method,
       char *path,
       JsonBuilder *builder,
       char *summary)
{
  BrightStep *step = bright_step_begin (order_case, "shipments", kind, verb, method, path,
                                        json_builder_get_root (builder), summary);

  bright_step_set_text (&step->platform,
                        g_strdup (bright_platform_name (BRIGHT_PLATFORM_BIGCOMMERCE)));
  return step;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_travel (JsonBuilder *builder,
            const BrightOrderCase *order_case,
            const BrightShipmentWords *words)
{
  const BrightShipments *shipments = order_case->link->shipments;
  gboolean without_carrier = shipments != NULL && shipments->without_carrier;

  add_text (builder, "tracking_number", words->tracking);
  add_text (builder, "tracking_carrier",
            without_carrier ? ""
                            : bright_tracking_get_carrier (order_case->settings, order_case->world,
                                                           words->method_id));
  /* Left out, it would become one of the merchant's own, and the mail would have no link. */
  add_text (builder, "shipping_provider", "");
  add_text (builder, "shipping_method",
            bright_tracking_name_method (order_case->settings, order_case->world,
                                         words->method_id));
}

static gint64
add_items (JsonBuilder *builder, const BrightShipmentPlan *plan)
{
  gint64 units = 0;

  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->items->len; i++)
    {
      const BigcommerceShipmentItem *item = plan->items->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "order_product_id");
      json_builder_add_int_value (builder, item->line_id);
      json_builder_set_member_name (builder, "quantity");
      json_builder_add_int_value (builder, item->quantity);
      json_builder_end_object (builder);
      units += item->quantity;
    }
  json_builder_end_array (builder);
  return units;
}

/* What stands in the plan and in the timeline; what does not fit is not lost silently. */
static char *
describe_tracking (const BrightShipmentWords *words)
{
  if (words->tracking[0] == '\0')
    return g_strdup (_ ("no tracking number yet"));
  if (words->is_cut)
    return g_strdup_printf (_ ("%s (the store takes no more of “%s”)"), words->tracking,
                            words->reference);
  return g_strdup (words->tracking);
}

BrightStep *
bright_shipment_step_create (const BrightOrderCase *order_case,
                             const BrightShipmentEntry *entry,
                             const BrightShipmentPlan *plan,
                             const BrightShipmentWords *words)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *mark = bright_shipment_entry_format_mark (entry);
  BrightStep *step;
  gint64 units;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "order_address_id");
  json_builder_add_int_value (builder, plan->address_id);
  add_travel (builder, order_case, words);
  add_text (builder, "comments", mark);
  units = add_items (builder, plan);
  json_builder_end_object (builder);
  step = begin (
      order_case, BRIGHT_STEP_CREATE_SHIPMENT, "ship", "POST",
      g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT "/shipments", order_case->order->id), builder,
      g_strdup_printf (ngettext ("Ship %" PRId64 " unit in the store (%s)",
                                 "Ship %" PRId64 " units in the store (%s)", (gulong)units),
                       units, mark));
  bright_step_set_text (&step->key, bright_shipment_entry_format_key (entry));
  bright_step_set_text (&step->after, describe_tracking (words));
  return step;
}

BrightStep *
bright_shipment_step_update (const BrightOrderCase *order_case,
                             const BrightShipmentEntry *entry,
                             const BrightShipmentWords *words)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *mark = bright_shipment_entry_format_mark (entry);
  BrightStep *step;

  json_builder_begin_object (builder);
  add_travel (builder, order_case, words);
  json_builder_end_object (builder);
  step = begin (order_case, BRIGHT_STEP_UPDATE_SHIPMENT, "update", "PUT",
                g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT "/shipments/%" G_GINT64_FORMAT,
                                 order_case->order->id, entry->shipment_id),
                builder,
                g_strdup_printf (_ ("Put the tracking number on shipment %" PRId64 " (%s)"),
                                 entry->shipment_id, mark));
  bright_step_set_text (&step->key, bright_shipment_entry_format_key (entry));
  bright_step_set_text (&step->before, g_strdup (entry->tracking));
  bright_step_set_text (&step->after, describe_tracking (words));
  return step;
}

BrightStep *
bright_shipment_step_set_status (const BrightOrderCase *order_case, gint64 status_id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrightStep *step;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "status_id");
  json_builder_add_int_value (builder, status_id);
  json_builder_end_object (builder);
  step = begin (order_case, BRIGHT_STEP_SET_SHIPPED_STATUS, "set-status", "PUT",
                g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT, order_case->order->id), builder,
                g_strdup (_ ("Tell the store that the order has left")));
  bright_step_set_text (&step->before, g_strdup (order_case->order->status_label));
  bright_step_set_text (&step->after, g_strdup (status_id == BRIGHT_STATUS_SHIPPED
                                                    ? _ ("Shipped")
                                                    : _ ("Partially Shipped")));
  return step;
}

/* ---- Outcomes ---- */

/* The next shipment of the order must count with this one. */
static void
add_to_fact (BrightStepApplication *application, JsonNode *body, gint64 id)
{
  BrightActiveOrder *active = application->active;
  BigcommerceShipments *shipments = active->facts[BRIGHT_ORDER_FACT_SHIPMENTS];
  BigcommerceShipment *shipment = bright_record_read (&bigcommerce_shipment_type, body, NULL);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, active->order->id);
  g_autofree char *text = NULL;

  if (shipments == NULL || shipment == NULL)
    {
      bigcommerce_shipment_free (shipment);
      bright_order_link_forget_fact (active->link, BRIGHT_ORDER_FACT_SHIPMENTS);
      return;
    }
  shipment->id = id;
  g_ptr_array_add (shipments->shipments, shipment);
  if (active->on_paper)
    return;
  text = bright_record_to_string (&bigcommerce_shipments_type, shipments);
  bright_journal_batch_put_fact (application->batch,
                                 bright_order_fact_kinds[BRIGHT_ORDER_FACT_SHIPMENTS].kind, key,
                                 text, "", bright_sync_get_time (application->sync));
}

static void
set_tracking (BrightShipmentEntry *entry, JsonNode *body)
{
  g_free (entry->tracking);
  entry->tracking = g_strdup (bright_json_get_string (body, "tracking_number"));
  if (entry->tracking == NULL)
    entry->tracking = g_strdup ("");
}

static void
shipment_created (BrightStepApplication *application)
{
  BrightOrderLink *link = application->active->link;
  BrightShipments *shipments = bright_order_link_get_shipments (link);
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);
  gboolean on_paper = application->active->on_paper;
  gint64 id = on_paper ? application->id
                       : bright_json_get_integer (application->response, "id", 0);
  BrightShipmentEntry wanted;
  BrightShipmentEntry *entry;

  bright_shipment_entry_parse_key (application->step->key, &wanted);
  /* Something was made, but not which: it is looked for. */
  if (id == 0)
    {
      bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_SHIPMENTS);
      return;
    }
  entry = bright_shipments_put_entry (shipments, &wanted);
  entry->shipment_id = id;
  set_tracking (entry, body);
  add_to_fact (application, body, id);
  if (on_paper)
    return;
  shipments->must_look = TRUE;
  bright_order_link_forget_fact (link, BRIGHT_ORDER_FACT_ORDER);
  application->sync->counts.shipments_created++;
}

static void
refuse (BrightStepApplication *application)
{
  bright_order_link_refuse (application->active->link, application->step->kind,
                            application->error->message);
}

/* A carrier that the store does not know must not keep the shipment away: once without it. */
static gboolean
give_up_carrier (BrightStepApplication *application)
{
  BrightShipments *shipments = bright_order_link_get_shipments (application->active->link);
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);
  const char *carrier = bright_json_get_string (body, "tracking_carrier");

  if (!g_error_matches (application->error, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED) || carrier == NULL
      || carrier[0] == '\0' || shipments->without_carrier)
    return FALSE;
  shipments->without_carrier = TRUE;
  return TRUE;
}

static void
shipment_refused (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_SHIPMENTS);
  if (!give_up_carrier (application))
    refuse (application);
}

static void
shipment_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_SHIPMENTS);
}

static BrightShipmentEntry *
find_entry (BrightStepApplication *application)
{
  BrightShipmentEntry wanted;

  bright_shipment_entry_parse_key (application->step->key, &wanted);
  return bright_shipments_put_entry (bright_order_link_get_shipments (application->active->link),
                                     &wanted);
}

static void
shipment_updated (BrightStepApplication *application)
{
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);

  set_tracking (find_entry (application), body);
  if (!application->active->on_paper)
    application->sync->counts.shipments_updated++;
}

static void
update_refused (BrightStepApplication *application)
{
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);

  /* A shipment that somebody took away needs no tracking number. */
  if (g_error_matches (application->error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND))
    set_tracking (find_entry (application), body);
  else if (!give_up_carrier (application))
    refuse (application);
}

/* The same once more does no harm. */
static void
nothing_unknown (BrightStepApplication *application)
{
}

static void
status_set (BrightStepApplication *application)
{
  bright_order_link_get_shipments (application->active->link)->must_look = FALSE;
  bright_order_answer_take (application);
}

static void
status_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_ORDER);
}

const BrightStepKind bright_shipment_kinds[] = {
  { BRIGHT_STEP_CREATE_SHIPMENT, shipment_created, shipment_refused, shipment_unknown },
  { BRIGHT_STEP_UPDATE_SHIPMENT, shipment_updated, update_refused, nothing_unknown },
  { BRIGHT_STEP_SET_SHIPPED_STATUS, status_set, NULL, status_unknown },
  {},
};
