/* Settings that name something in the Brightpearl account.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-bank-accounts.h"
#include "bright-sync-service-private.h"

#include <glib/gi18n.h>
#include <inttypes.h>

static void
problem_free (gpointer data)
{
  BrightReferenceProblem *problem = data;

  g_free (problem->message);
  g_free (problem);
}

static void
add (GPtrArray *problems, const char *setting, char *message)
{
  BrightReferenceProblem *problem = g_new0 (BrightReferenceProblem, 1);

  problem->setting = setting;
  problem->message = message;
  g_ptr_array_add (problems, problem);
}

GPtrArray *
bright_settings_find_unchosen (const BrightSettingsSnapshot *settings)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  if (!settings->orders.enabled)
    return problems;
  if (settings->orders.channel_id == 0)
    add (problems, "orders.channel-id", g_strdup (_ ("choose the channel for sales orders")));
  if (settings->orders.warehouse_id == 0)
    add (problems, "orders.warehouse-id",
         g_strdup (_ ("choose the warehouse that stock is reserved in")));
  return problems;
}

static void
check (GPtrArray *problems,
       const BrightWorld *world,
       const char *setting,
       const char *kind,
       gint64 id,
       const char *code)
{
  if ((id == 0 && (code == NULL || code[0] == '\0')) || !bright_world_has_reference (world, kind)
      || bright_world_find_reference (world, kind, id, code) != NULL)
    return;
  if (code != NULL)
    add (problems, setting, g_strdup_printf (_ ("“%s” does not exist in Brightpearl"), code));
  else
    add (problems, setting, g_strdup_printf (_ ("%" PRId64 " does not exist in Brightpearl"), id));
}

static void
check_bank_account (GPtrArray *problems,
                    const BrightWorld *world,
                    const char *setting,
                    const char *code,
                    const char *currency)
{
  const BrightpearlConfiguration *configuration = bright_world_get_configuration (world);
  const BrightReferenceItem *method
      = bright_world_find_reference (world, "payment-method", 0, code);

  if (method == NULL || configuration == NULL
      || bright_bank_accounts_cover (method->detail, currency, configuration->base_currency))
    return;
  add (problems, setting,
       g_strdup_printf (_ ("“%s” has no bank account in %s: Brightpearl will make no sales "
                           "receipts for it, and none later. Give it one in Brightpearl first."),
                        code, currency));
}

GPtrArray *
bright_settings_find_unbanked (const BrightSettingsSnapshot *settings,
                               const BrightWorld *world,
                               const char *currency)
{
  const BrightPaymentsValues *payments = &settings->payments;
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);

  if (!settings->orders.enabled || !payments->enabled)
    return problems;
  for (guint i = 0; i < payments->method_map->len; i++)
    check_bank_account (problems, world, "payments.method-map",
                        bright_mapping_get_right (payments->method_map->pdata[i]), currency);
  check_bank_account (problems, world, "payments.default-method", payments->default_method,
                      currency);
  return problems;
}

static void
check_map (GPtrArray *problems,
           const BrightWorld *world,
           const char *setting,
           const char *kind,
           GPtrArray *map,
           gboolean by_code)
{
  for (guint i = 0; i < map->len; i++)
    check (problems, world, setting, kind,
           by_code ? 0 : bright_mapping_get_right_number (map->pdata[i]),
           by_code ? bright_mapping_get_right (map->pdata[i]) : NULL);
}

GPtrArray *
bright_settings_find_gone (const BrightSettingsSnapshot *settings, const BrightWorld *world)
{
  const BrightOrdersValues *orders = &settings->orders;
  const BrightNotesValues *notes = &settings->notes;
  const BrightPaymentsValues *payments = &settings->payments;
  GPtrArray *problems = g_ptr_array_new_with_free_func (problem_free);
  const struct
  {
    const char *setting;
    const char *kind;
    gint64 id;
    const char *code;
  } choices[] = {
    { "orders.channel-id", "channel", orders->channel_id, NULL },
    { "orders.warehouse-id", "warehouse", orders->warehouse_id, NULL },
    { "orders.lead-source-id", "lead-source", orders->lead_source_id, NULL },
    { "orders.project-id", "project", orders->project_id, NULL },
    { "orders.price-list-id", "price-list", orders->price_list_id, NULL },
    { "orders.taxable-code", "tax-code", 0, orders->taxable_code },
    { "orders.tax-free-code", "tax-code", 0, orders->tax_free_code },
    { "orders.sales-nominal-code", "nominal-code", 0, orders->sales_nominal_code },
    { "orders.shipping-nominal-code", "nominal-code", 0, orders->shipping_nominal_code },
    { "orders.discount-nominal-code", "nominal-code", 0, orders->discount_nominal_code },
    { "orders.gift-certificate-nominal-code", "nominal-code", 0,
      orders->gift_certificate_nominal_code },
    { "orders.rounding-nominal-code", "nominal-code", 0, orders->rounding_nominal_code },
    { "orders.default-brightpearl-status", "order-status", orders->default_brightpearl_status,
      NULL },
    { "payments.default-method", "payment-method", 0,
      payments->enabled ? payments->default_method : "" },
    { "notes.customer-field", "custom-field", 0, notes->enabled ? notes->customer_field : "" },
    { "notes.staff-field", "custom-field", 0, notes->enabled ? notes->staff_field : "" },
  };

  if (!orders->enabled)
    return problems;
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    check (problems, world, choices[i].setting, choices[i].kind, choices[i].id, choices[i].code);
  check_map (problems, world, "orders.tax-map", "tax-code", orders->tax_map, TRUE);
  check_map (problems, world, "orders.status-map", "order-status", orders->status_map, FALSE);
  if (payments->enabled)
    check_map (problems, world, "payments.method-map", "payment-method", payments->method_map,
               TRUE);
  return problems;
}
