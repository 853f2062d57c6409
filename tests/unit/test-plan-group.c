/* Tests of how a plan is grouped and approved, and of the chart's arithmetic.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-chart-scale.h"
#include "bright-flow-words.h"
#include "bright-plan-group.h"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
add_step (GPtrArray *plan,
          const char *subject,
          const char *flow,
          const char *platform,
          const char *verb)
{
  BrightStep *step = bright_record_new (&bright_step_type);

  set_text (&step->subject, subject);
  set_text (&step->flow, flow);
  set_text (&step->platform, platform);
  set_text (&step->verb, verb);
  set_text (&step->kind, verb);
  set_text (&step->key, subject);
  g_ptr_array_add (plan, step);
}

/* Steps of two orders, one after another as they are sent. */
static GPtrArray *
make_plan (void)
{
  GPtrArray *plan = bright_record_list_new (&bright_step_type);

  add_step (plan, "order 1", "customers", "brightpearl", "create");
  add_step (plan, "order 2", "customers", "brightpearl", "create");
  add_step (plan, "order 1", "orders", "brightpearl", "");
  add_step (plan, "order 1", "orders", "brightpearl", "create");
  add_step (plan, "order 2", "orders", "brightpearl", "create");
  add_step (plan, "order 1", "payments", "brightpearl", "pay");
  add_step (plan, "order 3", "shipments", "bigcommerce", "ship");
  add_step (plan, "order 3", "statuses", "bigcommerce", "set-status");
  add_step (plan, "order 2", "statuses", "brightpearl", "set-status");
  add_step (plan, "stock", "stock", "bigcommerce", "set-stock");
  return plan;
}

/* The groups as "subject:steps". */
static char *
describe (GPtrArray *groups)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const BrightPlanGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (text, "%s%s:", i > 0 ? "; " : "", group->subject);
      for (guint step = 0; step < group->steps->len; step++)
        g_string_append_printf (text, " %s",
                                ((BrightStep *)g_ptr_array_index (group->steps, step))->flow);
    }
  return g_string_free (text, FALSE);
}

static void
assert_groups (const char *flow, const char *expected)
{
  g_autoptr (GPtrArray) plan = make_plan ();
  g_autoptr (GPtrArray) groups = bright_plan_group (plan, flow);
  g_autofree char *found = describe (groups);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_groups (void)
{
  assert_groups (NULL, "order 1: customers orders payments; order 2: customers orders statuses; "
                       "order 3: shipments statuses; stock: stock");
  assert_groups ("orders", "order 1: orders; order 2: orders");
  assert_groups ("statuses", "order 3: statuses; order 2: statuses");
  assert_groups ("refunds", "");
}

static void
assert_counts (const char *flow, const char *subject, BrightPlanCounts expected)
{
  g_autoptr (GPtrArray) plan = make_plan ();
  const BrightApproval approval = { flow, subject };
  BrightPlanCounts found = bright_plan_count (plan, &approval);

  g_assert_cmpuint (found.writes, ==, expected.writes);
  g_assert_cmpuint (found.subjects, ==, expected.subjects);
  g_assert_cmpuint (found.customers, ==, expected.customers);
  g_assert_cmpuint (found.messages, ==, expected.messages);
}

static void
test_counts (void)
{
  assert_counts (NULL, NULL, (BrightPlanCounts){ 9, 4, 0, 2 });
  assert_counts ("orders", NULL, (BrightPlanCounts){ 4, 2, 2, 0 });
  assert_counts ("customers", NULL, (BrightPlanCounts){ 2, 2, 0, 0 });
  assert_counts ("statuses", NULL, (BrightPlanCounts){ 2, 2, 0, 1 });
  assert_counts (NULL, "order 1", (BrightPlanCounts){ 3, 1, 0, 0 });
  assert_counts (NULL, "order 3", (BrightPlanCounts){ 2, 1, 0, 2 });
  assert_counts (NULL, "order 4", (BrightPlanCounts){ 0, 0, 0, 0 });
}

static void
assert_approval (const char *flow, const char *subject, const char *expected)
{
  const BrightApproval approval = { flow, subject };
  g_auto (GStrv) words = bright_approval_dup_words (&approval);
  g_autofree char *found = g_strjoinv (",", words);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_approvals (void)
{
  assert_approval (NULL, NULL, "all");
  assert_approval ("payments", NULL, "payments");
  assert_approval ("orders", NULL, "orders,customers");
  assert_approval (NULL, "order 1", "order 1");
  assert_approval ("orders", "order 1", "order 1");
}

static void
test_gone (void)
{
  const BrightApproval all = { NULL, NULL };
  const BrightApproval first = { NULL, "order 1" };
  const BrightApproval second = { NULL, "order 2" };
  g_autoptr (GPtrArray) before = make_plan ();
  g_autoptr (GPtrArray) same = make_plan ();
  g_autoptr (GPtrArray) after = bright_record_list_new (&bright_step_type);

  add_step (after, "order 2", "customers", "brightpearl", "create");
  add_step (after, "order 2", "orders", "brightpearl", "create");
  g_assert_cmpuint (bright_plan_count_gone (before, same, &all), ==, 0);
  g_assert_cmpuint (bright_plan_count_gone (before, after, &first), ==, 3);
  g_assert_cmpuint (bright_plan_count_gone (before, after, &second), ==, 1);
  g_assert_cmpuint (bright_plan_count_gone (same, same, &first), ==, 0);
}

static void
test_scale (void)
{
  static const guint table[][2]
      = { { 0, 2 },   { 1, 2 },   { 2, 2 },   { 3, 4 },     { 5, 6 },      { 7, 8 },
          { 10, 10 }, { 11, 12 }, { 61, 80 }, { 399, 400 }, { 4001, 6000 } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpuint (bright_chart_scale_top (table[i][0]), ==, table[i][1]);
  g_assert_cmpuint (bright_chart_scale_top (G_MAXUINT), ==, G_MAXUINT);
  g_assert_cmpint (bright_chart_scale_find (0, 300, 30), ==, 0);
  g_assert_cmpint (bright_chart_scale_find (9.9, 300, 30), ==, 0);
  g_assert_cmpint (bright_chart_scale_find (10, 300, 30), ==, 1);
  g_assert_cmpint (bright_chart_scale_find (300, 300, 30), ==, 29);
  g_assert_cmpint (bright_chart_scale_find (-5, 300, 30), ==, 0);
  g_assert_cmpint (bright_chart_scale_find (5, 300, 0), ==, -1);
}

static void
test_subjects (void)
{
  static const char *const table[][2] = { { "order 1042", "Order 1042" },
                                          { "sales order 5501", "Sales order 5501" },
                                          { "product MUG-1", "Product MUG-1" },
                                          { "stock", "Stock" },
                                          { "something", "something" } };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = bright_subject_words (table[i][0]);

      g_assert_cmpstr (words, ==, table[i][1]);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/groups", test_groups);
  g_test_add_func ("/plan/counts", test_counts);
  g_test_add_func ("/plan/approvals", test_approvals);
  g_test_add_func ("/plan/gone", test_gone);
  g_test_add_func ("/plan/subjects", test_subjects);
  g_test_add_func ("/chart/scale", test_scale);
  return g_test_run ();
}
