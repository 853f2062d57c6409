/* What the outcome of a step means for an order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One row for each kind of step: what to do when it was done, and what when the
 * platform refused it. A refusal without a row of its own is kept and shown.
 */
#include "bright-error.h"
#include "bright-order-active.h"
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  BrightActiveOrder *active;
  BrightSync *sync;
  BrightJournalBatch *batch;
  const BrightStep *step;
  guint part;
  gint64 id; /* what the platform made; 0 if it told none */
  const GError *error; /* (nullable): why it was refused */
} Application;

static BrightOrderPart *
get_part (Application *application)
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
address_created (Application *application)
{
  application->active->link->address_id = application->id;
}

static void
contact_created (Application *application)
{
  const BigcommerceAddress *billing = application->active->order->billing_address;
  g_autoptr (GPtrArray) contacts = bright_record_list_new (&brightpearl_contact_type);
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
  g_ptr_array_add (contacts, contact);
  application->active->link->contact_is_settled = TRUE;
  if (application->active->on_paper)
    {
      bright_world_take_contact (application->sync->world, contact);
      g_ptr_array_steal_index (contacts, 0);
      return;
    }
  bright_mirrors_keep (application->sync, application->batch, BRIGHTPEARL_MIRROR_CONTACTS,
                       contacts);
  application->sync->counts.customers_created++;
}

static void
contact_updated (Application *application)
{
  application->active->link->contact_is_settled = TRUE;
  if (!application->active->on_paper)
    application->sync->counts.customers_updated++;
}

/* A refusal to change a contact is noted and not tried again; the order goes on. */
static void
contact_refused (Application *application)
{
  application->active->link->contact_is_settled = TRUE;
}

/* The contact has the address now, which its mirror must tell the next order. */
static void
address_attached (Application *application)
{
  const BrightpearlContact *contact;
  g_autoptr (GPtrArray) contacts = NULL;

  if (bright_world_find_contact (application->sync->world,
                                 application->active->order->billing_address->email, &contact)
      != BRIGHT_CONTACT_FOUND)
    return;
  contacts = bright_record_list_new (&brightpearl_contact_type);
  g_ptr_array_add (contacts, bright_record_copy (&brightpearl_contact_type, contact));
  ((BrightpearlContact *) contacts->pdata[0])->default_address_id
      = application->active->link->address_id;
  bright_mirrors_keep (application->sync, application->batch, BRIGHTPEARL_MIRROR_CONTACTS,
                       contacts);
  if (!application->active->on_paper)
    application->sync->counts.customers_updated++;
}

static void
sales_order_created (Application *application)
{
  BrightOrderPart *part = get_part (application);
  BrightActiveOrder *active = application->active;

  part->sales_order_id = application->id;
  part->is_stale = TRUE;
  part->is_unknown = FALSE;
  set_text (&active->link->content, active->content);
  active->created = TRUE;
  if (!active->on_paper)
    bright_journal_batch_put_link (application->batch, active->subject->subject, "brightpearl",
                                   "sales-order", application->id);
}

static void
sales_order_changed (Application *application)
{
  get_part (application)->is_stale = TRUE;
  application->active->updated = TRUE;
}

static void
sales_order_updated (Application *application)
{
  BrightOrderPart *part = get_part (application);

  sales_order_changed (application);
  set_text (&part->pushed, application->active->content);
  /* Rows have come or gone, so what is reserved is looked at again. */
  set_text (&part->reservation, "");
}

/* What is no longer reserved cannot be released: the sales order is read to see which it is. */
static void
release_refused (Application *application)
{
  BrightOrderLink *link = application->active->link;

  get_part (application)->is_stale = TRUE;
  set_text (&link->refused_kind, application->step->kind);
  set_text (&link->refused_message, application->error->message);
}

static void
cancelled (Application *application)
{
  sales_order_changed (application);
  application->active->link->was_cancelled = TRUE;
}

static void
reserved (Application *application)
{
  BrightOrderPart *part = get_part (application);

  part->is_stale = TRUE;
  part->retry_reservation = FALSE;
  set_text (&part->reservation, "asked");
}

static const struct
{
  const char *kind;
  void (*done) (Application *application);
  void (*refused) (Application *application);
} kinds[] = {
  { BRIGHT_STEP_CREATE_ADDRESS, address_created, NULL },
  { BRIGHT_STEP_CREATE_CONTACT, contact_created, NULL },
  { BRIGHT_STEP_UPDATE_CONTACT, contact_updated, contact_refused },
  { BRIGHT_STEP_ATTACH_ADDRESS, address_attached, contact_refused },
  { BRIGHT_STEP_CREATE_SALES_ORDER, sales_order_created, NULL },
  { BRIGHT_STEP_UPDATE_SALES_ORDER, sales_order_updated, NULL },
  { BRIGHT_STEP_CANCEL_SALES_ORDER, cancelled, NULL },
  { BRIGHT_STEP_RELEASE, sales_order_changed, release_refused },
  /* A reservation is refused when nothing is in stock; it never holds an order up. */
  { BRIGHT_STEP_RESERVE, reserved, reserved },
  { BRIGHT_STEP_RESERVE_AGAIN, reserved, reserved },
};

static void
apply_done (Application *application, const BrightOutcome *outcome)
{
  BrightActiveOrder *active = application->active;
  const char *kind = application->step->kind;
  BrightpearlSalesOrder *pretended = NULL;

  application->id = outcome->response != NULL
                        ? bright_json_get_integer (outcome->response, NULL, 0)
                        : 0;
  if (active->on_paper)
    pretended = bright_paper_apply (application->sync->world, application->step, application->id,
                                    application->part < active->sales_orders->len
                                        ? active->sales_orders->pdata[application->part]
                                        : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, kind) == 0)
      kinds[i].done (application);
  if (pretended != NULL)
    bright_active_order_take_sales_order (active, application->part, pretended);
  set_text (&active->link->refused_kind, "");
  set_text (&active->link->refused_message, "");
  bright_active_order_tell (active, application->sync, application->batch,
                            application->step->summary, application->step->after);
}

static void
apply_refused (Application *application)
{
  BrightActiveOrder *active = application->active;
  const GError *error = application->error;
  g_autofree char *what = g_strdup_printf (_ ("Refused by Brightpearl: %s"),
                                           application->step->summary);

  bright_active_order_tell (active, application->sync, application->batch, what, error->message);
  /* Somebody changed the sales order at the same moment: read it and decide anew. */
  if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_CONFLICT))
    {
      get_part (application)->is_stale = TRUE;
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].kind, application->step->kind) == 0 && kinds[i].refused != NULL)
      {
        kinds[i].refused (application);
        return;
      }
  set_text (&active->link->refused_kind, application->step->kind);
  set_text (&active->link->refused_message, error->message);
}

void
bright_order_link_note_unknown (BrightOrderLink *link,
                                BrightSync *sync,
                                const char *kind,
                                const char *key)
{
  if (strcmp (kind, BRIGHT_STEP_CREATE_CONTACT) == 0)
    {
      bright_sync_note_unknown (sync, BRIGHTPEARL_MIRROR_CONTACTS);
      return;
    }
  if (strcmp (kind, BRIGHT_STEP_CREATE_SALES_ORDER) == 0)
    {
      const char *dash = strchr (key, '-');
      guint suffix = dash != NULL ? (guint) g_ascii_strtoull (dash + 1, NULL, 10) : 1;

      bright_order_link_set_parts (link, MAX (suffix, 1));
      ((BrightOrderPart *) link->parts->pdata[MAX (suffix, 1) - 1])->is_unknown = TRUE;
      bright_sync_note_unknown (sync, BRIGHTPEARL_MIRROR_SALES_ORDERS);
      return;
    }
  /* An address without a contact is harmless; all else shows when the sales order is read. */
  for (guint i = 0; i < link->parts->len; i++)
    ((BrightOrderPart *) link->parts->pdata[i])->is_stale = TRUE;
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
  Application application = { active, sync, batch, step, part, 0, outcome->error };

  switch (outcome->kind)
    {
    case BRIGHT_OUTCOME_DONE:
      active->steps++;
      apply_done (&application, outcome);
      break;
    case BRIGHT_OUTCOME_REFUSED:
      apply_refused (&application);
      break;
    case BRIGHT_OUTCOME_UNKNOWN:
      bright_order_link_note_unknown (active->link, sync, step->kind, step->key);
      bright_active_order_set_parts (active, active->link->parts->len);
      bright_active_order_tell (active, sync, batch,
                                _ ("No answer came; it is checked before anything is sent again."),
                                step->summary);
      break;
    case BRIGHT_OUTCOME_UNSENT:
    default:
      g_propagate_error (error, g_error_copy (outcome->error));
      break;
    }
  bright_active_order_keep (active, batch);
  return outcome->kind != BRIGHT_OUTCOME_UNSENT;
}
