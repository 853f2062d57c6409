/* The seed of the practice store: people, places and chance.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#include <string.h>

#define N_KNOWN_CONTACTS 30

static const char *const first_names[]
    = { "Mira",  "Ivo",   "Harriet", "Owen", "Priya", "Callum", "Beatrice", "Tom",
        "Nadia", "Ewan",  "Grace",   "Rhys", "Leila", "Arthur", "Imogen",   "Kofi",
        "Poppy", "Dylan", "Ruth",    "Amir", "Elsie", "Fergus", "Hannah",   "Joe" };
static const char *const last_names[]
    = { "Oke",      "Banks",    "Whitlock", "Pryce",    "Raman",  "Fraser",  "Holloway", "Ashby",
        "Haddad",   "Sinclair", "Penrose",  "Morgan",   "Farouk", "Tennant", "Clarke",   "Mensah",
        "Lockwood", "Vaughan",  "Tanner",   "Siddiqui", "Marsh",  "Boyle",   "Kettley" };
/* With the letters that foreign names have. */
static const char *const foreign_names[][2] = {
  { "Seán", "Ó Briain" }, { "Aoife", "Ní Dhomhnaill" },   { "Jürgen", "Weiß" },
  { "Käthe", "Müller" },  { "Zoë", "Lefèvre" },           { "François", "Château" },
  { "Łukasz", "Wójcik" }, { "Małgorzata", "Żółkiewska" },
};

typedef struct
{
  const char *street;
  const char *city;
  const char *state;
  const char *zip;
  const char *country;
  const char *code;
} Place;

static const Place places[] = {
  { "Quay Road", "Bristol", "Bristol", "BS1 4XX", "United Kingdom", "GB" },
  { "Hill Street", "Bath", "Somerset", "BA1 1AA", "United Kingdom", "GB" },
  { "Mill Lane", "Leeds", "West Yorkshire", "LS1 2AB", "United Kingdom", "GB" },
  { "Station Road", "York", "North Yorkshire", "YO1 7AA", "United Kingdom", "GB" },
  { "Castle Terrace", "Edinburgh", "Midlothian", "EH1 2DP", "United Kingdom", "GB" },
  { "Bute Street", "Cardiff", "South Glamorgan", "CF10 5AN", "United Kingdom", "GB" },
  { "Chapel Walk", "Sheffield", "South Yorkshire", "S1 2PD", "United Kingdom", "GB" },
  { "Fore Street", "Exeter", "Devon", "EX4 3AT", "United Kingdom", "GB" },
};
static const Place foreign_places[] = {
  { "Sráid na Trá", "Gaillimh", "Galway", "H91 E2X3", "Ireland", "IE" },
  { "Shop Street", "Sligo", "Sligo", "F91 A2B3", "Ireland", "IE" },
  { "Königsallee", "Düsseldorf", "Nordrhein-Westfalen", "40212", "Germany", "DE" },
  { "Große Straße", "Osnabrück", "Niedersachsen", "49074", "Germany", "DE" },
  { "Rue de l’Église", "Besançon", "Bourgogne-Franche-Comté", "25000", "France", "FR" },
  { "Allée des Chênes", "Angoulême", "Nouvelle-Aquitaine", "16000", "France", "FR" },
  { "ulica Świętojańska", "Gdańsk", "Pomorskie", "80-840", "Poland", "PL" },
  { "ulica Długa", "Łódź", "Łódzkie", "90-001", "Poland", "PL" },
};

guint
practice_seed_draw (PracticeSeed *seed, guint below)
{
  seed->state ^= seed->state << 13;
  seed->state ^= seed->state >> 17;
  seed->state ^= seed->state << 5;
  return below == 0 ? 0 : (guint)(((guint64)seed->state * below) >> 32);
}

/* A name as it looks in an e-mail address. */
static char *
mail_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "en");
  char *lower = g_ascii_strdown (ascii, -1);

  return g_strdelimit (lower, " '", '-');
}

static void
set_email (PracticeStoreAddress *address, gint64 number, const char *domain)
{
  g_autofree char *first = mail_name (address->parts[PRACTICE_FIRST_NAME]);
  g_autofree char *last = mail_name (address->parts[PRACTICE_LAST_NAME]);
  g_autofree char *email
      = g_strdup_printf ("%s.%s.%" G_GINT64_FORMAT "@%s", first, last, number, domain);

  practice_store_address_set (address, PRACTICE_EMAIL, email);
}

static void
set_place (PracticeStoreAddress *address, const Place *place, guint number)
{
  g_autofree char *street = g_strdup_printf ("%u %s", 1 + number % 97, place->street);
  g_autofree char *phone = g_strdup_printf ("0117 496 %04u", number % 1000);

  practice_store_address_set (address, PRACTICE_STREET_1, street);
  practice_store_address_set (address, PRACTICE_CITY, place->city);
  practice_store_address_set (address, PRACTICE_STATE, place->state);
  practice_store_address_set (address, PRACTICE_ZIP, place->zip);
  practice_store_address_set (address, PRACTICE_COUNTRY, place->country);
  practice_store_address_set (address, PRACTICE_COUNTRY_CODE, place->code);
  practice_store_address_set (address, PRACTICE_PHONE, number % 3 == 0 ? phone : "");
}

void
practice_seed_place (PracticeStoreAddress *address, guint index)
{
  set_place (address, &places[index % G_N_ELEMENTS (places)], index);
}

void
practice_seed_person (PracticeStoreAddress *address, guint index, gint64 number)
{
  practice_store_address_set (address, PRACTICE_FIRST_NAME,
                              first_names[index % G_N_ELEMENTS (first_names)]);
  practice_store_address_set (address, PRACTICE_LAST_NAME,
                              last_names[index % G_N_ELEMENTS (last_names)]);
  practice_seed_place (address, index);
  set_email (address, number, "example.org");
}

void
practice_seed_foreign_person (PracticeStoreAddress *address, guint index, gint64 number)
{
  guint which = index % G_N_ELEMENTS (foreign_names);

  practice_store_address_set (address, PRACTICE_FIRST_NAME, foreign_names[which][0]);
  practice_store_address_set (address, PRACTICE_LAST_NAME, foreign_names[which][1]);
  set_place (address, &foreign_places[which], index);
  set_email (address, number, "example.com");
}

char *
practice_seed_known_email (guint index)
{
  return g_strdup_printf ("known.shopper.%u@example.net", index % N_KNOWN_CONTACTS);
}

/* The first twelve are known by their first e-mail, the next four by the second, the next four by
 * the third; the rest have never ordered. */
void
practice_seed_contacts (PracticeSeed *seed)
{
  PracticeWorld *world = seed->world;

  for (guint i = 0; i < N_KNOWN_CONTACTS; i++)
    {
      g_autofree char *email = practice_seed_known_email (i);
      g_autofree char *other = g_strdup_printf ("office.%u@example.net", i);
      g_autofree char *another = g_strdup_printf ("accounts.%u@example.net", i);
      const char *first = first_names[i % G_N_ELEMENTS (first_names)];
      const char *last = last_names[i % G_N_ELEMENTS (last_names)];

      if (i >= 12 && i < 16)
        practice_account_add_contact (world, "customer", first, last, other, email, NULL);
      else if (i >= 16 && i < 20)
        practice_account_add_contact (world, "customer", first, last, other, another, email);
      else
        practice_account_add_contact (world, "customer", first, last, email, NULL, NULL);
    }
  practice_account_add_contact (world, "supplier", "Assam", "Growers", "sales@assamgrowers.example",
                                NULL, NULL);
  practice_account_add_contact (world, "customer", "Nell", "Sharedesk", "team@sharedesk.example",
                                NULL, NULL);
  practice_account_add_contact (world, "customer", "Rory", "Sharedesk", "rory@sharedesk.example",
                                "team@sharedesk.example", NULL);
}
