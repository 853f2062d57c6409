/* Tests of the decision about notes: which words go where?
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-note-text.h"
#include "brightpearl-field-texts.h"
#include "decide-fixture.h"
#include "decide-json.h"

#include <string.h>

#define SETTINGS                                                                                   \
  "{'notes': {'enabled': true, 'customer-field': 'PCF_CUSTMSG', 'staff-field': 'PCF_SHOPNOTE'},"   \
  " 'orders': {'brightpearl-statuses': [1]}}"
#define READ "read fields"
#define FIELDS "write-fields PATCH /order-service/order/5501/custom-field"
#define STORE "write-staff-note PUT /v2/orders/1042"
#define CONFLICT "linked notes-conflict!"

/**
 * NotesCase:
 * @name: what happens, in words
 * @settings: (nullable): what is different in the settings
 * @staff: the store's staff note
 * @message: the customer's words
 * @agreed: (nullable): the store's staff note and Brightpearl's when they last agreed, with `=`
 *   between them
 * @copied: (nullable): the customer's words that were copied, and what the field then said
 * @conflict: (nullable): as in the link
 * @fields: (nullable): what the fields say; %NULL if they were not read
 * @sales_order: (nullable): how the sales order is different
 * @listed: (nullable): the code that the order was listed with
 * @expected: what is decided, after `learned` for each thing that was learned in silence and the
 *   words of what was told
 * @body: (nullable): what the body of the step says
 *
 * One row of a table.
 */
typedef struct
{
  const char *name;
  const char *settings;
  const char *staff;
  const char *message;
  const char *agreed;
  const char *copied;
  const char *conflict;
  const char *fields;
  const char *sales_order;
  const char *listed;
  const char *expected;
  const char *body;
} NotesCase;

static const NotesCase customer[] = {
  { .name = "nothing-to-copy-is-not-looked-up", .expected = "linked" },
  { .name = "blanks-are-nothing", .message = " \r\n ", .expected = "linked" },
  { .name = "the-fields-are-read-first", .message = "Leave it", .expected = READ },
  { .name = "copied",
    .message = "Leave it",
    .fields = "{}",
    .expected = FIELDS,
    .body = "[{'op':'add','path':'/PCF_CUSTMSG','value':'Leave it'}]" },
  { .name = "in-place-already",
    .message = "Leave it",
    .fields = "{'customer': 'Leave it'}",
    .expected = "linked" },
  { .name = "another-text-is-replaced",
    .message = "Leave it",
    .fields = "{'customer': 'Ring'}",
    .expected = FIELDS },
  { .name = "line-ends-and-entities-do-not-count",
    .message = "It's <here>\nfor us  \n",
    .fields = "{'customer': 'It\\\\\\u0027s &lt;here&gt;\\r\\nfor us'}",
    .expected = "linked" },
  { .name = "what-brightpearl-made-of-it-is-not-written-again",
    .message = "0042",
    .copied = "0042=42",
    .fields = "{'customer': '42'}",
    .expected = "linked" },
  { .name = "no-field-chosen",
    .settings = "{'notes': {'customer-field': ''}}",
    .message = "Leave it",
    .expected = "linked" },
  { .name = "off",
    .settings = "{'notes': {'enabled': false}}",
    .message = "Leave it",
    .expected = "linked" },
  { .name = "a-sales-order-that-was-cancelled",
    .message = "Leave it",
    .sales_order = "{'isCanceled': true}",
    .fields = "{}",
    .expected = "linked" },
  { .name = "fields-read-long-ago-are-read-again",
    .message = "Leave it",
    .fields = "{'read-at': 1}",
    .expected = READ },
  { .name = "fields-of-another-setting-are-read-again",
    .message = "Leave it",
    .fields = "{'customer-field': 'PCF_OTHER'}",
    .expected = READ },
};

static const NotesCase staff[] = {
  { .name = "first-contact-with-the-same", .staff = "Call", .fields = "{'staff': 'Call'}",
    .expected = "learned linked" },
  { .name = "first-contact-with-the-store-s",
    .staff = "Call",
    .fields = "{}",
    .expected = FIELDS,
    .body = "[{'op':'add','path':'/PCF_SHOPNOTE','value':'Call'}]" },
  { .name = "first-contact-with-brightpearl-s",
    .fields = "{'staff': 'Call &amp; ask'}",
    .expected = STORE,
    .body = "{'staff_notes':'Call & ask'}" },
  { .name = "first-contact-with-two",
    .staff = "Call",
    .fields = "{'staff': 'Wait'}",
    .expected = "The staff note was edited on both sides; both texts are kept. " FIELDS,
    .body = "[{'op':'add','path':'/PCF_SHOPNOTE','value':'[2026-11-20 BigCommerce]\\nCall\\n\\n"
            "[2026-11-20 Brightpearl]\\nWait'}]" },
  { .name = "nothing-moved", .staff = "Call", .agreed = "Call=Call",
    .fields = "{'staff': 'Call'}", .expected = "linked" },
  { .name = "different-and-agreed", .staff = "Call", .agreed = "Call=Ring",
    .fields = "{'staff': 'Ring'}", .expected = "linked" },
  { .name = "edited-in-the-store",
    .staff = "Call twice",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Call'}",
    .expected = FIELDS,
    .body = "[{'op':'add','path':'/PCF_SHOPNOTE','value':'Call twice'}]" },
  { .name = "edited-in-brightpearl",
    .staff = "Call",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Call twice'}",
    .expected = STORE,
    .body = "{'staff_notes':'Call twice'}" },
  { .name = "edited-alike", .staff = "Ring", .agreed = "Call=Call",
    .fields = "{'staff': 'Ring'}", .expected = "learned linked" },
  { .name = "the-gate-is-shut",
    .staff = "Call",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Call twice'}",
    .sales_order = "{'statusId': 2}",
    .expected = "linked" },
  { .name = "the-gate-does-not-keep-the-store-s-from-brightpearl",
    .staff = "Call twice",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Call'}",
    .sales_order = "{'statusId': 2}",
    .expected = FIELDS },
  { .name = "emptied-in-the-store",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Call'}",
    .expected = "The staff note was emptied in the store; the one in Brightpearl stays as it is. "
                "linked" },
  { .name = "emptied-in-brightpearl",
    .staff = "Call",
    .agreed = "Call=Call",
    .fields = "{}",
    .expected = "The staff note was emptied in Brightpearl; the one in the store stays as it is. "
                "linked" },
  { .name = "emptied-on-both-sides", .agreed = "Call=Call", .fields = "{}",
    .expected = "learned linked" },
  { .name = "emptied-on-one-side-and-edited-on-the-other",
    .agreed = "Call=Call",
    .fields = "{'staff': 'Ring'}",
    .expected = STORE },
  { .name = "another-field-is-first-contact-again",
    .settings = "{'notes': {'staff-field': 'PCF_OTHER'}}",
    .staff = "Call",
    .agreed = "Call=Call",
    .fields = "{'staff-field': 'PCF_OTHER'}",
    .expected = FIELDS,
    .body = "[{'op':'add','path':'/PCF_OTHER','value':'Call'}]" },
  { .name = "both-in-one-write",
    .staff = "Call",
    .message = "Leave it",
    .fields = "{}",
    .expected = FIELDS,
    .body = "[{'op':'add','path':'/PCF_CUSTMSG','value':'Leave it'},"
            "{'op':'add','path':'/PCF_SHOPNOTE','value':'Call'}]" },
};

static const NotesCase conflicts[] = {
  { .name = "what-both-begin-with-stands-once",
    .staff = "Gift\nCall",
    .agreed = "Gift=Gift",
    .fields = "{'staff': 'Gift\\r\\nWait'}",
    .expected = "The staff note was edited on both sides; both texts are kept. " FIELDS,
    .body = "[{'op':'add','path':'/PCF_SHOPNOTE','value':'Gift\\n\\n[2026-11-20 BigCommerce]\\n"
            "Call\\n\\n[2026-11-20 Brightpearl]\\nWait'}]" },
  { .name = "one-that-has-all-of-the-other-needs-no-merging",
    .staff = "Gift",
    .agreed = "Old=Old",
    .fields = "{'staff': 'Gift\\r\\nWait'}",
    .expected = STORE,
    .body = "{'staff_notes':'Gift\\nWait'}" },
  { .name = "the-merged-text-goes-to-the-store",
    .staff = "Call",
    .agreed = "Call=Old",
    .conflict = "merging",
    .fields = "{'staff': '[2026-11-20 BigCommerce]\\nCall\\n\\n[2026-11-20 Brightpearl]\\nWait'}",
    .expected = STORE },
  { .name = "a-merged-text-whose-answer-was-lost-is-known-again",
    .staff = "Call",
    .agreed = "Old=Old",
    .conflict = "merging",
    .fields = "{'staff': '[2026-11-20 BigCommerce]\\nCall\\n\\n[2026-11-20 Brightpearl]\\nWait'}",
    .expected = STORE },
  { .name = "the-merged-text-waits-at-the-gate",
    .staff = "Call",
    .agreed = "Call=Old",
    .conflict = "merging",
    .fields = "{'staff': 'Call\\nWait'}",
    .sales_order = "{'statusId': 2}",
    .expected = CONFLICT },
  { .name = "listed", .staff = "Both", .agreed = "Both=Both", .conflict = "merged",
    .fields = "{'staff': 'Both'}", .listed = "notes-conflict", .expected = CONFLICT },
  { .name = "approved",
    .staff = "Both",
    .agreed = "Both=Both",
    .conflict = "merged",
    .fields = "{'staff': 'Both'}",
    .listed = "notes-conflict approved",
    .expected = "The merged staff note was approved. linked" },
  { .name = "what-was-not-listed-cannot-have-been-approved",
    .staff = "Both",
    .agreed = "Both=Both",
    .conflict = "merged",
    .fields = "{'staff': 'Both'}",
    .listed = " approved",
    .expected = CONFLICT },
  { .name = "the-next-edit-ends-it", .staff = "Tidy", .agreed = "Both=Both",
    .conflict = "merged", .fields = "{'staff': 'Both'}", .expected = "learned " FIELDS },
};

static char *
read_digest (const char *pair, guint index)
{
  g_auto (GStrv) texts = g_strsplit (pair, "=", 2);

  return bright_note_digest (texts[index]);
}

static void
put_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

static void
put_notes (const NotesCase *row, DecideFixture *fixture)
{
  BrightNotes *notes;

  if (row->agreed == NULL && row->conflict == NULL && row->copied == NULL)
    return;
  notes = bright_record_new (&bright_notes_type);
  fixture->link->notes = notes;
  if (row->agreed != NULL)
    {
      put_text (&notes->staff_field, g_strdup ("PCF_SHOPNOTE"));
      put_text (&notes->store, read_digest (row->agreed, 0));
      put_text (&notes->brightpearl, read_digest (row->agreed, 1));
    }
  if (row->copied != NULL)
    {
      put_text (&notes->customer_field, g_strdup ("PCF_CUSTMSG"));
      put_text (&notes->message, read_digest (row->copied, 0));
      put_text (&notes->copied, read_digest (row->copied, 1));
    }
  if (row->conflict != NULL)
    put_text (&notes->conflict, g_strdup (row->conflict));
}

static BrightpearlFieldTexts *
make_fields (const NotesCase *row, gint64 now)
{
  g_autofree char *usual = g_strdup_printf (
      "{'order': 1042, 'sales-order': 5501, 'customer-field': 'PCF_CUSTMSG',"
      " 'staff-field': 'PCF_SHOPNOTE', 'read-at': %" G_GINT64_FORMAT "}",
      now);
  g_autoptr (JsonNode) node = decide_json_read_merged (usual, row->fields);

  return decide_json_to_record (&brightpearl_field_texts_type, node);
}

/* What other flows take down at first contact. */
static void
settle_others (DecideFixture *fixture)
{
  BrightDecision *decision = bright_order_decide (&fixture->order_case);

  while (decision->kind == BRIGHT_DECISION_LEARN)
    {
      decision->learn (fixture->link, &fixture->order_case, decision);
      bright_decision_free (decision);
      decision = bright_order_decide (&fixture->order_case);
    }
  bright_decision_free (decision);
}

static DecideFixture *
make_fixture (const NotesCase *row)
{
  g_autofree char *sales_orders
      = g_strdup_printf ("[%s]", row->sales_order != NULL ? row->sales_order : "{}");
  g_autoptr (JsonNode) settings = decide_json_read_merged (SETTINGS, row->settings);
  g_autofree char *text = g_strdelimit (bright_json_to_string (settings), "\"", '\'');
  const DecideCase usual = { .name = row->name, .settings = text, .sales_orders = sales_orders };
  DecideFixture *fixture = decide_fixture_new (&usual);

  settle_others (fixture);
  put_text (&fixture->order->staff_notes, g_strdup (row->staff != NULL ? row->staff : ""));
  put_text (&fixture->order->customer_message, g_strdup (row->message != NULL ? row->message : ""));
  put_notes (row, fixture);
  fixture->order_case.approved = row->listed != NULL && strstr (row->listed, "approved") != NULL;
  fixture->order_case.listed_code
      = row->listed != NULL && g_str_has_prefix (row->listed, "notes-conflict") ? "notes-conflict"
                                                                               : "";
  return fixture;
}

static void
describe (GString *words, const BrightDecision *decision)
{
  const BrightVerdict *verdict = &decision->verdict;

  if (decision->kind == BRIGHT_DECISION_STEP)
    g_string_append_printf (words, "%s %s %s", decision->step->kind, decision->step->method,
                            decision->step->path);
  else if (decision->kind == BRIGHT_DECISION_NEED)
    g_string_append (words, decision->need == BRIGHT_NEED_FACT
                                    && decision->fact == BRIGHT_ORDER_FACT_FIELDS
                                ? READ
                                : "read something else");
  else
    g_string_append_printf (words, "%s%s%s%s", verdict->state, verdict->code != NULL ? " " : "",
                            verdict->code != NULL ? verdict->code : "",
                            verdict->attention ? "!" : "");
}

static void
check (gconstpointer data)
{
  const NotesCase *row = data;
  g_autoptr (DecideFixture) fixture = make_fixture (row);
  g_autoptr (BrightpearlFieldTexts) fields
      = row->fields != NULL ? make_fields (row, fixture->order_case.now) : NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (BrightDecision) decision = NULL;

  fixture->order_case.facts[BRIGHT_ORDER_FACT_FIELDS] = fields;
  decision = bright_order_decide (&fixture->order_case);
  for (guint i = 0; i < 3 && decision->kind == BRIGHT_DECISION_LEARN; i++)
    {
      g_string_append_printf (words, "%s ",
                              decision->learned != NULL ? decision->learned : "learned");
      decision->learn (fixture->link, &fixture->order_case, decision);
      bright_decision_free (decision);
      decision = bright_order_decide (&fixture->order_case);
    }
  describe (words, decision);
  g_assert_cmpstr (words->str, ==, row->expected);
  if (row->body != NULL && decision->step != NULL)
    {
      g_autofree char *body = g_strdelimit (g_strdup (row->body), "'", '"');

      g_assert_cmpstr (decision->step->body, ==, body);
    }
}

static void
add_tests (const char *path, const NotesCase *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *test = g_strdup_printf ("%s/%s", path, rows[i].name);

      g_test_add_data_func (test, &rows[i], check);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  add_tests ("/decide-notes/customer", customer, G_N_ELEMENTS (customer));
  add_tests ("/decide-notes/staff", staff, G_N_ELEMENTS (staff));
  add_tests ("/decide-notes/conflict", conflicts, G_N_ELEMENTS (conflicts));
  return g_test_run ();
}
