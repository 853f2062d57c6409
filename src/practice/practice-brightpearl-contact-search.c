/* Brightpearl's search for contacts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl-contacts.h"
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticeContact, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)

const char *const practice_email_slots[PRACTICE_N_EMAILS] = { "PRI", "SEC", "TER" };

/* (nullable): the text at @path of the contact's body. */
static const char *
text_at (const PracticeContact *contact, const char *outer, const char *inner, const char *name)
{
  JsonObject *object = json_object_get_object_member (contact->body, outer);

  if (inner != NULL)
    object = json_object_get_object_member (object, inner);
  return bright_json_get_string (json_object_get_member (object, name), NULL);
}

const char *
practice_contact_email (const PracticeContact *contact, const char *slot)
{
  JsonObject *communication = json_object_get_object_member (contact->body, "communication");
  JsonObject *emails = json_object_get_object_member (communication, "emails");

  return bright_json_get_string (json_object_get_member (emails, slot), "email");
}

static void
read_email (PracticeAccount *account,
            gconstpointer record,
            const PracticeColumn *column,
            guint alternative,
            PracticeCell *cell)
{
  guint slot = column->name[0] == 'p' ? 0 : column->name[0] == 's' ? 1 : 2;

  cell->text = practice_contact_email (record, practice_email_slots[slot]);
}

/* An e-mail address that is missing ends the list too early if a later one is there, so such gaps
 * are answered with the empty string, which nobody looks for. */
static void
read_any_email (PracticeAccount *account,
                gconstpointer record,
                const PracticeColumn *column,
                guint alternative,
                PracticeCell *cell)
{
  if (alternative >= PRACTICE_N_EMAILS)
    return;
  cell->text = practice_contact_email (record, practice_email_slots[alternative]);
  if (cell->text == NULL)
    cell->text = "";
}

static void
read_name (PracticeAccount *account,
           gconstpointer record,
           const PracticeColumn *column,
           guint alternative,
           PracticeCell *cell)
{
  const PracticeContact *contact = record;

  cell->text
      = bright_json_get_string (json_object_get_member (contact->body, column->name), NULL);
}

static void
read_company (PracticeAccount *account,
              gconstpointer record,
              const PracticeColumn *column,
              guint alternative,
              PracticeCell *cell)
{
  cell->text = text_at (record, "organisation", NULL, "name");
}

static void
read_telephone (PracticeAccount *account,
                gconstpointer record,
                const PracticeColumn *column,
                guint alternative,
                PracticeCell *cell)
{
  g_autofree char *slot = g_ascii_strup (column->name, -1);

  cell->text = text_at (record, "communication", "telephones", slot);
}

static void
read_relationship (PracticeAccount *account,
                   gconstpointer record,
                   const PracticeColumn *column,
                   guint alternative,
                   PracticeCell *cell)
{
  const PracticeContact *contact = record;
  JsonObject *relationship
      = json_object_get_object_member (contact->body, "relationshipToAccount");
  gboolean is_supplier = json_object_get_boolean_member (relationship, "isSupplier");
  gboolean is_staff = json_object_get_boolean_member (relationship, "isStaff");

  if (strcmp (column->name, "isSupplier") == 0)
    cell->number = is_supplier;
  else if (strcmp (column->name, "isStaff") == 0)
    cell->number = is_staff;
  else
    cell->number = !is_supplier && !is_staff;
}

static void
read_primary (PracticeAccount *account,
              gconstpointer record,
              const PracticeColumn *column,
              guint alternative,
              PracticeCell *cell)
{
  cell->number = TRUE;
}

static const PracticeColumn columns[] = {
  { MEMBER ("contactId", IDSET, record.id) },
  { DERIVED ("primaryEmail", SEARCH_STRING, read_email) },
  { DERIVED ("secondaryEmail", SEARCH_STRING, read_email) },
  { DERIVED ("tertiaryEmail", SEARCH_STRING, read_email) },
  { DERIVED ("firstName", SEARCH_STRING, read_name) },
  { DERIVED ("lastName", SEARCH_STRING, read_name) },
  { DERIVED ("isSupplier", BOOLEAN, read_relationship) },
  { DERIVED ("companyName", SEARCH_STRING, read_company) },
  { DERIVED ("isStaff", BOOLEAN, read_relationship) },
  { DERIVED ("isCustomer", BOOLEAN, read_relationship) },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { DERIVED ("updatedOn", PERIOD, practice_read_updated_on) },
  { DERIVED ("lastContactedOn", PERIOD, practice_read_nothing) },
  { DERIVED ("lastOrderedOn", PERIOD, practice_read_nothing) },
  { DERIVED ("nominalCode", INTEGER, practice_read_nothing) },
  { DERIVED ("isPrimary", BOOLEAN, read_primary) },
  { DERIVED ("pri", STRING, read_telephone) },
  { DERIVED ("sec", STRING, read_telephone) },
  { DERIVED ("mob", STRING, read_telephone) },
  { DERIVED ("exactCompanyName", STRING, read_company) },
  { DERIVED ("title", STRING, practice_read_nothing) },
  { DERIVED ("allEmail", SEARCH_STRING, read_any_email), .filter_only = TRUE, .several = TRUE },
};

void
practice_search_contacts (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  static const PracticeSearch search = { columns, G_N_ELEMENTS (columns) };

  practice_search (world, &search, world->account->contacts.records, request, answer);
}
