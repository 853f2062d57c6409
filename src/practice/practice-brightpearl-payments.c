/* Brightpearl's customer payments.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-account-facts.h"
#include "practice-brightpearl-search.h"

#define MEMBER(label, kind, field) PRACTICE_MEMBER (PracticePayment, label, kind, field)
#define DERIVED(label, kind, reader) PRACTICE_DERIVED (label, kind, reader)
#define MOST_IDS 200
#define LONGEST_REFERENCE 64
#define LONGEST_METHOD 36

static void
read_amount (PracticeAccount *account,
             gconstpointer record,
             const PracticeColumn *column,
             guint alternative,
             PracticeCell *cell)
{
  const PracticePayment *payment = record;
  g_autofree char *text
      = practice_decimal_text (strcmp (column->name, "amountPaid") == 0 ? payment->paid
                                                                        : payment->authorized,
                               PRACTICE_DECIMAL_SCALE, 2);

  g_strlcpy (cell->scratch, text, sizeof cell->scratch);
  cell->text = cell->scratch;
}

static const PracticeColumn columns[] = {
  { MEMBER ("paymentId", IDSET, record.id) },
  { MEMBER ("transactionRef", STRING, transaction_reference) },
  { MEMBER ("transactionCode", STRING, transaction_code) },
  { MEMBER ("paymentMethodCode", STRING, method) },
  { MEMBER ("paymentType", STRING, type) },
  { MEMBER ("orderId", IDSET, order_id) },
  { MEMBER ("currencyId", IDSET, currency_id) },
  { MEMBER ("currencyCode", STRING, currency_code) },
  { DERIVED ("amountAuthorized", STRING, read_amount) },
  { DERIVED ("amountPaid", STRING, read_amount) },
  { MEMBER ("expires", PERIOD, expires) },
  { MEMBER ("paymentDate", PERIOD, payment_date) },
  { MEMBER ("createdOn", PERIOD, record.created_on) },
  { MEMBER ("journalId", IDSET, journal_id), .zero_is_null = TRUE },
};

void
practice_search_payments (PracticeWorld *world,
                          const PracticeRequest *request,
                          PracticeAnswer *answer)
{
  static const PracticeSearch search = { columns, G_N_ELEMENTS (columns) };

  practice_search (world, &search, world->account->payments.records, request, answer);
}

static void
read_text (JsonNode *body,
           const char *name,
           gboolean required,
           glong longest,
           char **text,
           PracticeAnswer *answer)
{
  *text = g_strdup (bright_json_get_string (body, name));
  if (*text == NULL && required)
    practice_refuse (answer, 400, "ACCC-001", "%s is required", name);
  else if (*text != NULL && g_utf8_strlen (*text, -1) > longest)
    practice_refuse (answer, 400, "ACCC-002", "%s is too long", name);
}

static void
read_money (JsonNode *body, const char *name, PracticeDecimal *amount, PracticeAnswer *answer)
{
  JsonNode *node = bright_json_get (body, name);

  if (node != NULL
      && (!practice_decimal_read (node, PRACTICE_DECIMAL_SCALE, amount) || *amount < 0))
    practice_refuse (answer, 400, "ACCC-003", "%s is no amount", name);
}

static void
read_time (JsonNode *body,
           const char *name,
           gboolean required,
           gint64 *moment,
           PracticeAnswer *answer)
{
  const char *text = bright_json_get_string (body, name);

  if (text == NULL ? required : !practice_time_read (text, NULL, moment))
    practice_refuse (answer, 400, "ACCC-004", "%s is required, as a point in time", name);
}

static void
read_payment (PracticePayment *payment, JsonNode *body, PracticeAnswer *answer)
{
  static const char *const types[] = { "RECEIPT", "PAYMENT", "AUTH", "CAPTURE", "VOID", NULL };
  gboolean is_authorization;

  read_text (body, "transactionRef", FALSE, LONGEST_REFERENCE, &payment->transaction_reference,
             answer);
  read_text (body, "transactionCode", FALSE, LONGEST_REFERENCE, &payment->transaction_code, answer);
  read_text (body, "paymentMethodCode", TRUE, LONGEST_METHOD, &payment->method, answer);
  read_text (body, "paymentType", TRUE, LONGEST_METHOD, &payment->type, answer);
  read_text (body, "currencyIsoCode", TRUE, 3, &payment->currency_code, answer);
  if (payment->type != NULL && !g_strv_contains (types, payment->type))
    practice_refuse (answer, 400, "ACCC-005", "There is no payment type %s", payment->type);
  is_authorization = g_strcmp0 (payment->type, "AUTH") == 0;
  read_money (body, "amountPaid", &payment->paid, answer);
  read_money (body, "amountAuthorized", &payment->authorized, answer);
  read_time (body, "paymentDate", TRUE, &payment->payment_date, answer);
  read_time (body, "authorizationExpiry", is_authorization, &payment->expires, answer);
  /* Each type has one amount, and the other is ignored. */
  if (is_authorization || g_strcmp0 (payment->type, "VOID") == 0)
    payment->paid = 0;
  else
    payment->authorized = 0;
}

/* A journal is only posted where the method has a bank account for the currency, or for the
 * account's own. */
static gboolean
has_bank_account (PracticeAccount *account, const PracticePayment *payment)
{
  JsonObject *method
      = practice_reference_find (account, "accounting-service/payment-method", payment->method);
  JsonArray *accounts
      = method != NULL ? json_object_get_array_member (method, "bankAccounts") : NULL;

  return accounts != NULL && json_array_get_length (accounts) > 0 && payment->paid != 0;
}

static void
check_against_account (PracticeWorld *world,
                       PracticePayment *payment,
                       const PracticeOrder *order,
                       const char *key,
                       PracticeAnswer *answer)
{
  JsonObject *currency = practice_reference_find (
      world->account, "accounting-service/currency", payment->currency_code);

  if (order == NULL)
    practice_refuse (answer, 400, "ACCC-006", "There is no order %" G_GINT64_FORMAT,
                     payment->order_id);
  if (currency == NULL)
    practice_refuse (answer, 400, "ACCC-007", "There is no currency %s",
                     payment->currency_code != NULL ? payment->currency_code : "null");
  else
    payment->currency_id = json_object_get_int_member (currency, "id");
  if (payment->payment_date < world->account->locked_until)
    practice_refuse (answer, 400, "ACCC-009", "The accounting period is locked");
  if (key != NULL && g_hash_table_contains (world->account->payment_keys, key))
    practice_refuse (answer, 400, "ACCC-008",
                     "There is a payment with this transaction reference and method already");
}

void
practice_post_payment (PracticeWorld *world, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeAccount *account = world->account;
  PracticePayment *payment = g_new0 (PracticePayment, 1);
  g_autofree char *key = NULL;
  PracticeOrder *order;

  payment->order_id = bright_json_get_integer (request->body, "orderId", 0);
  order = practice_table_get (&account->orders, payment->order_id);
  read_payment (payment, request->body, answer);
  if (payment->transaction_reference != NULL && payment->method != NULL)
    key = g_strconcat (payment->method, " ", payment->transaction_reference, NULL);
  check_against_account (world, payment, order, key, answer);
  if (practice_is_refused (answer))
    {
      practice_payment_free (payment);
      return;
    }
  payment->journal_id = bright_json_get_integer (request->body, "journalId", 0);
  practice_table_add (world, &account->payments, payment);
  if (payment->journal_id == 0 && has_bank_account (account, payment))
    payment->journal_id = 40000 + payment->record.id;
  if (key != NULL)
    g_hash_table_insert (account->payment_keys, g_steal_pointer (&key), payment);
  g_ptr_array_add (order->payments, payment);
  practice_respond_id (answer, payment->record.id);
}

void
practice_delete_payment (PracticeWorld *world,
                         const PracticeRequest *request,
                         PracticeAnswer *answer)
{
  PracticeAccount *account = world->account;
  PracticePayment *payment
      = practice_table_get (&account->payments, practice_segment_id (request, 2));
  PracticeOrder *order;

  if (payment == NULL)
    {
      practice_refuse (answer, 404, "CMNC-404", "No payment found");
      return;
    }
  payment->record.deleted = TRUE;
  order = practice_table_get (&account->orders, payment->order_id);
  if (order != NULL)
    g_ptr_array_remove (order->payments, payment);
  if (payment->transaction_reference != NULL)
    {
      g_autofree char *key
          = g_strconcat (payment->method, " ", payment->transaction_reference, NULL);

      g_hash_table_remove (account->payment_keys, key);
    }
  practice_respond_done (answer);
}

static void
set_number (JsonObject *object, const char *name, PracticeDecimal amount)
{
  json_object_set_double_member (object, name, (double) amount / (double) PRACTICE_DECIMAL_UNIT);
}

static JsonObject *
totals_view (const PracticeOrder *order)
{
  JsonObject *view = json_object_new ();
  PracticeDecimal paid = 0;
  PracticeDecimal authorized = 0;
  PracticeDecimal captured = 0;

  for (guint i = 0; i < order->payments->len; i++)
    {
      const PracticePayment *payment = order->payments->pdata[i];

      paid += strcmp (payment->type, "PAYMENT") == 0 ? -payment->paid : payment->paid;
      authorized += strcmp (payment->type, "VOID") == 0 ? -payment->authorized
                                                        : payment->authorized;
      captured += strcmp (payment->type, "CAPTURE") == 0 ? payment->paid : 0;
    }
  json_object_set_int_member (view, "orderId", order->record.id);
  if (order->payments->len > 0)
    practice_set_text (view, "paymentCurrency", order->currency_code);
  set_number (view, "amountPaid", paid);
  set_number (view, "amountAuthorized", authorized);
  set_number (view, "amountCaptured", captured);
  return view;
}

void
practice_get_payment_totals (PracticeWorld *world,
                             const PracticeRequest *request,
                             PracticeAnswer *answer)
{
  g_autoptr (GPtrArray) orders = practice_select (
      world, &world->account->orders, practice_segment (request, 2), MOST_IDS, answer);
  JsonArray *response;

  if (orders == NULL)
    return;
  response = json_array_new ();
  for (guint i = 0; i < orders->len; i++)
    json_array_add_object_element (response, totals_view (orders->pdata[i]));
  practice_respond (answer, practice_array_node (response));
}
