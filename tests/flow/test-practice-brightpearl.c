/* The practice account is as awkward as Brightpearl.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the program that PRACTICE_PROGRAM names over HTTP, knowing nothing of
 * its inside. JSON is written with ' for " here.
 */
#include "practice.h"

#include <libsoup/soup.h>
#include <string.h>

#define API "/public-api/harbourlane/"

static Practice *practice;
static SoupSession *session;
static SoupMessageHeaders *last_headers; /* of the latest answer */
static char *last_text;                  /* its body */
static guint last_status;                /* 0 if there was no answer */

/* Sends a request and keeps its answer in the variables above; NULL if it is no JSON. */
static JsonNode *
send (const char *method, const char *path, const char *body, const char *if_match)
{
  g_autofree char *url
      = g_strconcat (practice->brightpearl_url, path[0] == '/' ? "" : API, path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, url);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autoptr (GBytes) answer = NULL;

  g_assert_nonnull (message);
  soup_message_headers_append (headers, "brightpearl-app-ref", practice->app_reference);
  soup_message_headers_append (headers, "brightpearl-account-token", practice->brightpearl_token);
  if (if_match != NULL)
    soup_message_headers_append (headers, "If-Match", if_match);
  if (body != NULL)
    {
      char *text = g_strdelimit (g_strdup (body), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  /* libsoup repeats a request whose connection ended, unless that connection is a new one. */
  soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  answer = soup_session_send_and_read (session, message, NULL, NULL);
  last_status = answer != NULL ? soup_message_get_status (message) : 0;
  g_clear_pointer (&last_headers, soup_message_headers_unref);
  last_headers = soup_message_headers_ref (soup_message_get_response_headers (message));
  g_free (last_text);
  last_text = answer != NULL
                  ? g_strndup (g_bytes_get_data (answer, NULL), g_bytes_get_size (answer))
                  : g_strdup ("");
  return json_from_string (last_text, NULL);
}

static JsonNode *
ask (const char *method, const char *path, const char *body)
{
  return send (method, path, body, NULL);
}

/* Expects @status, and that @part stands in the answer's text. */
static void
expect (guint status, const char *part, const char *method, const char *path, const char *body)
{
  g_autoptr (JsonNode) node = ask (method, path, body);

  if (last_status != status || strstr (last_text, part) == NULL)
    g_error ("%s %s: %u %s instead of %u with %s", method, path, last_status, last_text, status,
             part);
}

/* The number that the answer's "response", or "id", is. */
static gint64
make (const char *path, const char *body)
{
  g_autoptr (JsonNode) node = ask ("POST", path, body);

  if (last_status != 200)
    g_error ("%s: %u %s", path, last_status, last_text);
  return bright_json_get_integer (node, "response", bright_json_get_integer (node, "id", 0));
}

static char *
format (const char *pattern, ...) G_GNUC_PRINTF (1, 2);

/* (transfer none): text that lives until the program ends. */
static char *
format (const char *pattern, ...)
{
  va_list arguments;
  g_autofree char *text = NULL;

  va_start (arguments, pattern);
  text = g_strdup_vprintf (pattern, arguments);
  va_end (arguments);
  return (char *)g_intern_string (text);
}

static gint64
make_product (int on_hand)
{
  return make ("/practice/brightpearl/products",
               format ("{'sku':'TEST','name':'Test','onHand':{'2':%d}}", on_hand));
}

static gint64
make_contact (void)
{
  return make ("/practice/brightpearl/contacts",
               "{'kind':'customer','firstName':'Ann','lastName':'Field',"
               "'primaryEmail':'ann=field@example.com'}");
}

/* An order of 3 of @product_id and a free-text row. */
static gint64
make_order (gint64 product_id, const char *more)
{
  return make ("order-service/sales-order",
               format ("{'customer':{'id':%" G_GINT64_FORMAT "}%s,'rows':[{'productId':%"
                       G_GINT64_FORMAT ",'quantity':3,'taxCode':'T20','net':'30.00','tax':6},"
                       "{'name':'Shipping','quantity':'1','taxCode':'T20','net':4.17,"
                       "'tax':'0.83','nominalCode':'4040'}]}",
                       make_contact (), more, product_id));
}

static gint64
first_row (gint64 order_id)
{
  g_autoptr (JsonNode) node
      = ask ("GET", format ("order-service/sales-order/%" G_GINT64_FORMAT, order_id), NULL);
  JsonArray *orders = bright_json_get_array (node, "response");
  JsonArray *rows = bright_json_get_array (json_array_get_element (orders, 0), "rows");

  return bright_json_get_integer (json_array_get_element (rows, 0), "id", 0);
}

static char *
order_path (const char *before, gint64 order_id, const char *after)
{
  return format ("%s/%" G_GINT64_FORMAT "%s", before, order_id, after);
}

static void
test_access (void)
{
  expect (404, "CMNC-404", "GET", "/public-api/elsewhere/order-service/order-status", NULL);
  expect (404, "CMNC-404", "GET", "order-service/nothing", NULL);
  expect (404, "CMNC-404", "GET", "integration-service/integration/instance", NULL);
  expect (400, "INTC-064", "POST", "integration-service/webhook", "{}");
  expect (400, "CMNC-010", "POST", "order-service/sales-order", "{'customer'");
  expect (200, "{}", "POST", "/practice/brightpearl/tokens", "{'valid':false}");
  expect (401, "{\"response\":\"Invalid instance token: abc\\u003d\"}", "GET",
          "order-service/order-status", NULL);
  expect (200, "{}", "POST", "/practice/brightpearl/tokens", "{'valid':true}");
}

static void
test_search (void)
{
  make_contact ();
  expect (200, "ann\\u003dfield@example.com", "GET",
          "contact-service/contact-search?primaryEmail=NN%3DFIELD&columns=primaryEmail,contactId",
          NULL);
  expect (200, "null", "GET", "contact-service/contact-search?columns=updatedOn&pageSize=1", NULL);
  expect (400, "errors", "GET", "contact-service/contact-search?colour=red", NULL);
  expect (400, "errors", "GET", "contact-service/contact-search?columns=colour", NULL);
  expect (500, "CMNC-018", "GET", "contact-service/contact-search?contactId=5-", NULL);
  expect (200, "\"morePagesAvailable\":true,\"resultsAvailable\"", "GET",
          "product-service/product-search?pageSize=1", NULL);
  expect (200, "\"resultsReturned\":0", "GET", "product-service/product-search?countOnly=true",
          NULL);
  expect (200, "\"firstResult\":3,\"lastResult\":4", "GET",
          "product-service/product-search?firstResult=3&pageSize=2&sort=productId.ASC", NULL);
  expect (404, "No Contact Found", "GET", "contact-service/contact/999999", NULL);
}

static void
test_sales_order (void)
{
  gint64 product = make_product (10);
  gint64 order
      = make_order (product, ",'externalRef':'R1','installedIntegrationInstanceId':34,'ref':'a<b'");

  g_assert_cmpint (order, >=, 5501);
  g_assert_cmpint (
      make_order (product, ",'externalRef':'R1','installedIntegrationInstanceId':34"), ==, order);
  g_assert_cmpint (make_order (product, ",'externalRef':'R1'"), !=, order);
  expect (200, "\"ref\":\"a\\u003cb\"", "GET", order_path ("order-service/sales-order", order, ""),
          NULL);
  g_assert_nonnull (strstr (last_text, "\"net\":\"34.17\",\"tax\":\"6.83\",\"gross\":\"41.00\""));
  g_assert_nonnull (strstr (last_text, "\"productId\":1000"));
  g_assert_null (strstr (last_text, "updatedOn"));
  g_assert_null (strstr (last_text, "null"));
  expect (200, "{\"response\":[]}", "GET", "order-service/sales-order/900000-900199", NULL);
  expect (400, "errors", "GET", "order-service/sales-order/900000-900200", NULL);
  expect (400, "ORDC", "POST", "order-service/sales-order",
          "{'customer':{'id':4},'delivery':{'shippingMethodId':0}}");
  expect (400, "There is no tax code T1", "POST", "order-service/sales-order",
          "{'customer':{'id':4},'rows':[{'name':'x','quantity':1,'taxCode':'T1','net':0}]}");
  expect (400, "4 decimals", "POST", "order-service/sales-order",
          "{'customer':{'id':4},'rows':[{'name':'x','quantity':1,'taxCode':'T0','net':'0.00001',"
          "'tax':0}]}");
  expect (400, "currency/code", "POST", "order-service/sales-order",
          "{'customer':{'id':4},'currency':{'code':'USD'}}");
}

static void
test_replacement (void)
{
  gint64 order = make_order (make_product (5), ",'externalRef':'R2','channelId':4");
  char *path = order_path ("order-service/sales-order", order, "");
  gint64 row = first_row (order);
  char *body = format ("{'customer':{'id':4},'rows':[{'id':%" G_GINT64_FORMAT
                       ",'name':'Only','quantity':1,'taxCode':'T0','net':1,'tax':0}]}", row);
  g_autoptr (JsonNode) stale = send ("PUT", path, body, "7");
  g_autoptr (JsonNode) fresh = NULL;

  g_assert_cmpuint (last_status, ==, 412);
  fresh = send ("PUT", path, body, "1");
  g_assert_cmpuint (last_status, ==, 200);
  g_assert_cmpstr (last_text, ==, "{}");
  g_assert_cmpint (first_row (order), ==, row);
  g_assert_null (strstr (last_text, "externalRef"));
  g_assert_nonnull (strstr (last_text, "updatedOn"));
}

static void
test_reservation (void)
{
  gint64 product = make_product (2);
  gint64 order = make_order (product, "");
  char *path = order_path ("warehouse-service/order", order, "/reservation");
  char *in_main = format ("%s/warehouse/2", path);
  char *wish = format ("{'products':[{'productId':'%" G_GINT64_FORMAT "','salesOrderRowId':'%"
                       G_GINT64_FORMAT "','quantity':'3'}]}", product, first_row (order));

  expect (404, "No reservation exists for order", "GET", path, NULL);
  expect (400, "WHSC-014", "POST", in_main,
          format ("{'products':[{'productId':1000,'salesOrderRowId':%" G_GINT64_FORMAT
                  ",'quantity':1}]}", first_row (order) + 1));
  expect (200, "{}", "POST", in_main, wish);
  expect (200, "\"quantity\":2", "GET", path, NULL);
  expect (400, "errors", "POST", in_main, wish);
  expect (200, "\"allocationStatusCode\":\"APA\"", "GET",
          order_path ("order-service/order", order, ""), NULL);
  expect (200, "\"onHand\":0,\"allocated\":2", "GET",
          order_path ("warehouse-service/product-availability", product, ""), NULL);
  expect (200, "{}", "PUT", order_path ("order-service/order", order, "/status"),
          "{'orderStatusId':5}");
  expect (404, "CMNC-404", "GET", path, NULL);
  expect (400, "errors", "GET", "warehouse-service/product-availability/1012,999999", NULL);
  expect (414, "", "GET", "warehouse-service/product-availability/1010-1110", NULL);
}

static void
test_shipment_and_payment (void)
{
  gint64 order = make_order (make_product (9), "");
  gint64 note = make (order_path ("/practice/brightpearl/sales-orders", order, "/ship"),
                      "{'reference':'TRACK'}");
  char *status = order_path ("order-service/order", order, "/status");
  char *payment = format ("{'transactionRef':'T%" G_GINT64_FORMAT "','paymentMethodCode':'STRIPE',"
                          "'paymentType':'RECEIPT','orderId':%" G_GINT64_FORMAT ","
                          "'currencyIsoCode':'GBP','amountPaid':%s,"
                          "'paymentDate':'2026-11-20T09:12:30Z'}", order, order, "41.00");

  expect (200, format ("\"%" G_GINT64_FORMAT "\":{", note), "GET",
          order_path ("warehouse-service/order", order, "/goods-note/goods-out"), NULL);
  g_assert_nonnull (strstr (last_text, "\"occured\""));
  expect (404, "CMNC-404", "GET", "warehouse-service/order/*/goods-note/goods-out/999999", NULL);
  expect (400, "errors", "PUT", status, "{'orderStatusId':5}");
  expect (400, "errors", "PUT", status, "{'orderStatusId':20}");
  expect (200, "\"response\":", "POST", "accounting-service/customer-payment", payment);
  expect (400, "errors", "POST", "accounting-service/customer-payment", payment);
  expect (200, "\"orderPaymentStatus\":\"PAID\"", "GET",
          order_path ("order-service/order", order, ""), NULL);
  g_assert_nonnull (strstr (last_text, "\"shippingStatusCode\":\"ASS\""));
  expect (200, "\"41.00\"", "GET",
          format ("accounting-service/customer-payment-search?orderId=%" G_GINT64_FORMAT, order),
          NULL);
}

static void
test_custom_fields (void)
{
  gint64 order = make_order (make_product (1), "");
  char *path = order_path ("order-service/order", order, "/custom-field");

  expect (400, "errors", "PATCH", path,
          "[{'op':'replace','path':'/PCF_SHOPNOTE','value':'x'}]");
  expect (200, "a\\r\\nb", "PATCH", path,
          "[{'op':'add','path':'/PCF_SHOPNOTE','value':'a\\nb'}]");
  expect (500, "errors", "PATCH", path, "[{'op':'add','path':'/PCF_SHOPNOTE','value':5}]");
  expect (200, "\"nullCustomFields\":[\"PCF_BIZTYPE\",\"PCF_CUSTMSG\"]", "GET",
          order_path ("order-service/order", order,
                      "?includeOptional=customFields,nullCustomFields"), NULL);
  g_assert_null (strstr (last_text, "updatedOn"));
}

static void
test_multi_message (void)
{
  gint64 order = make_order (make_product (1), "");
  char *part = format ("{'label':'%%d','uri':'/order-service/order/%" G_GINT64_FORMAT
                       "/note','httpMethod':'%%s','body':{'text':'it is x=1'}}", order);
  g_auto (GStrv) words = g_strsplit (part, "%d", 2);
  g_auto (GStrv) rest = g_strsplit (words[1], "%s", 2);
  GString *eleven = g_string_new (NULL);

  for (int i = 0; i < 11; i++)
    g_string_append_printf (eleven, "%s%s%d%sPOST%s", i > 0 ? "," : "", words[0], i, rest[0],
                            rest[1]);
  expect (400, "errors", "POST", "multi-message",
          format ("{'processingMode':'SEQUENTIAL','onFail':'STOP','messages':[%s]}", eleven->str));
  g_string_free (eleven, TRUE);
  expect (207, "\"unprocessedMessages\":[\"3\"]", "POST", "multi-message",
          format ("{'processingMode':'SEQUENTIAL','onFail':'STOP','messages':[%s1%sPOST%s,"
                  "%s2%sPATCH%s,%s3%sPOST%s]}", words[0], rest[0], rest[1], words[0], rest[0],
                  rest[1], words[0], rest[0], rest[1]));
  g_assert_nonnull (strstr (last_text, "\"statusCode\":405"));
  g_assert_nonnull (strstr (last_text, "\"content\":\"{\\\"response\\\":"));
}

static void
test_limits (void)
{
  expect (200, "{}", "POST", "/practice/limits", "{'brightpearl':2}");
  expect (200, "{}", "POST", "/practice/clock", "{'advance':61}");
  expect (200, "", "GET", "order-service/order-status", NULL);
  g_assert_cmpstr (soup_message_headers_get_one (last_headers, "brightpearl-requests-remaining"),
                   ==, "1");
  expect (200, "", "GET", "order-service/order-status", NULL);
  expect (503, "too many requests", "GET", "order-service/order-status", NULL);
  g_assert_nonnull (
      soup_message_headers_get_one (last_headers, "brightpearl-next-throttle-period"));
  expect (200, "{}", "POST", "/practice/limits", "{'brightpearl':0}");
}

static void
test_faults (void)
{
  const char *path = "contact-service/postal-address";
  const char *body = "{'addressLine1':'1 Mill Lane','countryIsoCode':'GBR'}";
  gint64 first = make (path, body);

  expect (200, "{}", "POST", "/practice/faults", "{'spec':'lost=1,limit=2'}");
  expect (0, "", "POST", path, body);
  expect (0, "", "POST", path, body);
  expect (200, "{}", "POST", "/practice/faults", "{'spec':'reset=1,limit=1'}");
  expect (0, "", "POST", path, body);
  expect (200, "{}", "POST", "/practice/faults", "{'spec':'html=1,limit=1'}");
  expect (502, "<html>", "POST", path, body);
  expect (200, "{}", "POST", "/practice/faults", "{'spec':'truncate=1,limit=1'}");
  g_assert_null (ask ("GET", order_path ("contact-service/postal-address", first, ""), NULL));
  expect (400, "error", "POST", "/practice/faults", "{'spec':'fire=1'}");
  g_assert_cmpint (make (path, body), ==, first + 3);
}

static void
test_search_lag (void)
{
  gint64 order = make_order (make_product (1), "");
  char *path = format ("order-service/sales-order-search?columns=salesOrderId&salesOrderId=%"
                       G_GINT64_FORMAT, order);

  expect (200, "{}", "POST", "/practice/search-lag", "{'seconds':30}");
  expect (200, "\"results\":[]", "GET", path, NULL);
  expect (200, "\"id\"", "GET", order_path ("order-service/sales-order", order, ""), NULL);
  expect (200, "{}", "POST", "/practice/clock", "{'advance':30}");
  expect (200, format ("[[%" G_GINT64_FORMAT "]]", order), "GET", path, NULL);
  expect (200, "{}", "POST", "/practice/search-lag", "{'seconds':0}");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  practice = practice_start ("--orders", "20", "--limits", "off", NULL);
  session = soup_session_new ();
  g_test_add_func ("/practice/brightpearl/access", test_access);
  g_test_add_func ("/practice/brightpearl/search", test_search);
  g_test_add_func ("/practice/brightpearl/sales-order", test_sales_order);
  g_test_add_func ("/practice/brightpearl/replacement", test_replacement);
  g_test_add_func ("/practice/brightpearl/reservation", test_reservation);
  g_test_add_func ("/practice/brightpearl/shipment-and-payment", test_shipment_and_payment);
  g_test_add_func ("/practice/brightpearl/custom-fields", test_custom_fields);
  g_test_add_func ("/practice/brightpearl/multi-message", test_multi_message);
  g_test_add_func ("/practice/brightpearl/limits", test_limits);
  g_test_add_func ("/practice/brightpearl/faults", test_faults);
  g_test_add_func ("/practice/brightpearl/search-lag", test_search_lag);
  result = g_test_run ();
  practice_stop (practice);
  g_object_unref (session);
  g_clear_pointer (&last_headers, soup_message_headers_unref);
  g_free (last_text);
  return result;
}
