/* What Brightpearl's client makes of what it reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-error.h"
#include "test-brightpearl-fixture.h"
#include "test-util.h"

#define NOTHING_FOUND "{\"errors\":[{\"code\":\"CMNC-404\",\"message\":\"No Contact Found\"}]}"

static GPtrArray *
search (TestBrightpearl *fixture, BrightpearlMirror mirror, gboolean *more, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_search_async (fixture->client, mirror, "updatedOn=2026-11-01T00:00:00Z/", 501,
                                   NULL, test_keep_result, &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_search_finish (fixture->client, fixture->result, more, error);
}

/* Columns in another sequence and one more than was asked for; escaped characters. */
static void
test_search (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) references = NULL;
  const BrightpearlReference *reference;
  gboolean more = FALSE;

  test_brightpearl_answer (
      fixture, 200,
      "{\"response\":{\"results\":[[4,\"R\\u0026D \\u003d 1\",\"x\",\"5501\",1042],"
      "[null,null,\"y\",5502,\"1043\"]],"
      "\"metaData\":{\"morePagesAvailable\":true,\"columns\":[{\"name\":\"channelId\"},"
      "{\"name\":\"customerRef\"},{\"name\":\"news\"},{\"name\":\"salesOrderId\"},"
      "{\"name\":\"externalRef\"}]}},\"reference\":{}}");
  references = search (fixture, BRIGHTPEARL_MIRROR_SALES_ORDERS, &more, &error);
  g_assert_no_error (error);
  g_assert_true (more);
  g_assert_cmpuint (references->len, ==, 2);
  reference = references->pdata[0];
  g_assert_cmpint (reference->id, ==, 5501);
  g_assert_cmpstr (reference->external_ref, ==, "1042");
  g_assert_cmpstr (reference->customer_reference, ==, "R&D = 1");
  g_assert_cmpint (reference->channel_id, ==, 4);
  reference = references->pdata[1];
  g_assert_cmpstr (reference->external_ref, ==, "1043");
  g_assert_cmpstr (reference->customer_reference, ==, "");
  g_assert_cmpstr (test_brightpearl_get_request (fixture, 0), ==,
                   "GET /public-api/harbourlane/order-service/sales-order-search"
                   "?columns=salesOrderId,externalRef,customerRef,channelId&sort=salesOrderId.ASC"
                   "&pageSize=500&firstResult=501&updatedOn=2026-11-01T00:00:00Z/");
}

static void
test_search_at_fault (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gboolean more = FALSE;

  /* No rows, so no columns are needed. */
  test_brightpearl_answer (fixture, 200,
                           "{\"response\":{\"results\":[],\"metaData\":{"
                           "\"morePagesAvailable\":true,\"columns\":[]}}}");
  records = search (fixture, BRIGHTPEARL_MIRROR_CONTACTS, &more, &error);
  g_assert_no_error (error);
  g_assert_false (more);
  g_clear_pointer (&records, g_ptr_array_unref);

  test_brightpearl_answer (fixture, 200,
                           "{\"response\":{\"results\":[[1,2]],\"metaData\":{"
                           "\"columns\":[{\"name\":\"salesOrderId\"},{\"name\":\"channelId\"}]}}}");
  records = search (fixture, BRIGHTPEARL_MIRROR_SALES_ORDERS, &more, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER);
  g_assert_cmpstr (error->message, ==, "the search gave no column externalRef");
  g_clear_error (&error);

  test_brightpearl_answer (fixture, 500,
                           "{\"errors\":[{\"code\":\"CMNC-018\",\"message\":\"cannot be parsed\"},"
                           "{\"code\":\"CMNC-019\"}]}");
  records = search (fixture, BRIGHTPEARL_MIRROR_SALES_ORDERS, &more, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "CMNC-018 cannot be parsed; CMNC-019");
}

static GPtrArray *
read_mirror (TestBrightpearl *fixture, BrightpearlMirror mirror, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_read_mirror_async (fixture->client, mirror, "1201-1203", NULL,
                                        test_keep_result, &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_read_mirror_finish (fixture->client, fixture->result, error);
}

static void
test_read_contacts (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;
  const BrightpearlContact *contact;

  test_brightpearl_answer (
      fixture, 200,
      "{\"response\":[{\"contactId\":1203,\"communication\":{\"emails\":{},\"telephones\":[]}},"
      "{\"contactId\":1201,\"firstName\":\"Ann\",\"postAddressIds\":{\"DEF\":501},"
      "\"communication\":{\"emails\":{\"PRI\":{\"email\":\"ann\\u003d@example.com\"},"
      "\"SEC\":{\"email\":\"b@example.com\"}},\"telephones\":{\"PRI\":\"0123\"}},"
      "\"organisation\":{\"organisationId\":7,\"name\":\"Field Ltd\"},"
      "\"relationshipToAccount\":{\"isSupplier\":false,\"isStaff\":true}}]}");
  contacts = read_mirror (fixture, BRIGHTPEARL_MIRROR_CONTACTS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, 2);
  contact = contacts->pdata[0];
  g_assert_cmpint (contact->id, ==, 1203);
  g_assert_cmpstr (contact->primary_email, ==, "");
  contact = contacts->pdata[1];
  g_assert_cmpstr (contact->primary_email, ==, "ann=@example.com");
  g_assert_cmpstr (contact->secondary_email, ==, "b@example.com");
  g_assert_cmpstr (contact->company, ==, "Field Ltd");
  g_assert_cmpstr (contact->telephone, ==, "0123");
  g_assert_cmpint (contact->default_address_id, ==, 501);
  g_assert_true (contact->is_staff);
  g_assert_true (contact->is_complete);
}

static void
test_read_products (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) products = NULL;
  const BrightpearlProduct *product;

  test_brightpearl_answer (
      fixture, 200,
      "{\"response\":[{\"id\":1010,\"identity\":{\"sku\":\"MUG-1\",\"ean\":\"50\"},"
      "\"stock\":{\"stockTracked\":true},\"status\":\"LIVE\","
      "\"salesChannels\":[{\"productName\":\"Mug\"},{\"productName\":\"Cup\"}]}]}");
  products = read_mirror (fixture, BRIGHTPEARL_MIRROR_PRODUCTS, &error);
  g_assert_no_error (error);
  product = products->pdata[0];
  g_assert_cmpint (product->id, ==, 1010);
  g_assert_cmpstr (product->name, ==, "Mug");
  g_assert_cmpstr (product->sku, ==, "MUG-1");
  g_assert_cmpstr (product->ean, ==, "50");
  g_assert_cmpstr (product->mpn, ==, "");
  g_assert_true (product->is_stock_tracked);
}

static void
test_nothing_found (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  test_brightpearl_answer (fixture, 404, NOTHING_FOUND);
  contacts = read_mirror (fixture, BRIGHTPEARL_MIRROR_CONTACTS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, 0);
  g_clear_pointer (&contacts, g_ptr_array_unref);
  test_brightpearl_answer (fixture, 200, NOTHING_FOUND);
  contacts = read_mirror (fixture, BRIGHTPEARL_MIRROR_CONTACTS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (contacts->len, ==, 0);
  g_clear_pointer (&contacts, g_ptr_array_unref);
  /* A page of the network in between does not mean that there are no contacts. */
  test_brightpearl_answer (fixture, 404, "<html>Not here</html>");
  contacts = read_mirror (fixture, BRIGHTPEARL_MIRROR_CONTACTS, &error);
  g_assert_error (error, BRIGHT_ERROR, BRIGHT_ERROR_NOT_FOUND);
}

static void
test_sales_orders (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) orders = NULL;
  const BrightpearlSalesOrder *order;
  const BrightpearlRow *row;

  test_brightpearl_answer (
      fixture, 200,
      "{\"response\":[{\"id\":5502},{\"id\":5501,\"version\":\"7\",\"externalRef\":\"1042\","
      "\"placedOn\":\"2026-11-20T10:12:00.000+01:00\",\"total\":{\"net\":\"39.17\",\"tax\":7.83},"
      "\"rows\":[{\"id\":9001,\"productId\":1010,\"quantity\":\"2.0000\",\"net\":\"40.00\"}]}]}");
  brightpearl_client_read_sales_orders_async (fixture->client, "5501-5502", NULL,
                                              test_keep_result, &fixture->result);
  test_brightpearl_wait (fixture);
  orders = brightpearl_client_read_sales_orders_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (orders->len, ==, 2);
  order = orders->pdata[1];
  g_assert_cmpint (order->version, ==, 7);
  g_assert_cmpint (order->placed_on, ==, 1795165920);
  g_assert_cmpint (order->total_net, ==, 391700);
  g_assert_cmpint (order->total_tax, ==, 78300);
  row = order->rows->pdata[0];
  g_assert_cmpint (row->quantity, ==, 20000);
}

static void
assert_value (GHashTable *table, gint64 key, gint64 value)
{
  const gint64 *found = g_hash_table_lookup (table, &key);

  g_assert_nonnull (found);
  g_assert_cmpint (*found, ==, value);
}

static GHashTable *
read_reservation (TestBrightpearl *fixture, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_read_reservation_async (fixture->client, 5501, NULL, test_keep_result,
                                             &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_read_reservation_finish (fixture->client, fixture->result, error);
}

static void
test_reservation (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) reserved = NULL;

  test_brightpearl_answer (fixture, 200,
                           "{\"response\":[{\"orderRows\":{\"9001\":{\"quantity\":2},"
                           "\"9002\":{\"quantity\":\"1.5\"}}},"
                           "{\"orderRows\":{\"9001\":{\"quantity\":1}}}]}");
  reserved = read_reservation (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (reserved), ==, 2);
  assert_value (reserved, 9001, 30000);
  assert_value (reserved, 9002, 15000);
  g_clear_pointer (&reserved, g_hash_table_unref);
  test_brightpearl_answer (fixture, 404, NOTHING_FOUND);
  reserved = read_reservation (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (reserved), ==, 0);
}

/* One id of two is unknown, so that each is asked for on its own; which of the
 * two is answered first does not matter. */
static void
test_availability (TestBrightpearl *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) units = NULL;
  const gint64 values[] = { 1020, 1010, 1010 };

  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  test_brightpearl_answer (fixture, 400, "{\"errors\":[{\"code\":\"WHSC-1\"}]}");
  test_brightpearl_answer (fixture, 400, "{\"errors\":[{\"code\":\"WHSC-1\"}]}");
  test_brightpearl_answer (fixture, 200,
                           "{\"response\":{\"1010\":{\"warehouses\":{\"2\":{\"onHand\":48},"
                           "\"3\":{\"onHand\":1}}},\"1011\":{\"warehouses\":{\"3\":{}}},"
                           "\"1013\":{\"warehouses\":{\"2\":{\"onHand\":\"-3\"}}}}}");
  brightpearl_client_read_availability_async (fixture->client, ids, 2, NULL, test_keep_result,
                                              &fixture->result);
  test_brightpearl_wait (fixture);
  units = brightpearl_client_read_availability_finish (fixture->client, fixture->result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (units), ==, 2);
  assert_value (units, 1010, 48);
  assert_value (units, 1013, -3);
  g_assert_cmpstr (test_brightpearl_get_request (fixture, 0), ==,
                   "GET /public-api/harbourlane/warehouse-service/product-availability/1010,1020");
}

static GPtrArray *
load_reference (TestBrightpearl *fixture, const char *kind, GError **error)
{
  g_clear_object (&fixture->result);
  brightpearl_client_load_reference_async (fixture->client, kind, NULL, test_keep_result,
                                           &fixture->result);
  test_brightpearl_wait (fixture);
  return brightpearl_client_load_reference_finish (fixture->client, fixture->result, error);
}

typedef struct
{
  const char *kind;
  const char *body;
  const char *items; /* id, code, name, detail and ! if inactive */
} ReferenceCase;

static const ReferenceCase reference_cases[] = {
  { "order-status",
    "{\"response\":[{\"statusId\":3,\"name\":\"New\",\"orderTypeCode\":\"SO\"},"
    "{\"statusId\":20,\"name\":\"Bought\",\"orderTypeCode\":\"PO\"},"
    "{\"statusId\":9,\"name\":\"Old\",\"orderTypeCode\":\"SO\",\"disabled\":true}]}",
    "3,,New, 9,,Old,!" },
  { "lead-source",
    "{\"response\":[{\"id\":7,\"name\":\"Web\",\"isActive\":true},"
    "{\"id\":9,\"name\":\"Fair\",\"isActive\":false}]}",
    "7,,Web, 9,,Fair,!" },
  { "price-list",
    "{\"response\":[{\"id\":1,\"priceListTypeCode\":\"BUY\"},{\"id\":2,\"name\":{\"text\":"
    "\"Retail\"},\"code\":\"RETAIL\",\"currencyCode\":\"GBP\",\"priceListTypeCode\":\"SELL\"}]}",
    "2,RETAIL,Retail,GBP" },
  { "tax-code",
    "{\"response\":[{\"id\":9,\"code\":\"T20\",\"description\":\"Standard\",\"rate\":20.0000},"
    "{\"id\":10,\"code\":\"T0\",\"description\":\"Zero\"}]}",
    "9,T20,Standard,20 10,T0,Zero," },
  { "currency",
    "{\"response\":{\"results\":[[\"GBP\",1,true,\"Pound\"],[\"EUR\",2,false,\"Euro\"]],"
    "\"metaData\":{\"morePagesAvailable\":false,\"columns\":[{\"name\":\"code\"},{\"name\":\"id\"},"
    "{\"name\":\"isDefault\"},{\"name\":\"title\"}]}}}",
    "1,GBP,Pound,default 2,EUR,Euro," },
  { "project", "{\"response\":{\"11\":{\"projectId\":11,\"name\":\"Fair\"}}}", "11,,Fair," },
  { "custom-field", "{}", "" },
};

static void
test_reference (TestBrightpearl *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (reference_cases); i++)
    {
      const ReferenceCase *row = &reference_cases[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) items = NULL;
      g_autoptr (GString) text = g_string_new (NULL);

      test_brightpearl_answer (fixture, 200, row->body);
      items = load_reference (fixture, row->kind, &error);
      g_assert_no_error (error);
      for (guint j = 0; j < items->len; j++)
        {
          const BrightReferenceItem *item = items->pdata[j];

          g_string_append_printf (text, "%s%d,%s,%s,%s%s", j > 0 ? " " : "", (int) item->id,
                                  item->code, item->name, item->detail,
                                  item->is_inactive ? "!" : "");
        }
      g_assert_cmpstr (text->str, ==, row->items);
    }
}

static void
test_id_set (void)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 values[] = { 12, 5, 7, 6, 7, 20, 13 };
  g_autofree char *empty = brightpearl_format_id_set (ids, 0, 10);
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  g_assert_cmpstr (empty, ==, "");
  g_array_append_vals (ids, values, G_N_ELEMENTS (values));
  all = brightpearl_format_id_set (ids, 0, G_MAXUINT);
  g_assert_cmpstr (all, ==, "5-7,12-13,20");
  some = brightpearl_format_id_set (ids, 2, 2);
  g_assert_cmpstr (some, ==, "7,12");
}

#define TEST(name, function)                                                                       \
  g_test_add ("/brightpearl-reads/" name, TestBrightpearl, NULL, test_brightpearl_set_up,          \
              function, test_brightpearl_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("search", test_search);
  TEST ("search-at-fault", test_search_at_fault);
  TEST ("read-contacts", test_read_contacts);
  TEST ("read-products", test_read_products);
  TEST ("nothing-found", test_nothing_found);
  TEST ("sales-orders", test_sales_orders);
  TEST ("reservation", test_reservation);
  TEST ("availability", test_availability);
  TEST ("reference", test_reference);
  g_test_add_func ("/brightpearl-reads/id-set", test_id_set);
  return g_test_run ();
}
