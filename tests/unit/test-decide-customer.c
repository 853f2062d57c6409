/* Tests of the decision about an order: whose is it?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#include "bright-steps.h"
#include "decide-order.h"
#include "decide-words.h"

#define ORDERED "create-sales-order POST /order-service/sales-order"
#define ADDRESS "create-address POST /contact-service/postal-address"
#define CONTACT "create-contact POST /contact-service/contact"
#define AMBIGUOUS "held customer-ambiguous!"
#define WAITING "held customer-waiting items.create-customers!"
#define NO_EMAIL "held customer-without-email items.placeholder-contact-id!"
#define LONG_NAME "Bartholomew-Maximilian von Hohenstein"

/* Known customers, who need no update. */
#define CUSTOMER(id, members)                                                                      \
  "{'contactId': " #id ", 'firstName': 'Mira', 'lastName': 'Oke', 'isComplete': true,"             \
  " 'defaultAddressId': 31, " members "}"
#define PRIMARY "'primaryEmail': 'mira@example.org'"
#define SECONDARY "'secondaryEmail': 'mira@example.org'"
#define TERTIARY "'tertiaryEmail': 'mira@example.org'"
#define NOBODY "{'contacts': []}"
#define NO_CREATION "{'items': {'create-customers': false}}"

static const DecideCase matches[] = {
  { .name = "exact", .expected = ORDERED, .body = "{'customer': {'id': 201}}" },
  { .name = "another-case",
    .order = "{'billing_address': {'email': 'MIRA@Example.org'}}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 201}}" },
  { .name = "blanks-around-it",
    .order = "{'billing_address': {'email': ' mira@example.org '}}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 201}}" },
  { .name = "in-the-second-place",
    .world = "{'contacts': [" CUSTOMER (7, SECONDARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 7}}" },
  { .name = "in-the-third-place",
    .world = "{'contacts': [" CUSTOMER (7, TERTIARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 7}}" },
  { .name = "the-first-place-goes-before-others",
    .world = "{'contacts': [" CUSTOMER (7, SECONDARY) ", " CUSTOMER (8, PRIMARY) ", " CUSTOMER (
        9,
        TERTIARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 8}}" },
  { .name = "twice-in-one-contact",
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY ", " SECONDARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 7}}" },
  { .name = "several",
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY) ", " CUSTOMER (8, PRIMARY) "]}",
    .expected = AMBIGUOUS },
  { .name = "several-in-the-second-place",
    .world = "{'contacts': [" CUSTOMER (7, SECONDARY) ", " CUSTOMER (8, SECONDARY) "]}",
    .expected = AMBIGUOUS },
  { .name = "several-and-creation-off",
    .settings = NO_CREATION,
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY) ", " CUSTOMER (8, PRIMARY) "]}",
    .expected = AMBIGUOUS },
  { .name = "staff-and-a-customer",
    .world
    = "{'contacts': [" CUSTOMER (7, PRIMARY ", 'isStaff': true") ", " CUSTOMER (8, PRIMARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 8}}" },
  { .name = "staff-first-and-a-customer-second",
    .world
    = "{'contacts': [" CUSTOMER (7, PRIMARY ", 'isStaff': true") ", " CUSTOMER (8, SECONDARY) "]}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 8}}" },
  { .name = "only-staff-gets-a-contact-of-its-own",
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY ", 'isStaff': true") "]}",
    .expected = ADDRESS },
  { .name = "only-a-supplier-gets-a-contact-of-its-own",
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY ", 'isSupplier': true") "]}",
    .expected = ADDRESS },
  { .name = "only-staff-and-creation-off",
    .settings = NO_CREATION,
    .world = "{'contacts': [" CUSTOMER (7, PRIMARY ", 'isStaff': true") "]}",
    .expected = WAITING },
  { .name = "unknown", .world = NOBODY, .expected = ADDRESS },
  { .name = "unknown-and-creation-off",
    .settings = NO_CREATION,
    .world = NOBODY,
    .expected = WAITING },
  { .name = "a-guest-is-found-like-any-other",
    .order = "{'customer_id': 0}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 201}}" },
  { .name = "part-of-an-e-mail-is-none",
    .order = "{'billing_address': {'email': 'a.mira@example.org'}}",
    .expected = ADDRESS },
};

static const DecideCase placeholders[] = {
  { .name = "no-e-mail", .order = "{'billing_address': {'email': ''}}", .expected = NO_EMAIL },
  { .name = "blank-e-mail", .order = "{'billing_address': {'email': '  '}}", .expected = NO_EMAIL },
  { .name = "no-billing-address", .order = "{'billing_address': null}", .expected = NO_EMAIL },
  { .name = "no-e-mail-and-a-contact-for-such-orders",
    .settings = "{'items': {'placeholder-contact-id': 77, 'create-customers': false}}",
    .order = "{'billing_address': {'email': ''}}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 77}}" },
  { .name = "an-e-mail-and-a-contact-for-other-orders",
    .settings = "{'items': {'placeholder-contact-id': 77}}",
    .expected = ORDERED,
    .body = "{'customer': {'id': 201}}" },
};

static const DecideCase creations[] = {
  { .name = "the-address-comes-first",
    .world = NOBODY,
    .expected = ADDRESS,
    .body = "{'addressLine1': '4 Quay Rd', 'addressLine3': 'Bristol', 'postalCode': 'BS1 4XX',"
            " 'countryIsoCode': 'GB'}" },
  { .name = "then-the-contact",
    .settings = "{'orders': {'lead-source-id': 4, 'price-list-id': 8}}",
    .world = NOBODY,
    .order = "{'is_email_opt_in': true, 'billing_address': {'phone': '0117 4960000',"
             " 'company': 'Oke Ltd'}}",
    .link = "{'address': 31}",
    .expected = CONTACT,
    .body = "{'firstName': 'Mira', 'lastName': 'Oke',"
            " 'postAddressIds': {'DEF': 31, 'BIL': 31, 'DEL': 31},"
            " 'communication': {'emails': {'PRI': {'email': 'mira@example.org'}},"
            "  'telephones': {'PRI': '0117 4960000'}}, 'organisation': {'name': 'Oke Ltd'},"
            " 'marketingDetails': {'isReceiveEmailNewsletter': true},"
            " 'financialDetails': {'priceListId': 8},"
            " 'assignment': {'current': {'leadSourceId': 4}}}" },
  { .name = "names-over-32-characters-are-cut",
    .world = NOBODY,
    .order = "{'billing_address': {'first_name': '" LONG_NAME "', 'last_name': '" LONG_NAME "'}}",
    .link = "{'address': 31}",
    .expected = CONTACT,
    .body = "{'firstName': 'Bartholomew-Maximilian von Hohen',"
            " 'lastName': 'Bartholomew-Maximilian von Hohen'}" },
  { .name = "names-are-cut-by-characters-not-bytes",
    .world = NOBODY,
    .order = "{'billing_address': {'last_name': 'éééééééééééééééééééééééééééééééééé'}}",
    .link = "{'address': 31}",
    .expected = CONTACT,
    .body = "{'lastName': 'éééééééééééééééééééééééééééééééé'}" },
  { .name = "no-name-but-a-company",
    .world = NOBODY,
    .order = "{'billing_address': {'first_name': '', 'last_name': '', 'company': 'Oke Ltd'}}",
    .link = "{'address': 31}",
    .expected = CONTACT,
    .body = "{'firstName': '', 'lastName': 'Oke Ltd'}" },
  { .name = "no-name-at-all",
    .world = NOBODY,
    .order = "{'billing_address': {'first_name': '', 'last_name': ''}}",
    .link = "{'address': 31}",
    .expected = CONTACT,
    .body = "{'lastName': 'mira@example.org'}" },
  { .name = "no-street",
    .world = NOBODY,
    .order = "{'billing_address': {'street_1': ''}}",
    .expected = ADDRESS,
    .body = "{'addressLine1': 'Bristol'}" },
};

/* A customer with blanks: no last name, no company, no telephone. */
#define BLANK(members)                                                                             \
  "{'contacts': [{'contactId': 201, " PRIMARY ", 'firstName': 'Mirabel', " members "}]}"
#define COMPLETE "'isComplete': true, 'defaultAddressId': 31"
#define FULL_ORDER "{'billing_address': {'company': 'Oke Ltd', 'phone': '0117 4960000'}}"
#define OVERWRITE "{'items': {'update-customers': 'overwrite'}}"
#define NEVER "{'items': {'update-customers': 'never'}}"
#define UPDATE "update-contact PATCH /contact-service/contact/201"

static const DecideCase updates[] = {
  { .name = "the-contact-is-read-first",
    .world = BLANK ("'lastName': ''"),
    .order = FULL_ORDER,
    .expected = "read contact 201" },
  { .name = "blanks-are-filled",
    .world = BLANK (COMPLETE),
    .order = FULL_ORDER,
    .expected = UPDATE,
    .body = "[{'op': 'replace', 'path': '/lastName', 'value': 'Oke'},"
            " {'op': 'replace', 'path': '/organisation/name', 'value': 'Oke Ltd'},"
            " {'op': 'replace', 'path': '/communication/telephones/PRI',"
            "  'value': '0117 4960000'}]" },
  { .name = "what-the-order-leaves-blank-stays",
    .world = BLANK (COMPLETE ", 'lastName': 'Oke', 'companyName': 'Oke & Co', 'pri': '1'"),
    .expected = ORDERED },
  { .name = "nothing-is-blank",
    .world = BLANK (COMPLETE ", 'lastName': 'Okafor', 'companyName': 'Oke & Co', 'pri': '1'"),
    .order = FULL_ORDER,
    .expected = ORDERED },
  { .name = "overwritten",
    .settings = OVERWRITE,
    .world = BLANK (COMPLETE ", 'lastName': 'Oke', 'companyName': 'Oke & Co', 'pri': '1'"),
    .order = FULL_ORDER,
    .expected = UPDATE,
    .body = "[{'path': '/firstName', 'value': 'Mira'},"
            " {'path': '/organisation/name', 'value': 'Oke Ltd'},"
            " {'path': '/communication/telephones/PRI', 'value': '0117 4960000'}]" },
  { .name = "nothing-is-overwritten-with-a-blank",
    .settings = OVERWRITE,
    .world = BLANK (COMPLETE ", 'lastName': 'Oke', 'companyName': 'Oke & Co'"),
    .expected = UPDATE,
    .body = "[{'path': '/firstName', 'value': 'Mira'}]" },
  { .name = "never",
    .settings = NEVER,
    .world = BLANK ("'lastName': ''"),
    .order = FULL_ORDER,
    .expected = ORDERED },
  { .name = "once-for-an-order",
    .world = BLANK (COMPLETE),
    .order = FULL_ORDER,
    .link = "{'contact-settled': true}",
    .expected = ORDERED },
  { .name = "no-address-gets-one",
    .world = BLANK ("'isComplete': true, 'lastName': 'Oke'"),
    .expected = ADDRESS },
  { .name = "and-it-is-attached",
    .world = BLANK ("'isComplete': true, 'lastName': 'Oke'"),
    .link = "{'address': 44}",
    .expected = "attach-address PUT /contact-service/contact/201/postal-address",
    .body = "[{'postalAddressId': 44, 'type': 'DEF'}, {'postalAddressId': 44, 'type': 'BIL'},"
            " {'postalAddressId': 44, 'type': 'DEL'}]" },
  { .name = "never-means-no-address-either",
    .settings = NEVER,
    .world = BLANK ("'isComplete': true, 'lastName': 'Oke'"),
    .expected = ORDERED },
};

static char *
decide (DecideFixture *fixture)
{
  g_autoptr (BrightDecision) decision = bright_order_decide (&fixture->order_case);

  return decide_describe (decision);
}

/* Of two orders with one e-mail, only one at a time works on the contact. */
static void
check_two_orders (const DecideCase *row, const char *expected)
{
  g_autoptr (DecideFixture) fixture = decide_fixture_new (row);
  g_autofree char *first = decide (fixture);
  g_autofree char *again = decide (fixture);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  decide_fixture_take_order (
      fixture, decide_order_new ("{'id': 1043, 'billing_address': {'email': 'Mira@EXAMPLE.org'}}"));
  second = decide (fixture);
  bright_world_release_emails (fixture->world, "order 1042");
  third = decide (fixture);
  g_assert_cmpstr (first, ==, expected);
  g_assert_cmpstr (again, ==, expected);
  g_assert_cmpstr (second, ==, "wait for order 1042");
  g_assert_cmpstr (third, ==, expected);
}

/* Two orders with one new e-mail make one contact. */
static void
test_two_new (void)
{
  const DecideCase row = { .world = NOBODY };

  check_two_orders (&row, ADDRESS);
}

static void
test_two_known (void)
{
  const DecideCase row = { .world = BLANK (COMPLETE) };

  check_two_orders (&row, UPDATE);
}

/* Orders that need nothing of the contact do not wait for each other. */
static void
test_two_settled (void)
{
  const DecideCase row = { .world = NULL };
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&row);
  g_autofree char *first = decide (fixture);
  g_autofree char *second = NULL;

  decide_fixture_take_order (fixture, decide_order_new ("{'id': 1043}"));
  second = decide (fixture);
  g_assert_cmpstr (first, ==, ORDERED);
  g_assert_cmpstr (second, ==, ORDERED);
}

/* What a contact had and gets is told in the plan. */
static void
test_before_and_after (void)
{
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&updates[4]);
  g_autoptr (BrightDecision) decision = bright_order_decide (&fixture->order_case);

  g_assert_nonnull (decision->step);
  g_assert_cmpstr (decision->step->flow, ==, "customers");
  g_assert_cmpstr (decision->step->subject, ==, "order 1042");
  g_assert_cmpstr (decision->step->verb, ==, "update");
  g_assert_nonnull (g_strstr_len (decision->step->before, -1, "Oke & Co"));
  g_assert_nonnull (g_strstr_len (decision->step->after, -1, "Oke Ltd"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  decide_add_tests ("/decide/customer/match", matches, G_N_ELEMENTS (matches),
                    decide_check_decision);
  decide_add_tests ("/decide/customer/placeholder", placeholders, G_N_ELEMENTS (placeholders),
                    decide_check_decision);
  decide_add_tests ("/decide/customer/create", creations, G_N_ELEMENTS (creations),
                    decide_check_decision);
  decide_add_tests ("/decide/customer/update", updates, G_N_ELEMENTS (updates),
                    decide_check_decision);
  g_test_add_func ("/decide/customer/two-orders/new", test_two_new);
  g_test_add_func ("/decide/customer/two-orders/known", test_two_known);
  g_test_add_func ("/decide/customer/two-orders/settled", test_two_settled);
  g_test_add_func ("/decide/customer/before-and-after", test_before_and_after);
  return g_test_run ();
}
