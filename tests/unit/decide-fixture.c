/* Cases for the decision about an order, from tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "decide-fixture.h"

#include "bright-steps.h"
#include "bright-time.h"
#include "decide-json.h"
#include "decide-order.h"
#include "decide-words.h"

#define FIRST_SALES_ORDER 5501
#define FIRST_ROW 9001

static const char usual_settings[]
    = "{'version': 1, 'schedule': {'go-live': '2026-11-01T00:00:00Z'},"
      " 'orders': {'channel-id': 3, 'warehouse-id': 2, 'taxable-code': 'T20',"
      "  'tax-free-code': 'T0', 'rounding-threshold': '0.05'}}";

static const char usual_world[]
    = "{'products': [{'productId': 1001, 'SKU': 'MUG-1', 'stockTracked': true,"
      "   'productStatus': 'LIVE'}, {'productId': 1002, 'SKU': 'TEA-1', 'stockTracked': true,"
      "   'productStatus': 'LIVE'}, {'productId': 1003, 'SKU': 'WRAP', 'stockTracked': false,"
      "   'productStatus': 'LIVE'}],"
      " 'contacts': [{'contactId': 201, 'primaryEmail': 'mira@example.org', 'firstName': 'Mira',"
      "   'lastName': 'Oke', 'isComplete': true, 'defaultAddressId': 31}],"
      " 'sales-orders': [],"
      " 'currencies': [{'id': 1, 'code': 'GBP'}, {'id': 2, 'code': 'EUR'}],"
      " 'configuration': {'baseCurrencyCode': 'GBP', 'cancelledOrderStatusId': 5}}";

static const char usual_situation[]
    = "{'now': '2026-11-20T12:00:00Z', 'fresh': 'all all all', 'previous': '', 'approved': false}";

static BrightSettingsSnapshot *
read_settings (const char *changes)
{
  g_autoptr (JsonNode) node = decide_json_read_merged (usual_settings, changes);
  g_autofree char *text = bright_json_to_string (node);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (BrightSettings) settings = bright_settings_load_text (text, &warnings, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (warnings->len, ==, 0);
  return bright_settings_snapshot (settings);
}

/* Each record of a list in the world goes where @take puts it. */
static void
read_mirror (JsonNode *node,
             const char *name,
             const BrightRecordType *type,
             BrightWorld *world,
             void (*take) (BrightWorld *world, gpointer record))
{
  g_autoptr (GPtrArray) records
      = bright_record_read_list (type, bright_json_get (node, name), NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    take (world, bright_record_copy (type, records->pdata[i]));
}

static void
take_contact (BrightWorld *world, gpointer record)
{
  bright_world_take_contact (world, record);
}

static void
take_product (BrightWorld *world, gpointer record)
{
  bright_world_take_product (world, record);
}

static void
take_sales_order (BrightWorld *world, gpointer record)
{
  bright_world_take_sales_order (world, record);
}

static BrightWorld *
read_world (const char *changes)
{
  g_autoptr (JsonNode) node = decide_json_read_merged (usual_world, changes);
  BrightWorld *world = bright_world_new ();
  GPtrArray *currencies = bright_record_read_list (&bright_reference_item_type,
                                                   bright_json_get (node, "currencies"), NULL);

  g_assert_nonnull (currencies);
  read_mirror (node, "contacts", &brightpearl_contact_type, world, take_contact);
  read_mirror (node, "products", &brightpearl_product_type, world, take_product);
  read_mirror (node, "sales-orders", &brightpearl_reference_type, world, take_sales_order);
  bright_world_take_reference (world, "currency", currencies);
  bright_world_take_configuration (world,
                                   decide_json_to_record (&brightpearl_configuration_type,
                                                          bright_json_get (node, "configuration")));
  return world;
}

static void
read_situation (DecideFixture *fixture, const char *changes)
{
  g_autoptr (JsonNode) node = decide_json_read_merged (usual_situation, changes);
  BrightOrderCase *order_case = &fixture->order_case;

  decide_parse_freshness (bright_json_get_string (node, "fresh"), order_case->freshness);
  fixture->previous_code = g_strdup (bright_json_get_string (node, "previous"));
  order_case->previous_code = fixture->previous_code;
  order_case->approved = json_object_get_boolean_member (json_node_get_object (node), "approved");
  g_assert_true (bright_time_parse (bright_json_get_string (node, "now"), &order_case->now, NULL));
}

void
decide_fixture_take_order (DecideFixture *fixture, BigcommerceOrder *order)
{
  bigcommerce_order_free (fixture->order);
  g_free (fixture->content);
  g_free (fixture->subject);
  fixture->order = order;
  fixture->content = bright_record_digest (&bigcommerce_order_content_type, order);
  fixture->subject = g_strdup_printf ("order %" G_GINT64_FORMAT, order->id);
  fixture->order_case.order = order;
  fixture->order_case.content = fixture->content;
  fixture->order_case.subject = fixture->subject;
}

/* Brightpearl numbers rows, and gives those without a product one that stands for none. */
static void
number_rows (JsonNode *node)
{
  JsonArray *rows = bright_json_get_array (node, "rows");

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      json_object_set_int_member (row, "id", FIRST_ROW + i);
      if (!json_object_has_member (row, "productId"))
        json_object_set_int_member (row, "productId", BRIGHTPEARL_FREE_TEXT_PRODUCT);
    }
}

/* What stands in Brightpearl after a part was written, with changes. */
static BrightpearlSalesOrder *
pretend_sales_order (DecideFixture *fixture, const BrightPartPlan *part, JsonObject *changes)
{
  g_autoptr (BrightStep) step = bright_step_create_sales_order (&fixture->order_case, part, 201);
  g_autoptr (JsonNode) node = json_from_string (step->body, NULL);
  BrightMoney total = part->net;
  g_autoptr (JsonNode) defaults = decide_json_read (
      "{'version': 3, 'statusId': 1, 'allocationStatusCode': 'AAA', 'stockStatusCode': 'SON'}");
  g_autofree char *gross = NULL;
  g_autoptr (JsonNode) totals = NULL;
  g_autofree char *text = NULL;

  g_assert_true (bright_money_add (&total, part->tax));
  gross = bright_money_to_string (total);
  text = g_strdup_printf ("{'id': %u, 'total': {'gross': '%s'}}",
                          FIRST_SALES_ORDER + part->suffix - 1, gross);
  totals = decide_json_read (text);
  number_rows (node);
  decide_json_merge (json_node_get_object (node), json_node_get_object (defaults));
  decide_json_merge (json_node_get_object (node), json_node_get_object (totals));
  decide_json_merge (json_node_get_object (node), changes);
  return decide_json_to_record (&brightpearl_sales_order_type, node);
}

/* Fills in the sales orders of the order that is in the fixture. */
static void
pretend_sales_orders (DecideFixture *fixture, const char *text, JsonArray *parts)
{
  g_autoptr (JsonNode) changes = decide_json_read (text);
  JsonArray *list = json_node_get_array (changes);
  g_autoptr (BrightOrderPlan) plan
      = bright_order_plan_new (fixture->order, fixture->settings, fixture->world);

  g_assert_null (plan->hold);
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      g_autofree char *part = g_strdup_printf (
          "{'suffix': %u, 'sales-order': %u, 'reservation': 'full'}", i + 1, FIRST_SALES_ORDER + i);

      json_array_add_element (parts, decide_json_read (part));
      g_ptr_array_add (fixture->sales_orders,
                       pretend_sales_order (fixture, plan->parts->pdata[i],
                                            json_array_get_object_element (list, i)));
    }
}

static void
read_link (DecideFixture *fixture, const DecideCase *row)
{
  g_autoptr (JsonNode) node = decide_json_read (NULL);
  g_autoptr (JsonNode) changes = decide_json_read (row->link);
  JsonArray *parts = json_array_new ();

  if (row->sales_orders != NULL)
    {
      decide_fixture_take_order (
          fixture, decide_order_new (row->written != NULL ? row->written : row->order));
      pretend_sales_orders (fixture, row->sales_orders, parts);
      json_object_set_string_member (json_node_get_object (node), "content", fixture->content);
    }
  json_object_set_array_member (json_node_get_object (node), "parts", parts);
  decide_json_merge (json_node_get_object (node), json_node_get_object (changes));
  fixture->link = decide_json_to_record (&bright_order_link_type, node);
}

DecideFixture *
decide_fixture_new (const DecideCase *row)
{
  DecideFixture *fixture = g_new0 (DecideFixture, 1);

  fixture->settings = read_settings (row->settings);
  fixture->world = read_world (row->world);
  fixture->sales_orders
      = g_ptr_array_new_with_free_func ((GDestroyNotify)brightpearl_sales_order_free);
  fixture->order_case.settings = fixture->settings;
  fixture->order_case.world = fixture->world;
  fixture->order_case.sales_orders = fixture->sales_orders;
  read_situation (fixture, row->situation);
  read_link (fixture, row);
  fixture->order_case.link = fixture->link;
  decide_fixture_take_order (fixture, decide_order_new (row->order));
  return fixture;
}

void
decide_fixture_free (DecideFixture *fixture)
{
  bright_settings_snapshot_unref (fixture->settings);
  bright_world_free (fixture->world);
  bigcommerce_order_free (fixture->order);
  bright_order_link_free (fixture->link);
  g_ptr_array_unref (fixture->sales_orders);
  g_free (fixture->content);
  g_free (fixture->subject);
  g_free (fixture->previous_code);
  g_free (fixture);
}

void
decide_assert_balanced (const BrightOrderPlan *plan, const BigcommerceOrder *order)
{
  /* Wide enough for any sequence of rows. */
  __int128 total = 0;
  __int128 tax = 0;

  g_assert_null (plan->hold);
  for (guint i = 0; i < plan->parts->len; i++)
    {
      const BrightPartPlan *part = plan->parts->pdata[i];

      for (guint j = 0; j < part->rows->len; j++)
        {
          const BrightpearlRow *row = part->rows->pdata[j];

          total += (__int128)row->net + row->tax;
          tax += row->tax;
        }
    }
  g_assert_true (total == order->total_inc_tax);
  g_assert_true (tax == order->total_tax);
}

void
decide_check_plan (gconstpointer data)
{
  const DecideCase *row = data;
  g_autoptr (DecideFixture) fixture = decide_fixture_new (row);
  g_autoptr (BrightOrderPlan) plan
      = bright_order_plan_new (fixture->order, fixture->settings, fixture->world);
  g_autofree char *words = decide_describe_plan (plan);

  g_assert_cmpstr (words, ==, row->expected);
  if (plan->hold == NULL)
    decide_assert_balanced (plan, fixture->order);
}

static void
check_body (const BrightDecision *decision, const char *expected)
{
  g_autoptr (JsonNode) part = decide_json_read (expected);
  g_autoptr (JsonNode) body = NULL;

  g_assert_nonnull (decision->step);
  if (decision->step == NULL)
    return;
  body = bright_json_parse (decision->step->body, -1, NULL);
  if (!decide_json_contains (body, part))
    {
      g_test_message ("expected %s in %s", expected, decision->step->body);
      g_test_fail ();
    }
}

void
decide_check_decision (gconstpointer data)
{
  const DecideCase *row = data;
  g_autoptr (DecideFixture) fixture = decide_fixture_new (row);
  g_autoptr (BrightDecision) decision = bright_order_decide (&fixture->order_case);
  g_autofree char *words = decide_describe (decision);

  g_assert_cmpstr (words, ==, row->expected);
  if (row->body != NULL)
    check_body (decision, row->body);
}

void
decide_add_tests (const char *path, const DecideCase *rows, gsize n_rows, GTestDataFunc check)
{
  /* One row that fails must not hide the others. */
  g_test_set_nonfatal_assertions ();
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *test = g_strdup_printf ("%s/%s", path, rows[i].name);

      g_assert_nonnull (rows[i].expected);
      g_test_add_data_func (test, &rows[i], check);
    }
}
