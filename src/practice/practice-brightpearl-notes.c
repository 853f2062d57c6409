/* Brightpearl's notes on orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field)                                                                 \
  {                                                                                                \
    PRACTICE_MEMBER (PracticeNote, label, kind, field)                                             \
  }

static const PracticeColumn columns[] = {
  MEMBER ("orderId", IDSET, order_id),
  MEMBER ("noteId", IDSET, record.id),
  MEMBER ("contactId", INTEGER, contact_id),
  MEMBER ("noteText", SEARCH_STRING, text),
  MEMBER ("isPublic", BOOLEAN, is_public),
  MEMBER ("dateAdded", PERIOD, added_on),
  MEMBER ("addedBy", INTEGER, added_by),
  MEMBER ("orderStatusId", INTEGER, status_id),
};

void
practice_search_notes (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  static const PracticeSearch search
      = { columns, G_N_ELEMENTS (columns), .natural = 1 };

  practice_search (world, &search, world->account->notes.records, request, answer);
}

JsonObject *
practice_note_view (PracticeAccount *account, const PracticeNote *note)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "noteId", note->record.id);
  json_object_set_int_member (object, "orderId", note->order_id);
  json_object_set_int_member (object, "contactId", note->contact_id);
  json_object_set_string_member (object, "text", note->text);
  json_object_set_boolean_member (object, "isPublic", note->is_public);
  practice_set_time (object, "addedOn", note->added_on, account->zone);
  json_object_set_int_member (object, "addedBy", note->added_by);
  json_object_set_int_member (object, "orderStatusId", note->status_id);
  return object;
}

void
practice_get_notes (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  const char *text = practice_segment (request, 4);
  g_autoptr (GArray) ids = text != NULL ? practice_id_set_read (text) : NULL;
  JsonArray *response;

  if (order == NULL)
    return;
  if (text != NULL && ids == NULL)
    {
      practice_refuse (answer, 400, "CMNC-017", "'%s' is not a set of ids", text);
      return;
    }
  response = json_array_new ();
  for (guint i = 0; i < order->notes->len; i++)
    {
      const PracticeNote *note = order->notes->pdata[i];

      if (ids == NULL || practice_id_set_contains (ids, note->record.id))
        json_array_add_object_element (response, practice_note_view (world->account, note));
    }
  practice_respond (answer, practice_array_node (response));
}

/* Brightpearl keeps an apostrophe behind a backslash, and shows that. */
static char *
escape_text (const char *text)
{
  GString *escaped = g_string_new (text);

  g_string_replace (escaped, "'", "\\'", 0);
  return g_string_free (escaped, FALSE);
}

void
practice_post_note (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeOrder *order = practice_select_order (world, request, 2, answer);
  const char *text = bright_json_get_string (request->body, "text");
  const char *added_on = bright_json_get_string (request->body, "addedOn");
  JsonNode *is_public = bright_json_get (request->body, "isPublic");
  gint64 contact_id = bright_json_get_integer (request->body, "contactId", 0);
  g_autofree char *escaped = NULL;
  gint64 moment = 0;
  PracticeNote *note;

  if (order == NULL)
    return;
  if (text == NULL || text[0] == '\0')
    practice_refuse (answer, 400, "ORDC-141", "A note needs a text");
  if (added_on != NULL && !practice_time_read (added_on, NULL, &moment))
    practice_refuse (answer, 400, "ORDC-160", "addedOn is no point in time");
  if (contact_id != 0 && practice_table_get (&world->account->contacts, contact_id) == NULL)
    practice_refuse (answer, 400, "ORDC-103", "There is no such contact");
  if (practice_is_refused (answer))
    return;
  escaped = escape_text (text);
  practice_order_add_note (world, order, escaped,
                           is_public != NULL && JSON_NODE_HOLDS_VALUE (is_public)
                               && json_node_get_boolean (is_public));
  note = order->notes->pdata[order->notes->len - 1];
  if (moment != 0)
    note->added_on = moment;
  if (contact_id != 0)
    note->contact_id = contact_id;
  practice_respond_id (answer, note->record.id);
}
