/* Brightpearl's addresses, and the countries that it knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"

typedef struct
{
  gint64 id;
  char two[3];
  char three[4];
  const char *name;
} Country;

static const Country countries[] = {
  { 13, "AU", "AUS", "Australia" },      { 14, "AT", "AUT", "Austria" },
  { 21, "BE", "BEL", "Belgium" },        { 30, "BR", "BRA", "Brazil" },
  { 33, "BG", "BGR", "Bulgaria" },       { 38, "CA", "CAN", "Canada" },
  { 43, "CL", "CHL", "Chile" },          { 44, "CN", "CHN", "China" },
  { 53, "HR", "HRV", "Croatia" },        { 55, "CY", "CYP", "Cyprus" },
  { 56, "CZ", "CZE", "Czech Republic" }, { 57, "DK", "DNK", "Denmark" },
  { 67, "EE", "EST", "Estonia" },        { 72, "FI", "FIN", "Finland" },
  { 73, "FR", "FRA", "France" },         { 81, "DE", "DEU", "Germany" },
  { 83, "GI", "GIB", "Gibraltar" },      { 84, "GR", "GRC", "Greece" },
  { 96, "HK", "HKG", "Hong Kong" },      { 97, "HU", "HUN", "Hungary" },
  { 98, "IS", "ISL", "Iceland" },        { 99, "IN", "IND", "India" },
  { 100, "ID", "IDN", "Indonesia" },     { 103, "IE", "IRL", "Ireland" },
  { 104, "IL", "ISR", "Israel" },        { 105, "IT", "ITA", "Italy" },
  { 107, "JP", "JPN", "Japan" },         { 113, "KR", "KOR", "South Korea" },
  { 117, "LV", "LVA", "Latvia" },        { 122, "LI", "LIE", "Liechtenstein" },
  { 123, "LT", "LTU", "Lithuania" },     { 124, "LU", "LUX", "Luxembourg" },
  { 129, "MY", "MYS", "Malaysia" },      { 132, "MT", "MLT", "Malta" },
  { 138, "MX", "MEX", "Mexico" },        { 150, "NL", "NLD", "Netherlands" },
  { 153, "NZ", "NZL", "New Zealand" },   { 160, "NO", "NOR", "Norway" },
  { 168, "PH", "PHL", "Philippines" },   { 170, "PL", "POL", "Poland" },
  { 171, "PT", "PRT", "Portugal" },      { 175, "RO", "ROU", "Romania" },
  { 184, "SA", "SAU", "Saudi Arabia" },  { 188, "SG", "SGP", "Singapore" },
  { 189, "SK", "SVK", "Slovakia" },      { 190, "SI", "SVN", "Slovenia" },
  { 193, "ZA", "ZAF", "South Africa" },  { 195, "ES", "ESP", "Spain" },
  { 203, "SE", "SWE", "Sweden" },        { 204, "CH", "CHE", "Switzerland" },
  { 206, "TW", "TWN", "Taiwan" },        { 209, "TH", "THA", "Thailand" },
  { 215, "TR", "TUR", "Turkey" },        { 220, "UA", "UKR", "Ukraine" },
  { 221, "AE", "ARE", "United Arab Emirates" },
  { 222, "GB", "GBR", "United Kingdom" },
  { 223, "US", "USA", "United States" },
};

/* The text members, in the order in which they are answered. */
static const char *const texts[]
    = { "addressFullName", "companyName", "addressLine1", "addressLine2", "addressLine3",
        "addressLine4",    "postalCode",  "telephone",    "mobileTelephone", "fax", "email" };

static const Country *
find_country (const char *code, gint64 id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (countries); i++)
    if (countries[i].id == id || g_strcmp0 (countries[i].two, code) == 0
        || g_strcmp0 (countries[i].three, code) == 0)
      return &countries[i];
  return NULL;
}

static void
read_country (JsonObject *address, JsonNode *body, PracticeAnswer *answer)
{
  const char *code = bright_json_get_string (body, "countryIsoCode");
  gint64 id = bright_json_get_integer (body, "countryId", 0);
  const Country *country;

  if ((code == NULL || code[0] == '\0') && id == 0)
    return;
  country = find_country (code, id);
  if (country == NULL)
    {
      practice_refuse (answer, 400, "CMNC-031", "Country %s is not known",
                       code != NULL ? code : "id");
      return;
    }
  json_object_set_string_member (address, "country", country->name);
  json_object_set_int_member (address, "countryId", country->id);
  json_object_set_string_member (address, "countryIsoCode", country->two);
  json_object_set_string_member (address, "countryIsoCode3", country->three);
}

JsonObject *
practice_address_read (JsonNode *body, PracticeAnswer *answer)
{
  JsonObject *address = json_object_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = bright_json_get_string (body, texts[i]);

      json_object_set_string_member (address, texts[i], text != NULL ? text : "");
    }
  read_country (address, body, answer);
  return address;
}

JsonObject *
practice_address_view (const PracticeAddress *address)
{
  static const char *const members[]
      = { "addressLine1", "addressLine2", "addressLine3", "addressLine4",
          "postalCode", "countryId", "countryIsoCode" };
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", address->record.id);
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (address->body, members[i]))
      json_object_set_member (object, members[i],
                              json_object_dup_member (address->body, members[i]));
  return object;
}

void
practice_post_address (PracticeWorld *world,
                       const PracticeRequest *request,
                       PracticeAnswer *answer)
{
  PracticeAddress *address;
  const char *street = bright_json_get_string (request->body, "addressLine1");
  g_autoptr (JsonObject) body = practice_address_read (request->body, answer);

  if (street == NULL || street[0] == '\0')
    practice_refuse (answer, 400, "CMNC-032", "addressLine1 is required");
  if (practice_is_refused (answer))
    return;
  address = g_new0 (PracticeAddress, 1);
  address->body = g_steal_pointer (&body);
  practice_respond_id (answer, practice_table_add (world, &world->account->addresses, address));
}

void
practice_get_addresses (PracticeWorld *world,
                        const PracticeRequest *request,
                        PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) addresses = practice_select (
      world, &world->account->addresses, practice_segment (request, 2), 200, answer);
  JsonArray *response;

  if (addresses == NULL)
    return;
  if (addresses->len == 0)
    {
      practice_refuse (answer, 404, "CMNC-404", "No Postal Address Found");
      return;
    }
  response = json_array_new ();
  for (guint i = 0; i < addresses->len; i++)
    json_array_add_object_element (response, practice_address_view (addresses->pdata[i]));
  practice_respond (answer, practice_array_node (response));
}
