/* The seed of the practice store: kinds of orders by who orders.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-seed.h"

#include <string.h>

#define ORDERS_PER_RETURNING_SHOPPER 4
#define SHOP_TILL_CHANNEL 664178

static void
shape_registered (PracticeDraft *draft)
{
  draft->order->customer_id = practice_seed_add_customer (draft);
}

/* The same shopper, who does not always write the address in the same letters. */
static void
shape_returning (PracticeDraft *draft)
{
  guint shopper = draft->ordinal / ORDERS_PER_RETURNING_SHOPPER;
  g_autofree char *upper = NULL;

  practice_seed_person (&draft->order->billing, shopper + 3, shopper + 1);
  if (draft->ordinal % 3 == 1)
    {
      upper = g_ascii_strup (draft->order->billing.parts[PRACTICE_EMAIL], -1);
      practice_seed_set (draft, PRACTICE_EMAIL, upper);
    }
}

/* Two orders of somebody whom nobody knows yet. */
static void
shape_new_email_pair (PracticeDraft *draft)
{
  g_autofree char *email = g_strdup_printf ("pair.%u@example.org", draft->ordinal / 2);

  practice_seed_person (&draft->order->billing, draft->ordinal / 2 + 5, 0);
  practice_seed_set (draft, PRACTICE_EMAIL, email);
}

static void
set_known (PracticeDraft *draft, guint first, guint count)
{
  guint index = first + draft->ordinal % count;
  g_autofree char *email = practice_seed_known_email (index);

  practice_seed_person (&draft->order->billing, index, 0);
  practice_seed_set (draft, PRACTICE_EMAIL, email);
}

static void
shape_known_primary (PracticeDraft *draft)
{
  set_known (draft, 0, 12);
}

static void
shape_known_secondary (PracticeDraft *draft)
{
  set_known (draft, 12, 4);
}

static void
shape_known_tertiary (PracticeDraft *draft)
{
  set_known (draft, 16, 4);
}

static void
shape_staff (PracticeDraft *draft)
{
  practice_seed_set (draft, PRACTICE_EMAIL, "owner@harbourlane.example");
}

static void
shape_supplier (PracticeDraft *draft)
{
  practice_seed_set (draft, PRACTICE_EMAIL, "sales@assamgrowers.example");
}

static void
shape_shared (PracticeDraft *draft)
{
  practice_seed_set (draft, PRACTICE_EMAIL, "team@sharedesk.example");
}

static void
shape_without_email (PracticeDraft *draft)
{
  practice_seed_set (draft, PRACTICE_EMAIL, "");
  draft->order->order_source = "manual";
}

static void
shape_untidy_email (PracticeDraft *draft)
{
  g_autofree char *email = g_strdup_printf (" Untidy.Shopper%u@Example.ORG ", draft->ordinal);

  practice_seed_set (draft, PRACTICE_EMAIL, email);
}

static void
shape_company (PracticeDraft *draft)
{
  practice_seed_set (draft, PRACTICE_COMPANY, "Quayside Café & Rooms Ltd");
  practice_seed_set (draft, PRACTICE_STREET_2, "Unit 4, The Old Malthouse");
  draft->order->customer_id = practice_seed_add_customer (draft);
}

static void
shape_long_names (PracticeDraft *draft)
{
  g_autofree char *street = g_strnfill (200, 'x');

  for (guint i = 0; i + 12 <= 200; i += 12)
    memcpy (street + i, "Long Street ", 12);
  practice_seed_set (draft, PRACTICE_FIRST_NAME, "Wilhelmina Alexandra Theodora Cassiopeia");
  practice_seed_set (draft, PRACTICE_LAST_NAME, "Featherstonehaugh-Cholmondeley-Marjoribanks");
  practice_seed_set (draft, PRACTICE_STREET_1, street);
}

static void
shape_foreign (PracticeDraft *draft)
{
  practice_seed_foreign_person (&draft->order->billing, draft->ordinal, draft->order->id);
}

static JsonArray *
make_message (const PracticeStoreOrder *order)
{
  JsonArray *messages = json_array_new ();
  JsonObject *message = json_object_new ();
  g_autofree char *date = practice_store_mail_date (order->date_created + 600);

  json_object_set_int_member (message, "id", order->id - 900);
  json_object_set_int_member (message, "order_id", order->id);
  json_object_set_int_member (message, "staff_id", 0);
  json_object_set_int_member (message, "customer_id", order->customer_id);
  json_object_set_string_member (message, "type", "customer");
  json_object_set_string_member (message, "subject", "My order");
  json_object_set_string_member (message, "message", "When will it ship?");
  json_object_set_string_member (message, "status", "unread");
  json_object_set_boolean_member (message, "is_flagged", FALSE);
  json_object_set_string_member (message, "date_created", date);
  json_object_set_object_member (message, "customer", json_object_new ());
  json_array_add_object_element (messages, message);
  return messages;
}

static void
shape_emoji (PracticeDraft *draft)
{
  practice_store_replace_text (&draft->order->customer_message,
                               "Happy birthday, Zoë! \xF0\x9F\x8E\x82 Enjoy the tea \xE2\x98\x95");
  draft->order->messages = make_message (draft->order);
}

static void
shape_japanese (PracticeDraft *draft)
{
  static const struct
  {
    PracticeAddressPart part;
    const char *text;
  } parts[] = {
    { PRACTICE_FIRST_NAME, "太郎" },
    { PRACTICE_LAST_NAME, "山田" },
    { PRACTICE_STREET_1, "丸の内1丁目9番2号" },
    { PRACTICE_CITY, "千代田区" },
    { PRACTICE_STATE, "Tokyo" },
    { PRACTICE_ZIP, "100-0005" },
    { PRACTICE_COUNTRY, "Japan" },
    { PRACTICE_COUNTRY_CODE, "JP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    practice_seed_set (draft, parts[i].part, parts[i].text);
}

/* Sold over the counter: every other shopper leaves no e-mail. */
static void
shape_till (PracticeDraft *draft)
{
  draft->order->channel_id = SHOP_TILL_CHANNEL;
  draft->order->order_source = "external";
  practice_store_replace_text (&draft->order->external_source, "POS");
  draft->address->shipping_method = "None";
  if (draft->ordinal % 2 == 1)
    practice_seed_set (draft, PRACTICE_EMAIL, "");
}

const PracticeKind practice_seed_people_kinds[] = {
  { .name = "registered", .weight = 30, .minimum = 1, .status_id = 11, .shape = shape_registered },
  { .name = "returning", .weight = 30, .minimum = 4, .status_id = 11, .shape = shape_returning },
  { .name = "new-email-pair",
    .weight = 10,
    .minimum = 2,
    .status_id = 11,
    .shape = shape_new_email_pair },
  { .name = "known-primary",
    .weight = 20,
    .minimum = 1,
    .status_id = 11,
    .shape = shape_known_primary },
  { .name = "known-secondary",
    .weight = 3,
    .minimum = 1,
    .status_id = 11,
    .shape = shape_known_secondary },
  { .name = "known-tertiary",
    .weight = 3,
    .minimum = 1,
    .status_id = 11,
    .shape = shape_known_tertiary },
  { .name = "staff-email", .weight = 1, .minimum = 1, .status_id = 11, .shape = shape_staff },
  { .name = "supplier-email", .weight = 1, .minimum = 1, .status_id = 11, .shape = shape_supplier },
  { .name = "shared-email", .weight = 1, .minimum = 1, .status_id = 11, .shape = shape_shared },
  { .name = "empty-email",
    .weight = 3,
    .minimum = 1,
    .status_id = 11,
    .paid = PRACTICE_PAID_BY_HAND,
    .shape = shape_without_email },
  { .name = "untidy-email",
    .weight = 3,
    .minimum = 1,
    .status_id = 11,
    .shape = shape_untidy_email },
  { .name = "company", .weight = 10, .minimum = 1, .status_id = 11, .shape = shape_company },
  { .name = "long-names", .weight = 2, .minimum = 1, .status_id = 11, .shape = shape_long_names },
  { .name = "foreign", .weight = 30, .minimum = 2, .status_id = 11, .shape = shape_foreign },
  { .name = "emoji", .weight = 2, .minimum = 1, .status_id = 11, .shape = shape_emoji },
  { .name = "japanese", .weight = 2, .minimum = 1, .status_id = 11, .shape = shape_japanese },
  { .name = "point-of-sale",
    .weight = 5,
    .minimum = 2,
    .status_id = 11,
    .paid = PRACTICE_PAID_AT_TILL,
    .shape = shape_till },
  { .name = NULL },
};
