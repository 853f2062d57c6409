/* What the outcomes of writing notes mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The answers tell what stands there now, which is what is agreed on, so that
 * nothing that comes back looks like somebody's edit.
 */
#include "bright-notes-flow.h"

#include "bright-note-text.h"
#include "bright-order-answer.h"
#include "brightpearl-fields.h"

#include <glib/gi18n.h>
#include <string.h>

/* Brightpearl answers a value that it cannot take as it does a fault of its own. After so many
 * faults in a row it is the value. */
#define MAXIMUM_UNANSWERED 8

static void
take_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

/* What the step wrote to a field, NULL if it did not. */
static const char *
find_operation (JsonNode *body, const char *field)
{
  JsonArray *operations = bright_json_get_array (body, NULL);

  for (guint i = 0; operations != NULL && i < json_array_get_length (operations); i++)
    {
      JsonNode *operation = json_array_get_element (operations, i);
      const char *path = bright_json_get_string (operation, "path");

      if (path != NULL && path[0] == '/' && strcmp (path + 1, field) == 0)
        return bright_json_get_string (operation, "value");
    }
  return NULL;
}

/* What a field says after the write: in the words of the answer if it tells. */
static void
update_text (char **text, const char *field, JsonNode *response, const char *written)
{
  JsonObject *fields = response != NULL ? bright_json_get_object (response, NULL) : NULL;

  if (field[0] != '\0' && fields != NULL && json_object_has_member (fields, field))
    take_text (text, brightpearl_read_field (response, field));
  else if (written != NULL)
    take_text (text, g_strdup (written));
}

static BrightpearlFieldTexts *
get_texts (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;
  const BrightNotesValues *settings = &application->sync->settings->notes;
  BrightpearlFieldTexts *texts = active->facts[BRIGHT_ORDER_FACT_FIELDS];

  if (texts == NULL)
    {
      texts = bright_record_new (&brightpearl_field_texts_type);
      active->facts[BRIGHT_ORDER_FACT_FIELDS] = texts;
    }
  texts->order = active->order->id;
  texts->sales_order_id = ((BrightOrderPart *) active->link->parts->pdata[0])->sales_order_id;
  take_text (&texts->customer_field, g_strdup (settings->customer_field));
  take_text (&texts->staff_field, g_strdup (settings->staff_field));
  return texts;
}

static void
keep_texts (BrightStepApplication *application, const BrightpearlFieldTexts *texts)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT, texts->order);
  g_autofree char *text = bright_record_to_string (&brightpearl_field_texts_type, texts);

  if (!application->active->on_paper)
    bright_journal_batch_put_fact (application->batch,
                                   bright_order_fact_kinds[BRIGHT_ORDER_FACT_FIELDS].kind, key,
                                   text, "", bright_sync_get_time (application->sync));
}

/* A merged text is new to the store: only what the store says now is agreed on. */
static void
agree_on_staff (BrightNotes *notes,
                const BrightpearlFieldTexts *texts,
                const char *store,
                const char *written)
{
  if (strcmp (notes->staff_field, texts->staff_field) != 0)
    {
      take_text (&notes->staff_field, g_strdup (texts->staff_field));
      take_text (&notes->brightpearl, g_strdup (""));
    }
  if (bright_notes_are_equal (store, written))
    bright_notes_agree (notes, texts->staff_field, store, texts->staff);
  else
    take_text (&notes->store, bright_note_digest (store));
}

static void
fields_written (BrightStepApplication *application)
{
  const BigcommerceOrder *order = application->active->order;
  BrightNotes *notes = bright_order_link_get_notes (application->active->link);
  BrightpearlFieldTexts *texts = get_texts (application);
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);
  const char *customer = find_operation (body, texts->customer_field);
  const char *staff = find_operation (body, texts->staff_field);

  update_text (&texts->customer, texts->customer_field, application->response, customer);
  update_text (&texts->staff, texts->staff_field, application->response, staff);
  texts->read_at = bright_clock_get_seconds (application->sync->clock);
  keep_texts (application, texts);
  if (customer != NULL)
    {
      take_text (&notes->customer_field, g_strdup (texts->customer_field));
      take_text (&notes->message, bright_note_digest (order->customer_message));
      take_text (&notes->copied, bright_note_digest (texts->customer));
    }
  if (staff != NULL)
    agree_on_staff (notes, texts, order->staff_notes, staff);
  notes->unanswered = 0;
  g_clear_pointer (&notes->refused_by_brightpearl, bright_note_refusal_free);
  if (!application->active->on_paper)
    application->sync->counts.notes_to_brightpearl++;
}

static void
staff_note_written (BrightStepApplication *application)
{
  BrightActiveOrder *active = application->active;
  BrightNotes *notes = bright_order_link_get_notes (active->link);
  const BrightpearlFieldTexts *texts = get_texts (application);
  g_autoptr (JsonNode) body = bright_json_parse (application->step->body, -1, NULL);
  const char *note = bright_json_get_string (body, "staff_notes");

  bright_order_answer_take (application);
  if (active->on_paper)
    take_text (&active->order->staff_notes, g_strdup (note));
  bright_notes_agree (notes, texts->staff_field, active->order->staff_notes, texts->staff);
  notes->unanswered = 0;
  g_clear_pointer (&notes->refused_by_store, bright_note_refusal_free);
  if (!active->on_paper)
    application->sync->counts.notes_to_bigcommerce++;
}

static void
note_refusal (BrightStepApplication *application, BrightNoteRefusal **refusal)
{
  if (*refusal == NULL)
    *refusal = bright_record_new (&bright_note_refusal_type);
  take_text (&(*refusal)->digest,
             g_compute_checksum_for_string (G_CHECKSUM_SHA256, application->step->body, -1));
  take_text (&(*refusal)->message, g_strdup (application->error->message));
  (*refusal)->at = bright_clock_get_seconds (application->sync->clock);
}

static void
fields_refused (BrightStepApplication *application)
{
  note_refusal (application,
                &bright_order_link_get_notes (application->active->link)->refused_by_brightpearl);
}

static void
staff_note_refused (BrightStepApplication *application)
{
  note_refusal (application,
                &bright_order_link_get_notes (application->active->link)->refused_by_store);
}

/* TRUE once it has happened too often to be chance. */
static gboolean
count_unanswered (BrightStepApplication *application)
{
  BrightNotes *notes = bright_order_link_get_notes (application->active->link);

  if (++notes->unanswered < MAXIMUM_UNANSWERED)
    return FALSE;
  notes->unanswered = 0;
  return TRUE;
}

static void
fields_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_FIELDS);
  if (count_unanswered (application))
    fields_refused (application);
}

static void
staff_note_unknown (BrightStepApplication *application)
{
  bright_order_link_forget_fact (application->active->link, BRIGHT_ORDER_FACT_ORDER);
  if (count_unanswered (application))
    staff_note_refused (application);
}

const BrightStepKind bright_notes_kinds[] = {
  { BRIGHT_STEP_WRITE_FIELDS, fields_written, fields_refused, fields_unknown },
  { BRIGHT_STEP_WRITE_STAFF_NOTE, staff_note_written, staff_note_refused, staff_note_unknown },
  {},
};
