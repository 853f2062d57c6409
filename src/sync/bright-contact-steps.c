/* Steps that make or change a contact.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-step-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define REPLACE "replace"

void
bright_step_set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

BrightStep *
bright_step_begin (const BrightOrderCase *order_case,
                   const char *flow,
                   const char *kind,
                   const char *verb,
                   const char *method,
                   char *path,
                   JsonNode *body,
                   char *summary)
{
  BrightStep *step = bright_record_new (&bright_step_type);

  bright_step_set_text (&step->subject, g_strdup (order_case->subject));
  bright_step_set_text (&step->flow, g_strdup (flow));
  bright_step_set_text (&step->platform,
                        g_strdup (bright_platform_name (BRIGHT_PLATFORM_BRIGHTPEARL)));
  bright_step_set_text (&step->kind, g_strdup (kind));
  bright_step_set_text (&step->verb, g_strdup (verb));
  bright_step_set_text (&step->method, g_strdup (method));
  bright_step_set_text (&step->path, path);
  if (body != NULL)
    {
      bright_step_set_text (&step->body, bright_json_to_string (body));
      json_node_unref (body);
    }
  if (summary != NULL)
    bright_step_set_text (&step->summary, summary);
  return step;
}

char *
bright_cut_text (const char *text, glong length)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *trimmed = g_strdup (g_strstrip (valid));

  if (g_utf8_strlen (trimmed, -1) <= length)
    return g_steal_pointer (&trimmed);
  return g_utf8_substring (trimmed, 0, length);
}

char *
bright_address_format_name (const BigcommerceAddress *address)
{
  g_autofree char *name = g_strdup_printf ("%s %s", address->first_name, address->last_name);

  return g_strdup (g_strstrip (name));
}

/* A street is required, but a shopper need not have given one. */
static const char *
get_first_line (const BigcommerceAddress *address)
{
  const char *const lines[] = { address->street_1, address->street_2, address->company,
                                address->city };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i][strspn (lines[i], " ")] != '\0')
      return lines[i];
  return "-";
}

BrightpearlAddress *
bright_address_convert (const BigcommerceAddress *address)
{
  BrightpearlAddress *converted = bright_record_new (&brightpearl_address_type);

  bright_step_set_text (&converted->full_name, bright_address_format_name (address));
  bright_step_set_text (&converted->company, g_strdup (address->company));
  bright_step_set_text (&converted->line_1, g_strdup (get_first_line (address)));
  bright_step_set_text (&converted->line_2, g_strdup (address->street_2));
  bright_step_set_text (&converted->line_3, g_strdup (address->city));
  bright_step_set_text (&converted->line_4, g_strdup (address->state));
  bright_step_set_text (&converted->postal_code, g_strdup (address->postal_code));
  bright_step_set_text (&converted->country_code, g_strdup (address->country_code));
  bright_step_set_text (&converted->telephone, g_strdup (address->phone));
  bright_step_set_text (&converted->email, g_strdup (address->email));
  return converted;
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  if (text[0] == '\0')
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  if (value == 0)
    return;
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
begin_object (JsonBuilder *builder, const char *name)
{
  if (name != NULL)
    json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

BrightStep *
bright_step_create_address (const BrightOrderCase *order_case)
{
  const BigcommerceAddress *billing = order_case->order->billing_address;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrightStep *step;

  begin_object (builder, NULL);
  add_text (builder, "addressLine1", get_first_line (billing));
  add_text (builder, "addressLine2", billing->street_2);
  add_text (builder, "addressLine3", billing->city);
  add_text (builder, "addressLine4", billing->state);
  add_text (builder, "postalCode", billing->postal_code);
  add_text (builder, "countryIsoCode", billing->country_code);
  json_builder_end_object (builder);
  step = bright_step_begin (order_case, "customers", BRIGHT_STEP_CREATE_ADDRESS, "create", "POST",
                            g_strdup ("/contact-service/postal-address"),
                            json_builder_get_root (builder),
                            g_strdup_printf (_ ("Create the address of %s"), billing->email));
  bright_step_set_text (&step->key, bright_world_fold (billing->email));
  return step;
}

/* A contact needs a name; a company or the e-mail stands in for a missing one. */
static const char *
get_last_name (const BigcommerceAddress *billing)
{
  if (billing->last_name[0] != '\0' || billing->first_name[0] != '\0')
    return billing->last_name;
  return billing->company[0] != '\0' ? billing->company : billing->email;
}

static void
add_contact_details (JsonBuilder *builder,
                     const BrightOrderCase *order_case,
                     const char *email,
                     gint64 address_id)
{
  const BigcommerceAddress *billing = order_case->order->billing_address;
  const BrightOrdersValues *orders = &order_case->settings->orders;
  static const char *const slots[] = { "DEF", "BIL", "DEL" };

  begin_object (builder, "postAddressIds");
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    add_integer (builder, slots[i], address_id);
  json_builder_end_object (builder);
  begin_object (builder, "communication");
  begin_object (builder, "emails");
  begin_object (builder, "PRI");
  add_text (builder, "email", email);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  if (billing->phone[0] != '\0')
    {
      begin_object (builder, "telephones");
      add_text (builder, "PRI", billing->phone);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  if (billing->company[0] != '\0')
    {
      begin_object (builder, "organisation");
      add_text (builder, "name", billing->company);
      json_builder_end_object (builder);
    }
  begin_object (builder, "marketingDetails");
  json_builder_set_member_name (builder, "isReceiveEmailNewsletter");
  json_builder_add_boolean_value (builder, order_case->order->is_email_opt_in);
  json_builder_end_object (builder);
  begin_object (builder, "financialDetails");
  add_integer (builder, "priceListId", orders->price_list_id);
  json_builder_end_object (builder);
  begin_object (builder, "assignment");
  begin_object (builder, "current");
  add_integer (builder, "leadSourceId", orders->lead_source_id);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

BrightStep *
bright_step_create_contact (const BrightOrderCase *order_case, gint64 address_id)
{
  const BigcommerceAddress *billing = order_case->order->billing_address;
  g_autofree char *first_name = bright_cut_text (billing->first_name, BRIGHTPEARL_NAME_LENGTH);
  g_autofree char *last_name = bright_cut_text (get_last_name (billing), BRIGHTPEARL_NAME_LENGTH);
  g_autofree char *email = g_strstrip (g_strdup (billing->email));
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrightStep *step;

  begin_object (builder, NULL);
  json_builder_set_member_name (builder, "firstName");
  json_builder_add_string_value (builder, first_name);
  json_builder_set_member_name (builder, "lastName");
  json_builder_add_string_value (builder, last_name);
  add_contact_details (builder, order_case, email, address_id);
  json_builder_end_object (builder);
  step = bright_step_begin (order_case, "customers", BRIGHT_STEP_CREATE_CONTACT, "create", "POST",
                            g_strdup ("/contact-service/contact"), json_builder_get_root (builder),
                            g_strdup_printf (_ ("Create the customer %s %s (%s)"), first_name,
                                             last_name, email));
  bright_step_set_text (&step->after, g_strdup_printf ("%s %s <%s>", first_name, last_name, email));
  bright_step_set_text (&step->key, bright_world_fold (email));
  return step;
}

BrightStep *
bright_step_attach_address (const BrightOrderCase *order_case, const BrightpearlContact *contact)
{
  static const char *const slots[] = { "DEF", "BIL", "DEL" };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  BrightStep *step;

  json_builder_begin_array (builder);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      begin_object (builder, NULL);
      add_integer (builder, "postalAddressId", order_case->link->address_id);
      add_text (builder, "type", slots[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  step = bright_step_begin (
      order_case, "customers", BRIGHT_STEP_ATTACH_ADDRESS, "update", "PUT",
      g_strdup_printf ("/contact-service/contact/%" G_GINT64_FORMAT "/postal-address", contact->id),
      json_builder_get_root (builder),
      g_strdup_printf (_ ("Give the customer %s an address"), contact->primary_email));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, contact->id));
  return step;
}

/* What is noted of the old and the new value for the plan and the timeline. */
typedef struct
{
  JsonBuilder *builder;
  GString *before;
  GString *after;
  gboolean overwrite;
  guint changes;
} ContactPatch;

static void
replace_text (ContactPatch *patch, const char *path, const char *old, const char *new)
{
  gboolean blank = old[strspn (old, " ")] == '\0';

  if (new[0] == '\0' || strcmp (old, new) == 0 || (!blank && !patch->overwrite))
    return;
  json_builder_begin_object (patch->builder);
  add_text (patch->builder, "op", REPLACE);
  add_text (patch->builder, "path", path);
  add_text (patch->builder, "value", new);
  json_builder_end_object (patch->builder);
  g_string_append_printf (patch->before, "%s%s: %s", patch->changes > 0 ? ", " : "", path + 1, old);
  g_string_append_printf (patch->after, "%s%s: %s", patch->changes > 0 ? ", " : "", path + 1, new);
  patch->changes++;
}

BrightStep *
bright_step_update_contact (const BrightOrderCase *order_case, const BrightpearlContact *contact)
{
  const BigcommerceAddress *billing = order_case->order->billing_address;
  BrightUpdateCustomers policy = order_case->settings->items.update_customers;
  g_autofree char *first_name = bright_cut_text (billing->first_name, BRIGHTPEARL_NAME_LENGTH);
  g_autofree char *last_name = bright_cut_text (billing->last_name, BRIGHTPEARL_NAME_LENGTH);
  g_autofree char *company = bright_cut_text (billing->company, 255);
  g_autofree char *phone = bright_cut_text (billing->phone, 50);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  ContactPatch patch = { builder, before, after, policy == BRIGHT_UPDATE_CUSTOMERS_OVERWRITE, 0 };
  BrightStep *step;

  if (policy == BRIGHT_UPDATE_CUSTOMERS_NEVER)
    return NULL;
  json_builder_begin_array (builder);
  replace_text (&patch, "/firstName", contact->first_name, first_name);
  replace_text (&patch, "/lastName", contact->last_name, last_name);
  replace_text (&patch, "/organisation/name", contact->company, company);
  if (contact->is_complete)
    replace_text (&patch, "/communication/telephones/PRI", contact->telephone, phone);
  json_builder_end_array (builder);
  if (patch.changes == 0)
    return NULL;
  step = bright_step_begin (
      order_case, "customers", BRIGHT_STEP_UPDATE_CONTACT, "update", "PATCH",
      g_strdup_printf ("/contact-service/contact/%" G_GINT64_FORMAT, contact->id),
      json_builder_get_root (builder),
      g_strdup_printf (_ ("Update the customer %s"), contact->primary_email));
  bright_step_set_text (&step->before, g_strdup (before->str));
  bright_step_set_text (&step->after, g_strdup (after->str));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, contact->id));
  return step;
}
