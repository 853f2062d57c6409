/* Tests of the decision about an order: what holds for every order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The seed is printed when a test fails; DECIDE_SEED repeats it.
 */
#include "decide-fixture.h"

#include "bright-steps.h"
#include "decide-json.h"
#include "decide-random.h"
#include "decide-words.h"

#include <string.h>

#define N_ORDERS 21000
#define N_EXTREME_ORDERS 4000
#define USUAL_SEED G_GUINT64_CONSTANT (20261124)

static const DecideCase spread_discounts
    = { .settings = "{'orders': {'several-addresses': 'split'}}" };
static const DecideCase own_discounts
    = { .settings
        = "{'orders': {'several-addresses': 'split', 'discount-nominal-code': '4310',"
          " 'rounding-threshold': '0.02', 'tax-map': ["
          " {'rate': '20', 'brightpearl': 'VAT20'},"
          " {'rate': '5', 'brightpearl': 'VAT5'}, {'rate': '0', 'brightpearl': 'VAT0'}]}}" };
static const DecideCase held_addresses = { .settings = NULL };

static const DecideCase *const situations[]
    = { &spread_discounts, &own_discounts, &held_addresses };

static guint64
get_seed (void)
{
  const char *seed = g_getenv ("DECIDE_SEED");

  return seed != NULL ? g_ascii_strtoull (seed, NULL, 10) : USUAL_SEED;
}

/* How much there is between a plan and the store, if rounding is left out. */
static void
measure_rounding (const BrightOrderPlan *plan, BrightMoney *gross, BrightMoney *tax)
{
  const BrightPartPlan *part = plan->parts->pdata[0];
  const BrightpearlRow *row = part->rows->len > 0 ? part->rows->pdata[part->rows->len - 1] : NULL;

  *gross = 0;
  *tax = 0;
  if (row == NULL || strcmp (row->name, "Rounding") != 0)
    return;
  *tax = row->tax;
  *gross = row->net;
  g_assert_true (bright_money_add (gross, row->tax));
}

static void
assert_near (BrightMoney value, BrightMoney expected, BrightMoney doubt)
{
  g_assert_cmpint (value, >=, expected - doubt);
  g_assert_cmpint (value, <=, expected + doubt);
}

/* What rounding is needed is known, save for what the store does not tell. */
static void
check_rounding (const BrightOrderPlan *plan,
                const DecideRandomOrder *made,
                const BrightSettingsSnapshot *settings)
{
  BrightMoney threshold = settings->orders.rounding_threshold;
  BrightMoney gross;
  BrightMoney tax;
  BrightMoney total_noise = bright_money_absolute (made->total_noise);
  BrightMoney tax_noise = bright_money_absolute (made->tax_noise);

  if (plan->hold == NULL)
    {
      measure_rounding (plan, &gross, &tax);
      g_assert_cmpint (bright_money_absolute (gross), <=, threshold);
      g_assert_cmpint (bright_money_absolute (tax), <=, threshold);
      if (made->has_order_discount)
        return;
      assert_near (gross, made->total_noise, made->total_doubt);
      assert_near (tax, made->tax_noise, made->tax_doubt);
      return;
    }
  if (strcmp (plan->hold->verdict.code, "several-addresses") == 0)
    return;
  g_assert_cmpstr (plan->hold->verdict.code, ==, "totals-differ");
  g_assert_true (plan->hold->verdict.attention);
  g_assert_true (total_noise + made->total_doubt > threshold
                 || tax_noise + made->tax_doubt > threshold
                 || (made->has_order_discount && total_noise + tax_noise > 0));
}

/* The rows of a body, as they would be sent, sum up as those of the plan do. */
static void
check_body (const char *body, const BrightPartPlan *part)
{
  g_autoptr (JsonNode) node = bright_json_parse (body, -1, NULL);
  JsonArray *rows = bright_json_get_array (node, "rows");
  BrightMoney net = 0;
  BrightMoney tax = 0;

  g_assert_nonnull (rows);
  g_assert_cmpuint (json_array_get_length (rows), ==, part->rows->len);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *quantity = json_object_get_string_member (row, "quantity");
      BrightMoney amount;

      g_assert_true (
          bright_money_parse (json_object_get_string_member (row, "net"), &amount, NULL));
      g_assert_true (bright_money_add (&net, amount));
      g_assert_true (
          bright_money_parse (json_object_get_string_member (row, "tax"), &amount, NULL));
      g_assert_true (bright_money_add (&tax, amount));
      if (json_object_has_member (row, "productId"))
        g_assert_cmpuint (strspn (quantity, "0123456789"), ==, strlen (quantity));
      g_assert_true (json_object_has_member (row, "productId")
                     || json_object_get_string_member (row, "name")[0] != '\0');
      g_assert_cmpstr (json_object_get_string_member (row, "taxCode"), !=, "");
    }
  g_assert_cmpint (net, ==, part->net);
  g_assert_cmpint (tax, ==, part->tax);
}

/* The first body is that of the decision. */
static void
check_further_bodies (const DecideFixture *fixture, const BrightOrderPlan *plan)
{
  for (guint i = 1; i < plan->parts->len; i++)
    {
      g_autoptr (BrightStep) step
          = bright_step_create_sales_order (&fixture->order_case, plan->parts->pdata[i], 201);

      g_assert_nonnull (step);
      check_body (step->body, plan->parts->pdata[i]);
    }
}

/* The same case gives the same decision, which follows from the plan. */
static void
check_decision (const DecideFixture *fixture, const BrightOrderPlan *plan)
{
  g_autoptr (BrightDecision) first = bright_order_decide (&fixture->order_case);
  g_autoptr (BrightDecision) second = bright_order_decide (&fixture->order_case);
  g_autofree char *words = decide_describe (first);
  g_autofree char *again = decide_describe (second);

  g_assert_cmpstr (words, ==, again);
  if (plan->hold != NULL)
    {
      g_assert_cmpint (first->kind, ==, BRIGHT_DECISION_SETTLED);
      g_assert_cmpstr (first->verdict.code, ==, plan->hold->verdict.code);
      return;
    }
  g_assert_cmpint (first->kind, ==, BRIGHT_DECISION_STEP);
  g_assert_cmpstr (first->step->kind, ==, BRIGHT_STEP_CREATE_SALES_ORDER);
  g_assert_cmpstr (first->step->body, ==, second->step->body);
  check_body (first->step->body, plan->parts->pdata[0]);
}

static void
check_order (DecideFixture *fixture, const DecideRandomOrder *made)
{
  g_autoptr (BrightOrderPlan) plan
      = bright_order_plan_new (fixture->order, fixture->settings, fixture->world);

  if (made != NULL)
    check_rounding (plan, made, fixture->settings);
  if (plan->hold == NULL)
    {
      decide_assert_balanced (plan, fixture->order);
      check_further_bodies (fixture, plan);
    }
  check_decision (fixture, plan);
}

/* Each order has a seed of its own, so that one that fails can be looked at alone. */
static void
tell_seed (guint64 seed)
{
  if (g_test_failed ())
    g_error ("it failed with DECIDE_SEED=%" G_GUINT64_FORMAT, seed);
}

static void
test_orders (void)
{
  DecideRandom random;

  for (guint i = 0; i < G_N_ELEMENTS (situations); i++)
    {
      g_autoptr (DecideFixture) fixture = decide_fixture_new (situations[i]);

      for (guint j = 0; j < N_ORDERS / G_N_ELEMENTS (situations); j++)
        {
          DecideRandomOrder made;
          guint64 seed = get_seed () + j;

          decide_random_start (&random, seed);
          decide_random_order (&random, &made);
          decide_fixture_take_order (fixture, made.order);
          check_order (fixture, &made);
          tell_seed (seed);
        }
    }
}

static void
test_extreme_orders (void)
{
  DecideRandom random;
  g_autoptr (DecideFixture) fixture = decide_fixture_new (&spread_discounts);

  for (guint i = 0; i < N_EXTREME_ORDERS; i++)
    {
      guint64 seed = get_seed () + i;

      decide_random_start (&random, seed);
      decide_fixture_take_order (fixture, decide_random_extreme_order (&random));
      check_order (fixture, NULL);
      tell_seed (seed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* So that the seed can be told. */
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/decide/property/orders", test_orders);
  g_test_add_func ("/decide/property/extreme-orders", test_extreme_orders);
  return g_test_run ();
}
