/* Which contact is an order for?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The e-mail decides. A mirror that was brought up to date in this sync is
 * proof that nobody has it.
 */
#include "bright-steps.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
has_email (const BigcommerceOrder *order)
{
  return order->billing_address != NULL
         && order->billing_address->email[strspn (order->billing_address->email, " \t")] != '\0';
}

BrightDecision *
bright_customer_check (const BrightOrderCase *order_case)
{
  const BrightItemsValues *items = &order_case->settings->items;
  const BrightpearlContact *contact;
  const char *email;

  if (!has_email (order_case->order))
    return items->placeholder_contact_id != 0
               ? NULL
               : bright_decision_hold ("customer-without-email", "items.placeholder-contact-id",
                                       g_strdup (_ ("The order has no e-mail, and no contact is "
                                                    "chosen for such orders.")));
  email = order_case->order->billing_address->email;
  switch (bright_world_find_contact (order_case->world, email, &contact))
    {
    case BRIGHT_CONTACT_SEVERAL:
      return bright_decision_hold (
          "customer-ambiguous", NULL,
          g_strdup_printf (_ ("Several customers in Brightpearl have the e-mail %s."), email));
    case BRIGHT_CONTACT_UNKNOWN:
    case BRIGHT_CONTACT_NO_CUSTOMER:
      if (!items->create_customers)
        return bright_decision_hold (
            "customer-waiting", "items.create-customers",
            g_strdup_printf (_ ("No customer in Brightpearl has the e-mail %s, and customers are "
                                "not created."),
                             email));
      return NULL;
    case BRIGHT_CONTACT_FOUND:
    default:
      return NULL;
    }
}

/* Only the order that has the claim works on a contact; NULL if it is this one. */
static BrightDecision *
claim (const BrightOrderCase *order_case)
{
  const char *claimant
      = bright_world_claim_email (order_case->world, order_case->order->billing_address->email,
                                  order_case->subject);
  BrightDecision *decision;

  if (strcmp (claimant, order_case->subject) == 0)
    return NULL;
  decision = bright_decision_new (BRIGHT_DECISION_WAIT);
  decision->waits_for = g_strdup (claimant);
  return decision;
}

static BrightDecision *
create (const BrightOrderCase *order_case, BrightContactMatch match)
{
  BrightDecision *decision = claim (order_case);
  BrightStep *step;

  if (decision != NULL)
    return decision;
  if (order_case->link->address_id == 0)
    return bright_decision_step (bright_step_create_address (order_case));
  step = bright_step_create_contact (order_case, order_case->link->address_id);
  if (match == BRIGHT_CONTACT_NO_CUSTOMER)
    {
      char *summary = g_strdup_printf (
          _ ("%s; the e-mail also belongs to a staff member or supplier"), step->summary);

      g_free (step->summary);
      step->summary = summary;
    }
  return bright_decision_step (step);
}

/* What the settings allow to be filled in or overwritten; NULL if nothing is. */
static BrightDecision *
update (const BrightOrderCase *order_case, const BrightpearlContact *contact)
{
  BrightDecision *decision;
  BrightStep *step;

  /* An address that is refused is no reason to keep the order back. */
  if (order_case->link->contact_is_settled
      || bright_order_link_get_refusal (order_case->link, BRIGHT_STEP_CREATE_ADDRESS) != NULL
      || order_case->settings->items.update_customers == BRIGHT_UPDATE_CUSTOMERS_NEVER)
    return NULL;
  if (!contact->is_complete)
    {
      decision = bright_decision_need (BRIGHT_NEED_CONTACT);
      decision->id = contact->id;
      return decision;
    }
  step = contact->default_address_id != 0 ? bright_step_update_contact (order_case, contact) : NULL;
  if (contact->default_address_id != 0 && step == NULL)
    return NULL;
  decision = claim (order_case);
  if (decision != NULL)
    {
      bright_step_free (step);
      return decision;
    }
  if (step == NULL && order_case->link->address_id == 0)
    step = bright_step_create_address (order_case);
  else if (step == NULL)
    step = bright_step_attach_address (order_case, contact);
  return bright_decision_step (step);
}

BrightDecision *
bright_customer_decide (const BrightOrderCase *order_case, gint64 *contact_id)
{
  BrightDecision *decision = bright_customer_check (order_case);
  const BrightpearlContact *contact;
  BrightContactMatch match;

  if (decision != NULL)
    return decision;
  if (!has_email (order_case->order))
    {
      *contact_id = order_case->settings->items.placeholder_contact_id;
      return NULL;
    }
  match = bright_world_find_contact (order_case->world,
                                     order_case->order->billing_address->email, &contact);
  if (match != BRIGHT_CONTACT_FOUND)
    return create (order_case, match);
  *contact_id = contact->id;
  return update (order_case, contact);
}
