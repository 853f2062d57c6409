/* Brightpearl's contacts: reading and creating them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-contacts.h"

#include "practice-brightpearl-order-members.h"

#define LONGEST_NAME 32
#define MOST_IDS 200

JsonObject *
practice_contact_view (PracticeAccount *account, const PracticeContact *contact)
{
  JsonObject *view = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_set_int_member (view, "contactId", contact->record.id);
  json_object_iter_init_ordered (&iter, contact->body);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (view, name, json_node_copy (node));
  practice_set_time (view, "createdOn", contact->record.created_on, account->zone);
  practice_set_time (view, "updatedOn", contact->record.updated_on, account->zone);
  return view;
}

static JsonNode *
list_contacts (PracticeWorld *world, const PracticeRequest *request, GPtrArray *contacts)
{
  JsonArray *response = json_array_new ();

  for (guint i = 0; i < contacts->len; i++)
    {
      PracticeContact *contact = contacts->pdata[i];
      JsonObject *view = practice_contact_view (world->account, contact);

      if (practice_wants (request, "postalAddresses"))
        json_object_set_member (view, "postalAddresses",
                                practice_contact_addresses_view (world->account, contact));
      json_array_add_object_element (response, view);
    }
  return practice_array_node (response);
}

void
practice_get_contacts (PracticeWorld *world,
                       const PracticeRequest *request,
                       PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) contacts = practice_select (
      world, &world->account->contacts, practice_segment (request, 2), MOST_IDS, answer);
  JsonObject *pagination;

  if (contacts == NULL)
    return;
  if (contacts->len == 0)
    {
      practice_refuse (answer, 404, "CMNC-404", "No Contact Found");
      return;
    }
  practice_respond (answer, list_contacts (world, request, contacts));
  pagination = json_object_new ();
  json_object_set_boolean_member (pagination, "morePagesAvailable", FALSE);
  json_object_set_int_member (pagination, "resultsReturned", contacts->len);
  json_object_set_int_member (pagination, "firstResult", 1);
  json_object_set_int_member (pagination, "lastResult", contacts->len);
  json_object_set_object_member (json_node_get_object (answer->body), "pagination", pagination);
  json_object_set_member (
      json_node_get_object (answer->body), "sorting",
      practice_literal_node ("[{\"field\":\"contactId\",\"direction\":\"ASC\"}]"));
}

/* What a contact has unless it says otherwise; %s are whether it is a supplier, or staff. */
static JsonObject *
blank_contact (gboolean is_supplier, gboolean is_staff)
{
  g_autofree char *text = g_strdup_printf (
      "{\"isPrimaryContact\":true,\"salutation\":\"\",\"firstName\":\"\",\"lastName\":\"\","
      "\"postAddressIds\":{},\"communication\":{\"emails\":{},\"telephones\":{},"
      "\"messagingVoips\":{},\"websites\":{}},"
      "\"contactStatus\":{\"current\":{\"contactStatusId\":0}},"
      "\"relationshipToAccount\":{\"isSupplier\":%s,\"isStaff\":%s},"
      "\"marketingDetails\":{\"isReceiveEmailNewsletter\":false},"
      "\"financialDetails\":{\"priceListId\":2,\"nominalCode\":\"0\",\"creditLimit\":0,"
      "\"creditTermDays\":0,\"currencyId\":1,\"discountPercentage\":0.0,\"creditTermTypeId\":1},"
      "\"assignment\":{\"current\":{}},\"organisation\":{},\"tradeStatus\":\"UNKNOWN\","
      "\"createdByid\":%d,\"contactTags\":\"\",\"aliases\":{},\"companyId\":0}",
      is_supplier ? "true" : "false", is_staff ? "true" : "false", PRACTICE_OWNER_ID);
  g_autoptr (JsonNode) node = practice_literal_node (text);

  return json_node_dup_object (node);
}

/* Puts the members of @given over those of @body, objects into objects. */
static void
merge (JsonObject *body, JsonObject *given)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init (&iter, given);
  while (json_object_iter_next (&iter, &name, &node))
    {
      JsonNode *old = json_object_get_member (body, name);

      if (JSON_NODE_HOLDS_NULL (node))
        continue;
      if (old != NULL && JSON_NODE_HOLDS_OBJECT (old) && JSON_NODE_HOLDS_OBJECT (node))
        merge (json_node_get_object (old), json_node_get_object (node));
      else if (old == NULL || !JSON_NODE_HOLDS_OBJECT (old))
        json_object_set_member (body, name, json_node_copy (node));
    }
}

static void
check_names (JsonNode *body, PracticeAnswer *answer)
{
  static const char *const names[] = { "salutation", "firstName", "lastName" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = bright_json_get_string (body, names[i]);

      if (text != NULL && g_utf8_strlen (text, -1) > LONGEST_NAME)
        practice_refuse (answer, 400, "CMNC-040", "%s has more than 32 characters", names[i]);
    }
}

static void
check_addresses (PracticeWorld *world, JsonNode *body, PracticeAnswer *answer)
{
  static const char *const slots[] = { "DEF", "BIL", "DEL" };

  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autofree char *path = g_strconcat ("postAddressIds/", slots[i], NULL);
      gint64 id = bright_json_get_integer (body, path, 0);
      const PracticeAddress *address = practice_table_get (&world->account->addresses, id);

      if (address == NULL)
        practice_refuse (answer, 400, "CMNC-041", "%s must be a postal address", path);
      else if (address->contact_id != 0)
        practice_refuse (answer, 400, "CMNC-042", "Postal address %" G_GINT64_FORMAT
                         " belongs to another contact", id);
    }
}

static void
claim_addresses (PracticeWorld *world, PracticeContact *contact)
{
  JsonObject *ids = json_object_get_object_member (contact->body, "postAddressIds");
  JsonObjectIter iter;
  const char *slot;
  JsonNode *node;

  json_object_iter_init (&iter, ids);
  while (json_object_iter_next (&iter, &slot, &node))
    {
      PracticeAddress *address = practice_table_get (
          &world->account->addresses, bright_json_get_integer (node, NULL, 0));

      if (address != NULL)
        address->contact_id = contact->record.id;
    }
}

PracticeContact *
practice_contact_add (PracticeWorld *world,
                      JsonNode *given,
                      gboolean is_supplier,
                      gboolean is_staff)
{
  PracticeContact *contact = g_new0 (PracticeContact, 1);
  JsonObject *organisation;

  contact->body = blank_contact (is_supplier, is_staff);
  if (bright_json_get_object (given, NULL) != NULL)
    merge (contact->body, json_node_get_object (given));
  practice_table_add (world, &world->account->contacts, contact);
  organisation = json_object_get_object_member (contact->body, "organisation");
  if (!json_object_has_member (organisation, "organisationId"))
    json_object_set_int_member (organisation, "organisationId", contact->record.id);
  claim_addresses (world, contact);
  return contact;
}

void
practice_post_contact (PracticeWorld *world,
                       const PracticeRequest *request,
                       PracticeAnswer *answer)
{
  JsonNode *supplier = bright_json_get (request->body, "relationshipToAccount/isSupplier");
  PracticeContact *contact;

  if (bright_json_get_object (request->body, NULL) == NULL)
    practice_refuse (answer, 400, "CMNC-010", "A JSON object is required");
  check_names (request->body, answer);
  check_addresses (world, request->body, answer);
  if (practice_is_refused (answer))
    return;
  contact = practice_contact_add (world, request->body,
                                  supplier != NULL && JSON_NODE_HOLDS_VALUE (supplier)
                                      && json_node_get_boolean (supplier),
                                  FALSE);
  practice_respond_id (answer, contact->record.id);
}

gint64
practice_account_add_contact (PracticeWorld *world,
                              const char *kind,
                              const char *first_name,
                              const char *last_name,
                              const char *primary_email,
                              const char *secondary_email,
                              const char *tertiary_email)
{
  const char *emails[] = { primary_email, secondary_email, tertiary_email };
  PracticeContact *contact = practice_contact_add (world, NULL, strcmp (kind, "supplier") == 0,
                                                   strcmp (kind, "staff") == 0);

  practice_set_text (contact->body, "firstName", first_name);
  practice_set_text (contact->body, "lastName", last_name);
  for (gsize i = 0; i < G_N_ELEMENTS (emails); i++)
    practice_contact_set_email (contact, practice_email_slots[i], emails[i]);
  return contact->record.id;
}

void
practice_brightpearl_add_staff (PracticeWorld *world)
{
  PracticeTable *contacts = &world->account->contacts;
  gint64 next_id = contacts->next_id;

  contacts->next_id = 1;
  practice_account_add_contact (world, "staff", "Harbour Lane", "System",
                                "system@harbourlane.example", NULL, NULL);
  contacts->next_id = PRACTICE_OWNER_ID;
  practice_account_add_contact (world, "staff", "Olive", "Owner", "owner@harbourlane.example",
                                NULL, NULL);
  contacts->next_id = next_id;
}
