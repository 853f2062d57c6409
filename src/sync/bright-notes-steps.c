/* Steps that write notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-notes-flow.h"

#include "bright-note-text.h"
#include "bright-step-private.h"
#include "bright-time.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

/** Characters of a note that a plan and a timeline show. */
#define SHOWN_LENGTH 200

/* How Brightpearl calls fields that take no text; its words are not documented, so that what
 * is not known is tried. */
static const char *const unfit_types[] = { "SELECT", "DATE", "YES", "BOOL", "CHECK", "NUMBER",
                                           "INTEGER", "DECIMAL" };

static gboolean
takes_text (const BrightNoteCase *note_case, const char *field)
{
  const BrightReferenceItem *item = bright_world_find_reference (note_case->order_case->world,
                                                                 "custom-field", 0, field);
  g_autofree char *type = item != NULL ? g_ascii_strup (item->detail, -1) : NULL;

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (unfit_types); i++)
    if (strstr (type, unfit_types[i]) != NULL)
      return FALSE;
  return TRUE;
}

static char *
shorten (const char *text)
{
  g_autofree char *shown = bright_cut_text (text, SHOWN_LENGTH);

  if (g_utf8_strlen (text, -1) <= SHOWN_LENGTH)
    return g_steal_pointer (&shown);
  return g_strconcat (shown, "…", NULL);
}

/* `add` sets a field whether it has a value or not. */
static void
add_operation (JsonArray *operations, const char *field, const char *text)
{
  JsonObject *operation = json_object_new ();
  g_autofree char *path = g_strconcat ("/", field, NULL);

  json_object_set_string_member (operation, "op", "add");
  json_object_set_string_member (operation, "path", path);
  json_object_set_string_member (operation, "value", text);
  json_array_add_object_element (operations, operation);
}

static char *
merge (const BrightNoteCase *note_case)
{
  const BrightpearlConfiguration *configuration
      = bright_world_get_configuration (note_case->order_case->world);
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *date = NULL;

  if (configuration != NULL && configuration->time_zone[0] != '\0')
    zone = g_time_zone_new_identifier (configuration->time_zone);
  date = bright_time_format_date (note_case->order_case->now, zone);
  return bright_note_merge (note_case->store, note_case->brightpearl, date);
}

/* Named by the store's order: on paper the sales order has no number yet. */
static char *
describe (const BrightNoteCase *note_case, gboolean has_customer, gboolean has_staff)
{
  const char *subject = note_case->order_case->subject;

  if (has_staff && note_case->move == BRIGHT_NOTE_MERGE)
    return g_strdup_printf (_ ("Write the staff notes of both sides of %s to Brightpearl"),
                            subject);
  if (has_staff && has_customer)
    return g_strdup_printf (_ ("Copy the customer's message and the staff note of %s to "
                               "Brightpearl"),
                            subject);
  if (has_staff)
    return g_strdup_printf (_ ("Copy the staff note of %s to Brightpearl"), subject);
  return g_strdup_printf (_ ("Copy the customer's message of %s to Brightpearl"), subject);
}

static BrightStep *
begin_fields (const BrightNoteCase *note_case, JsonArray *operations, char *summary)
{
  JsonNode *body = json_node_init_array (json_node_alloc (), operations);
  BrightStep *step = bright_step_begin (
      note_case->order_case, "notes", BRIGHT_STEP_WRITE_FIELDS, "set-note", "PATCH",
      g_strdup_printf ("/order-service/order/%" G_GINT64_FORMAT "/custom-field",
                       note_case->sales_order_id),
      body, summary);

  bright_step_set_text (&step->key,
                        g_strdup_printf ("%" G_GINT64_FORMAT, note_case->sales_order_id));
  return step;
}

BrightStep *
bright_step_write_fields (const BrightNoteCase *note_case, const char **unfit)
{
  const BrightNotesValues *settings = note_case->settings;
  g_autoptr (JsonArray) operations = json_array_new ();
  g_autofree char *message = bright_note_tidy (note_case->order_case->order->customer_message);
  g_autofree char *note = NULL;
  gboolean has_customer = note_case->copies_customer;
  BrightStep *step;

  if (note_case->move == BRIGHT_NOTE_MERGE)
    note = merge (note_case);
  else if (note_case->move == BRIGHT_NOTE_TO_BRIGHTPEARL)
    note = g_strdup (note_case->store);
  if (has_customer && !takes_text (note_case, settings->customer_field))
    {
      *unfit = settings->customer_field;
      has_customer = FALSE;
    }
  if (note != NULL && !takes_text (note_case, settings->staff_field))
    {
      *unfit = settings->staff_field;
      g_clear_pointer (&note, g_free);
    }
  if (has_customer)
    add_operation (operations, settings->customer_field, message);
  if (note != NULL)
    add_operation (operations, settings->staff_field, note);
  if (json_array_get_length (operations) == 0)
    return NULL;
  step = begin_fields (note_case, operations, describe (note_case, has_customer, note != NULL));
  bright_step_set_text (
      &step->before,
      shorten (note != NULL              ? note_case->brightpearl
               : note_case->texts != NULL ? note_case->texts->customer
                                          : ""));
  bright_step_set_text (&step->after, shorten (note != NULL ? note : message));
  return step;
}

static char *
describe_copy (const BrightNoteCase *note_case, gboolean is_cut)
{
  gint64 id = note_case->sales_order_id;

  if (is_cut)
    return g_strdup_printf (_ ("Copy the staff note of the sales order %" PRId64
                               " to the store, cut to the %u bytes that it takes"),
                            id, BRIGHT_NOTE_STORE_BYTES);
  return g_strdup_printf (_ ("Copy the staff note of the sales order %" PRId64 " to the store"),
                          id);
}

BrightStep *
bright_step_write_staff_note (const BrightNoteCase *note_case)
{
  gint64 id = note_case->order_case->order->id;
  g_autofree char *note = bright_note_cut (note_case->brightpearl);
  g_autoptr (JsonObject) body = json_object_new ();
  BrightStep *step;

  json_object_set_string_member (body, "staff_notes", note);
  step = bright_step_begin (
      note_case->order_case, "notes", BRIGHT_STEP_WRITE_STAFF_NOTE, "set-note", "PUT",
      g_strdup_printf ("/v2/orders/%" G_GINT64_FORMAT, id),
      json_node_init_object (json_node_alloc (), body),
      describe_copy (note_case, strlen (note) < strlen (note_case->brightpearl)));
  bright_step_set_text (&step->platform,
                        g_strdup (bright_platform_name (BRIGHT_PLATFORM_BIGCOMMERCE)));
  bright_step_set_text (&step->key, g_strdup_printf ("%" G_GINT64_FORMAT, id));
  bright_step_set_text (&step->before, shorten (note_case->store));
  bright_step_set_text (&step->after, shorten (note));
  return step;
}
