/* A plan as text: how much of each flow, then its first steps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps keep the number that they have in the whole plan, which is the order
 * in which they would be sent.
 */
#include "bright-output.h"

#include "bright-table.h"

#include <glib/gi18n.h>

/* More than this of one flow is a count; JSON has them all. */
#define STEPS_SHOWN 20

static gboolean
belongs_to (const BrightStep *step, const BrightOutputFlow *flow)
{
  return bright_output_is_write (step) && g_strcmp0 (step->flow, flow->name) == 0;
}

static guint
count_steps (GPtrArray *steps, const BrightOutputFlow *flow)
{
  guint count = 0;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    if (belongs_to (g_ptr_array_index (steps, i), flow))
      count++;
  return count;
}

/* The verbs of a flow, each with its number, as they come. */
static char *
describe_verbs (GPtrArray *steps, const BrightOutputFlow *flow)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) verbs = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const BrightStep *step = g_ptr_array_index (steps, i);
      guint count;

      if (!belongs_to (step, flow))
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, step->verb));
      if (count == 0)
        g_ptr_array_add (verbs, step->verb);
      g_hash_table_insert (counts, step->verb, GUINT_TO_POINTER (count + 1));
    }
  for (guint i = 0; i < verbs->len; i++)
    g_string_append_printf (text, "%s%u %s", i > 0 ? ", " : "",
                            GPOINTER_TO_UINT (g_hash_table_lookup (counts, verbs->pdata[i])),
                            (const char *) verbs->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
append_totals (GString *text, GPtrArray *steps)
{
  g_autoptr (BrightTable) table = bright_table_new ("lrl");

  for (const BrightOutputFlow *flow = bright_output_flows; flow->name != NULL; flow++)
    {
      guint count = count_steps (steps, flow);
      g_autofree char *number = g_strdup_printf ("%u", count);
      g_autofree char *verbs = describe_verbs (steps, flow);

      if (count > 0)
        bright_table_add (table, _ (flow->title), number, verbs);
    }
  bright_table_append (table, text);
}

static void
append_rest (GString *text, guint count)
{
  if (count <= STEPS_SHOWN)
    return;
  g_string_append (text, "  ");
  g_string_append_printf (text,
                          ngettext ("… and %u more; --json shows all.",
                                    "… and %u more; --json shows all.", count - STEPS_SHOWN),
                          count - STEPS_SHOWN);
  g_string_append_c (text, '\n');
}

static void
append_flow (GString *text, GPtrArray *steps, const BrightOutputFlow *flow)
{
  g_autoptr (BrightTable) table = bright_table_new ("rlll");
  guint writes = 0;
  guint count = 0;

  for (guint i = 0; steps != NULL && i < steps->len; i++)
    {
      const BrightStep *step = g_ptr_array_index (steps, i);
      g_autofree char *number = NULL;

      if (!bright_output_is_write (step))
        continue;
      writes++;
      if (!belongs_to (step, flow) || ++count > STEPS_SHOWN)
        continue;
      number = g_strdup_printf ("%u", writes);
      bright_table_add (table, number, step->subject, step->verb, step->summary);
    }
  if (count == 0)
    return;
  g_string_append_printf (text, "\n%s\n", _ (flow->title));
  bright_table_append (table, text);
  append_rest (text, count);
}

char *
bright_output_plan_text (const BrightSyncReport *plan)
{
  GString *text = g_string_new (NULL);
  guint count = bright_output_count_writes (plan->steps);

  g_string_append_printf (text,
                          ngettext ("%u write in this plan; none was sent.",
                                    "%u writes in this plan; none was sent.", count),
                          count);
  g_string_append_c (text, '\n');
  append_totals (text, plan->steps);
  for (const BrightOutputFlow *flow = bright_output_flows; flow->name != NULL; flow++)
    append_flow (text, plan->steps, flow);
  bright_output_append_attention (text, plan->attention);
  return g_string_free (text, FALSE);
}
