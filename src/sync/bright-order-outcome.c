/* What the outcome of a step means for an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row for each kind of step: what to do when it was done, and what when the
 * platform refused it. A refusal without a row of its own is kept and shown.
 */
#include "bright-error.h"
#include "bright-order-flows.h"
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <string.h>

static BrightOrderPart *
get_part (BrightStepApplication *application)
{
  bright_active_order_set_parts (application->active, application->part + 1);
  return application->active->link->parts->pdata[application->part];
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
address_created (BrightStepApplication *application)
{
  application->active->link->address_id = application->id;
}

/* Keeps a contact as it is now; on paper only in memory. */
static void
keep_contact (BrightStepApplication *application, BrightpearlContact *contact)
{
  g_autoptr (GPtrArray) contacts = NULL;

  if (application->active->on_paper)
    {
      application->sync->world_is_imagined = TRUE;
      bright_world_take_contact (application->sync->world, contact);
      return;
    }
  contacts = bright_record_list_new (&brightpearl_contact_type);
  g_ptr_array_add (contacts, contact);
  bright_mirrors_keep (application->sync, application->batch, BRIGHTPEARL_MIRROR_CONTACTS,
                       contacts);
}

static void
contact_created (BrightStepApplication *application)
{
  const BigcommerceAddress *billing = application->active->order->billing_address;
  BrightpearlContact *contact = bright_record_new (&brightpearl_contact_type);
  g_autofree char *email = g_strstrip (g_strdup (billing->email));

  contact->id = application->id;
  contact->is_complete = TRUE;
  contact->default_address_id = application->active->link->address_id;
  set_text (&contact->primary_email, email);
  set_text (&contact->first_name, billing->first_name);
  set_text (&contact->last_name, billing->last_name);
  set_text (&contact->company, billing->company);
  set_text (&contact->telephone, billing->phone);
  keep_contact (application, contact);
  application->active->link->contact_is_settled = TRUE;
  if (!application->active->on_paper)
    application->sync->counts.customers_created++;
}

static void
contact_updated (BrightStepApplication *application)
{
  application->active->link->contact_is_settled = TRUE;
  if (!application->active->on_paper)
    application->sync->counts.customers_updated++;
}

/* A refusal to change a contact is noted and not tried again; the order goes on. */
static void
contact_refused (BrightStepApplication *application)
{
  application->active->link->contact_is_settled = TRUE;
}

/* The contact has the address now, which its mirror must tell the next order. */
static void
address_attached (BrightStepApplication *application)
{
  const BrightpearlContact *contact;
  BrightpearlContact *changed;

  if (bright_world_find_contact (application->sync->world,
                                 application->active->order->billing_address->email, &contact)
      != BRIGHT_CONTACT_FOUND)
    return;
  changed = bright_record_copy (&brightpearl_contact_type, contact);
  changed->default_address_id = application->active->link->address_id;
  keep_contact (application, changed);
  if (!application->active->on_paper)
    application->sync->counts.customers_updated++;
}

static void
sales_order_created (BrightStepApplication *application)
{
  BrightOrderPart *part = get_part (application);
  BrightActiveOrder *active = application->active;

  part->sales_order_id = application->id;
  part->is_stale = TRUE;
  part->is_unknown = FALSE;
  /* If the order was edited between two parts, the first one still carries what was before. */
  if (active->link->content[0] == '\0')
    set_text (&active->link->content, active->content);
  active->created = TRUE;
  if (!active->on_paper)
    bright_journal_batch_put_link (application->batch, active->subject->subject, "brightpearl",
                                   "sales-order", application->id);
}

static void
sales_order_changed (BrightStepApplication *application)
{
  get_part (application)->is_stale = TRUE;
  application->active->updated = TRUE;
}

static void
sales_order_updated (BrightStepApplication *application)
{
  BrightOrderPart *part = get_part (application);

  sales_order_changed (application);
  set_text (&part->pushed, application->active->content);
  /* Rows have come or gone, so what is reserved is looked at again. */
  set_text (&part->reservation, "");
}

/* What is no longer reserved cannot be released: the sales order is read to see which it is. */
static void
release_refused (BrightStepApplication *application)
{
  BrightOrderLink *link = application->active->link;

  get_part (application)->is_stale = TRUE;
  bright_order_link_refuse (link, application->step->kind, application->error->message);
}

static void
cancelled (BrightStepApplication *application)
{
  sales_order_changed (application);
  application->active->link->was_cancelled = TRUE;
}

static void
reserved (BrightStepApplication *application)
{
  BrightOrderPart *part = get_part (application);

  part->is_stale = TRUE;
  part->retry_reservation = FALSE;
  set_text (&part->reservation, "asked");
}

static void
contact_unknown (BrightStepApplication *application)
{
  bright_mirrors_note_unknown (application->sync, application->batch, BRIGHTPEARL_MIRROR_CONTACTS);
}

/* An address without a contact is harmless. */
static void
address_unknown (BrightStepApplication *application)
{
}

const BrightStepKind bright_order_kinds[] = {
  { BRIGHT_STEP_CREATE_ADDRESS, address_created, NULL, address_unknown },
  { BRIGHT_STEP_CREATE_CONTACT, contact_created, NULL, contact_unknown },
  { BRIGHT_STEP_UPDATE_CONTACT, contact_updated, contact_refused, address_unknown },
  { BRIGHT_STEP_ATTACH_ADDRESS, address_attached, contact_refused, address_unknown },
  { BRIGHT_STEP_CREATE_SALES_ORDER, sales_order_created, NULL, NULL },
  { BRIGHT_STEP_UPDATE_SALES_ORDER, sales_order_updated, NULL, NULL },
  { BRIGHT_STEP_CANCEL_SALES_ORDER, cancelled, NULL, NULL },
  { BRIGHT_STEP_RELEASE, sales_order_changed, release_refused, NULL },
  /* A reservation is refused when nothing is in stock; it never holds an order up. */
  { BRIGHT_STEP_RESERVE, reserved, reserved, NULL },
  { BRIGHT_STEP_RESERVE_AGAIN, reserved, reserved, NULL },
  {},
};

/* What happened to a sales order, on paper, so that the steps that follow can be shown. */
static BrightpearlSalesOrder *
pretend (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;
  guint part = application->part;

  if (!active->on_paper || strcmp (application->step->flow, "orders") != 0)
    return NULL;
  return bright_paper_apply (application->sync->world, application->step, application->id,
                             part < active->sales_orders->len ? active->sales_orders->pdata[part]
                                                              : NULL);
}

static void
apply_done (BrightStepApplication *application, const BrightStepKind *kind)
{
  BrightActiveOrder *active = application->active;
  BrightpearlSalesOrder *pretended;

  application->id = application->response != NULL
                        ? bright_json_get_integer (application->response, NULL, 0)
                        : 0;
  pretended = pretend (application);
  kind->done (application);
  if (pretended != NULL)
    bright_active_order_take_sales_order (active, application->part, pretended);
  bright_order_link_forgive (active->link, kind->kind);
  bright_active_order_tell (active, application->sync, application->batch,
                            application->step->summary, application->step->after);
}

static void
apply_refused (BrightStepApplication *application, const BrightStepKind *kind, const GError *error)
{
  BrightActiveOrder *active = application->active;
  gboolean by_store = strcmp (application->step->platform, "bigcommerce") == 0;
  g_autofree char *what = g_strdup_printf (by_store ? _ ("Refused by BigCommerce: %s")
                                                    : _ ("Refused by Brightpearl: %s"),
                                           application->step->summary);

  bright_active_order_tell (active, application->sync, application->batch, what, error->message);
  /* Somebody changed the sales order at the same moment: read it and decide anew. */
  if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_CONFLICT))
    get_part (application)->is_stale = TRUE;
  else if (kind->refused != NULL)
    kind->refused (application);
  else
    bright_order_link_refuse (active->link, kind->kind, error->message);
}

void
bright_order_link_note_unknown (BrightOrderLink *link, const char *kind, const char *key)
{
  const char *dash = strchr (key, '-');
  guint suffix = dash != NULL ? (guint)g_ascii_strtoull (dash + 1, NULL, 10) : 1;

  if (strcmp (kind, BRIGHT_STEP_CREATE_SALES_ORDER) == 0)
    {
      bright_order_link_set_parts (link, MAX (suffix, 1));
      ((BrightOrderPart *)link->parts->pdata[MAX (suffix, 1) - 1])->is_unknown = TRUE;
      return;
    }
  /* Whatever else it was shows when everything about the order is read again. */
  for (guint i = 0; i < link->parts->len; i++)
    ((BrightOrderPart *)link->parts->pdata[i])->is_stale = TRUE;
  link->stale_facts = (G_GINT64_CONSTANT (1) << BRIGHT_N_ORDER_FACTS) - 1;
}

static void
apply_unknown (BrightStepApplication *application, const BrightStepKind *kind)
{
  BrightActiveOrder *active = application->active;

  if (kind->unknown != NULL)
    kind->unknown (application);
  else
    bright_order_link_note_unknown (active->link, application->step->kind, application->step->key);
  if (strcmp (kind->kind, BRIGHT_STEP_CREATE_SALES_ORDER) == 0)
    bright_mirrors_note_unknown (application->sync, application->batch,
                                 BRIGHTPEARL_MIRROR_SALES_ORDERS);
  bright_active_order_set_parts (active, active->link->parts->len);
  bright_active_order_tell (active, application->sync, application->batch,
                            _ ("No answer came; it is checked before anything is sent again."),
                            application->step->summary);
}

gboolean
bright_active_order_apply (BrightActiveOrder *active,
                           BrightSync *sync,
                           BrightJournalBatch *batch,
                           const BrightStep *step,
                           guint part,
                           const BrightOutcome *outcome,
                           GError **error)
{
  const BrightStepKind *kind = bright_flows_find_kind (step->kind);
  BrightStepApplication application
      = { active, sync, batch, step, part, 0, outcome->response, outcome->error };

  g_return_val_if_fail (kind != NULL, FALSE);

  switch (outcome->kind)
    {
    case BRIGHT_OUTCOME_DONE:
      active->steps++;
      apply_done (&application, kind);
      break;
    case BRIGHT_OUTCOME_REFUSED:
      apply_refused (&application, kind, outcome->error);
      break;
    case BRIGHT_OUTCOME_UNKNOWN:
      apply_unknown (&application, kind);
      break;
    case BRIGHT_OUTCOME_UNSENT:
    default:
      g_propagate_error (error, g_error_copy (outcome->error));
      break;
    }
  bright_active_order_keep (active, batch);
  return outcome->kind != BRIGHT_OUTCOME_UNSENT;
}
