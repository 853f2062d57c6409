/* The steps of a plan, grouped by subject, and what an approval of them means.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-plan-group.h"

#include <string.h>

static void
group_free (gpointer data)
{
  BrightPlanGroup *group = data;

  g_ptr_array_unref (group->steps);
  g_free (group);
}

static gboolean
is_write (const BrightStep *step)
{
  return step->verb != NULL && step->verb[0] != '\0';
}

GPtrArray *
bright_plan_group (GPtrArray *steps, const char *flow)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  g_autoptr (GHashTable) by_subject = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (steps != NULL, groups);

  for (guint i = 0; i < steps->len; i++)
    {
      BrightStep *step = g_ptr_array_index (steps, i);
      BrightPlanGroup *group;

      if (!is_write (step) || (flow != NULL && strcmp (step->flow, flow) != 0))
        continue;
      group = g_hash_table_lookup (by_subject, step->subject);
      if (group == NULL)
        {
          group = g_new0 (BrightPlanGroup, 1);
          group->subject = step->subject;
          group->steps = g_ptr_array_new ();
          g_hash_table_insert (by_subject, step->subject, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->steps, step);
    }
  return groups;
}

static gboolean
takes_customers (const BrightApproval *approval)
{
  return approval->flow != NULL && strcmp (approval->flow, "orders") == 0;
}

GStrv
bright_approval_dup_words (const BrightApproval *approval)
{
  const char *words[3] = { "all", NULL, NULL };

  if (approval->subject != NULL)
    words[0] = approval->subject;
  else if (approval->flow != NULL)
    words[0] = approval->flow;
  if (approval->subject == NULL && takes_customers (approval))
    words[1] = "customers";
  return g_strdupv ((char **)words);
}

static gboolean
is_approved (const BrightStep *step, const BrightApproval *approval)
{
  if (!is_write (step))
    return FALSE;
  if (approval->subject != NULL)
    return strcmp (step->subject, approval->subject) == 0;
  return approval->flow == NULL || strcmp (step->flow, approval->flow) == 0
         || (takes_customers (approval) && strcmp (step->flow, "customers") == 0);
}

/* The store tells its customers of shipments and of new statuses, if it is set up so. */
static gboolean
may_send_message (const BrightStep *step)
{
  return strcmp (step->platform, "bigcommerce") == 0
         && (strcmp (step->flow, "shipments") == 0 || strcmp (step->flow, "statuses") == 0);
}

BrightPlanCounts
bright_plan_count (GPtrArray *steps, const BrightApproval *approval)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new (g_str_hash, g_str_equal);
  BrightPlanCounts counts = { 0 };

  for (guint i = 0; i < steps->len; i++)
    {
      const BrightStep *step = g_ptr_array_index (steps, i);

      if (!is_approved (step, approval))
        continue;
      counts.writes++;
      counts.customers
          += approval->flow != NULL && strcmp (step->flow, approval->flow) != 0 ? 1 : 0;
      counts.messages += may_send_message (step) ? 1 : 0;
      g_hash_table_add (subjects, step->subject);
    }
  counts.subjects = g_hash_table_size (subjects);
  return counts;
}

static char *
dup_identity (const BrightStep *step)
{
  return g_strjoin ("\n", step->subject, step->kind, step->key, step->summary, NULL);
}

guint
bright_plan_count_gone (GPtrArray *before, GPtrArray *after, const BrightApproval *approval)
{
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint count = 0;

  for (guint i = 0; i < after->len; i++)
    g_hash_table_add (left, dup_identity (g_ptr_array_index (after, i)));
  for (guint i = 0; i < before->len; i++)
    {
      g_autofree char *identity = dup_identity (g_ptr_array_index (before, i));

      if (is_approved (g_ptr_array_index (before, i), approval)
          && !g_hash_table_contains (left, identity))
        count++;
    }
  return count;
}
