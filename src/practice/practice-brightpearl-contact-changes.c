/* Brightpearl's changes of a contact, and the addresses that it lends to orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-contacts.h"
#include "practice-brightpearl-order-members.h"

#define LONGEST_NAME 32

/* What PATCH may change; a path that ends in a slash stands for all below it. */
static const char *const changeable[]
    = { "/salutation",
        "/firstName",
        "/lastName",
        "/communication/emails/PRI/email",
        "/communication/emails/SEC/email",
        "/communication/emails/TER/email",
        "/communication/telephones/PRI",
        "/communication/telephones/SEC",
        "/communication/telephones/MOB",
        "/communication/telephones/FAX",
        "/financialDetails/",
        "/marketingDetails/",
        "/assignment/current/" };

void
practice_contact_set_email (PracticeContact *contact, const char *slot, const char *email)
{
  JsonObject *communication = json_object_get_object_member (contact->body, "communication");
  JsonObject *emails = json_object_get_object_member (communication, "emails");
  JsonObject *entry;

  if (email == NULL || email[0] == '\0')
    {
      json_object_remove_member (emails, slot);
      return;
    }
  entry = json_object_new ();
  json_object_set_string_member (entry, "email", email);
  json_object_set_object_member (emails, slot, entry);
}

static gboolean
is_changeable (const char *path)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changeable); i++)
    if (strcmp (path, changeable[i]) == 0
        || (g_str_has_suffix (changeable[i], "/") && g_str_has_prefix (path, changeable[i])))
      return TRUE;
  return FALSE;
}

/* The object that holds the last part of @parts, made where it is missing. */
static JsonObject *
holder_of (JsonObject *body, char **parts)
{
  for (; parts[1] != NULL; parts++)
    {
      JsonNode *node = json_object_get_member (body, *parts);

      if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
        json_object_set_object_member (body, *parts, json_object_new ());
      body = json_object_get_object_member (body, *parts);
    }
  return body;
}

static gboolean
is_too_long (const char *path, JsonNode *value)
{
  const char *text = bright_json_get_string (value, NULL);

  return g_str_has_suffix (path, "Name") && text != NULL && g_utf8_strlen (text, -1) > LONGEST_NAME;
}

static void
apply_operation (PracticeContact *contact, JsonNode *node, PracticeAnswer *answer)
{
  g_autoptr (JsonNode) body = practice_object_node (json_object_ref (contact->body));
  const char *operation = bright_json_get_string (node, "op");
  const char *path = bright_json_get_string (node, "path");
  JsonNode *value = bright_json_get (node, "value");
  gboolean removes = g_strcmp0 (operation, "remove") == 0;
  gboolean exists
      = path != NULL && path[0] == '/' && bright_json_get (body, path + 1) != NULL;
  g_auto (GStrv) parts = NULL;
  const char *last;

  if (operation == NULL || path == NULL || !is_changeable (path)
      || (!exists && strcmp (operation, "add") != 0) || (value == NULL && !removes))
    {
      practice_refuse (answer, 500, "CMNC-044", "Invalid patch operation (%s) for given path",
                       operation != NULL ? operation : "none");
      return;
    }
  parts = g_strsplit (path + 1, "/", -1);
  last = parts[g_strv_length (parts) - 1];
  if (is_too_long (path, value))
    practice_refuse (answer, 400, "CMNC-040", "%s has more than 32 characters", path);
  else if (removes)
    json_object_remove_member (holder_of (contact->body, parts), last);
  else
    json_object_set_member (holder_of (contact->body, parts), last, json_node_copy (value));
}

void
practice_patch_contact (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  PracticeContact *contact
      = practice_table_get (&world->account->contacts, practice_segment_id (request, 2));
  JsonArray *operations = bright_json_get_array (request->body, NULL);

  if (contact == NULL)
    practice_refuse (answer, 404, "CMNC-404", "No Contact Found");
  else if (operations == NULL)
    practice_refuse (answer, 400, "CMNC-011", "A list of patch operations is required");
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (operations); i++)
    apply_operation (contact, json_array_get_element (operations, i), answer);
  if (practice_is_refused (answer))
    return;
  practice_record_touch (world, contact);
  practice_respond (answer,
                    practice_object_node (practice_contact_view (world->account, contact)));
}

static void
attach_address (PracticeWorld *world,
                PracticeContact *contact,
                JsonNode *node,
                PracticeAnswer *answer)
{
  gint64 id = bright_json_get_integer (node, "postalAddressId", 0);
  const char *slot = bright_json_get_string (node, "type");
  PracticeAddress *address = practice_table_get (&world->account->addresses, id);

  if (address == NULL)
    practice_refuse (answer, 400, "CMNC-041", "There is no postal address %" G_GINT64_FORMAT, id);
  else if (address->contact_id != 0 && address->contact_id != contact->record.id)
    practice_refuse (answer, 400, "CMNC-042", "Postal address %" G_GINT64_FORMAT
                     " belongs to another contact", id);
  else if (slot != NULL && strcmp (slot, "DEF") != 0 && strcmp (slot, "BIL") != 0
           && strcmp (slot, "DEL") != 0)
    practice_refuse (answer, 400, "CMNC-043", "There is no address type %s", slot);
  else
    {
      address->contact_id = contact->record.id;
      if (slot != NULL)
        json_object_set_int_member (
            json_object_get_object_member (contact->body, "postAddressIds"), slot, id);
    }
}

void
practice_put_contact_addresses (PracticeWorld *world,
                                const PracticeRequest *request,
                                PracticeAnswer *answer)
{
  PracticeContact *contact
      = practice_table_get (&world->account->contacts, practice_segment_id (request, 2));
  JsonArray *list = bright_json_get_array (request->body, NULL);

  if (contact == NULL)
    practice_refuse (answer, 404, "CMNC-404", "No Contact Found");
  else if (list == NULL)
    practice_refuse (answer, 400, "CMNC-011", "A list of postal addresses is required");
  for (guint i = 0; !practice_is_refused (answer) && i < json_array_get_length (list); i++)
    attach_address (world, contact, json_array_get_element (list, i), answer);
  if (practice_is_refused (answer))
    return;
  practice_record_touch (world, contact);
  practice_respond_done (answer);
}

/* (nullable) */
static const PracticeAddress *
address_in_slot (PracticeAccount *account, const PracticeContact *contact, const char *slot)
{
  JsonObject *ids = json_object_get_object_member (contact->body, "postAddressIds");
  JsonNode *id = json_object_get_member (ids, slot);

  return practice_table_get (&account->addresses, bright_json_get_integer (id, NULL, 0));
}

static const char *
name_of (const PracticeContact *contact, const char *member)
{
  const char *name = bright_json_get_string (json_object_get_member (contact->body, member), NULL);

  return name != NULL ? name : "";
}

JsonObject *
practice_contact_default_address (PracticeWorld *world,
                                  gint64 contact_id,
                                  PracticeAddressRole role,
                                  PracticeAnswer *answer)
{
  static const char *const slots[PRACTICE_N_ADDRESSES] = { "DEF", "BIL", "DEL" };
  const PracticeContact *contact = practice_table_get (&world->account->contacts, contact_id);
  const PracticeAddress *address;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *result;
  g_autofree char *name = NULL;

  if (contact == NULL)
    return practice_address_read (NULL, answer);
  address = address_in_slot (world->account, contact, slots[role]);
  node = address != NULL ? practice_object_node (json_object_ref (address->body)) : NULL;
  result = practice_address_read (node, answer);
  name = g_strdup_printf ("%s %s", name_of (contact, "firstName"), name_of (contact, "lastName"));
  json_object_set_string_member (result, "addressFullName", g_strstrip (name));
  practice_set_text (result, "email", practice_contact_email (contact, "PRI"));
  return result;
}

JsonNode *
practice_contact_addresses_view (PracticeAccount *account, const PracticeContact *contact)
{
  static const char *const slots[] = { "DEF", "BIL", "DEL" };
  JsonObject *addresses = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      const PracticeAddress *address = address_in_slot (account, contact, slots[i]);
      char id[24];

      if (address == NULL)
        continue;
      g_snprintf (id, sizeof id, "%" G_GINT64_FORMAT, address->record.id);
      json_object_set_object_member (addresses, id, practice_address_view (address));
    }
  return practice_object_node (addresses);
}
