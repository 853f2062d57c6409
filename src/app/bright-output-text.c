/* What the commands answer, as text for people.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-output.h"

#include "bright-table.h"
#include "bright-words.h"

#include <glib/gi18n.h>
#include <string.h>

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

void
bright_output_append_attention (GString *text, GPtrArray *subjects)
{
  g_autoptr (BrightTable) table = bright_table_new ("lll");
  guint count = subjects != NULL ? subjects->len : 0;

  if (count == 0)
    return;
  g_string_append_c (text, '\n');
  g_string_append_printf (
      text, ngettext ("%u thing needs you:", "%u things need you:", count), count);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < count; i++)
    {
      const BrightSubject *subject = g_ptr_array_index (subjects, i);

      bright_table_add (table, subject->subject, subject->code, subject->message);
    }
  bright_table_append (table, text);
}

/* Adds what a flow did; its name stands in the first of its rows. */
static guint
add_flow (BrightTable *table, const BrightSyncReport *report, const BrightOutputFlow *flow)
{
  guint rows = 0;

  for (const BrightCounter *counter = bright_counters; counter->group != NULL; counter++)
    {
      guint count = bright_counter_read (counter, report);
      g_autofree char *number = g_strdup_printf ("%u", count);

      if (count == 0 || strcmp (counter->group, flow->name) != 0)
        continue;
      bright_table_add (table, rows == 0 ? _ (flow->title) : "", number,
                        ngettext (counter->singular, counter->plural, count));
      rows++;
    }
  return rows;
}

static void
append_counters (GString *text, const BrightSyncReport *report, BrightSettings *settings)
{
  g_autoptr (BrightTable) table = bright_table_new ("lrl");

  for (const BrightOutputFlow *flow = bright_output_flows; flow->name != NULL; flow++)
    if (add_flow (table, report, flow) == 0 && bright_output_flow_is_on (flow, settings))
      bright_table_add (table, _ (flow->title), "0", _ ("nothing to do"));
  bright_table_append (table, text);
}

/* What the mode means for the writes that were not sent. */
static void
append_mode (GString *text, const BrightSyncReport *report)
{
  guint waiting = bright_output_count_writes (report->steps);

  if (g_strcmp0 (report->mode, "watch") == 0)
    {
      g_string_append (text, _ ("Watching only: nothing was written. "));
      g_string_append_printf (text, ngettext ("%u write waits.", "%u writes wait.", waiting),
                              waiting);
      g_string_append_c (text, '\n');
    }
  else if (g_strcmp0 (report->mode, "ask") == 0 && waiting > 0)
    {
      g_string_append_printf (text,
                              ngettext ("%u write waits to be approved, with --approve.",
                                        "%u writes wait to be approved, with --approve.", waiting),
                              waiting);
      g_string_append_c (text, '\n');
    }
}

char *
bright_output_report_text (const BrightSyncReport *report, BrightSettings *settings)
{
  GString *text = g_string_new (NULL);

  append_mode (text, report);
  append_counters (text, report, settings);
  /* Translators: numbers of requests to BigCommerce and Brightpearl, and a duration */
  g_string_append_printf (text, _ ("Took %.1f s, %u requests to BigCommerce, %u to Brightpearl."),
                          report->seconds, (guint) report->bigcommerce_requests,
                          (guint) report->brightpearl_requests);
  g_string_append_c (text, '\n');
  bright_output_append_attention (text, report->attention);
  return g_string_free (text, FALSE);
}

static void
append_sales_orders (GString *text, GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *id
          = g_strdup_printf ("%" G_GINT64_FORMAT, g_array_index (ids, gint64, i));

      g_string_append_printf (text, _ ("Sales order: %s"), id);
      g_string_append_c (text, '\n');
    }
}

char *
bright_output_explanation_text (gint64 order_id, const BrightExplanation *explanation)
{
  GString *text = g_string_new (NULL);
  const BrightSubject *subject = explanation->subject;
  g_autoptr (BrightTable) timeline = bright_table_new ("ll");
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, order_id);

  /* Translators: the number of an order, and where it is */
  g_string_append_printf (text, _ ("Order %s: %s"), number,
                          bright_words_for_state (subject->state));
  g_string_append_c (text, '\n');
  if (is_given (subject->message))
    g_string_append_printf (text, "%s\n", subject->message);
  if (is_given (subject->setting))
    {
      g_string_append_printf (text, _ ("The setting that decided: %s"), subject->setting);
      g_string_append_c (text, '\n');
    }
  append_sales_orders (text, explanation->sales_orders);
  for (guint i = 0; explanation->timeline != NULL && i < explanation->timeline->len; i++)
    {
      const BrightActivity *activity = g_ptr_array_index (explanation->timeline, i);
      g_autofree char *time = bright_words_for_time (activity->time);

      bright_table_add (timeline, time, activity->what);
    }
  bright_table_append (timeline, text);
  return g_string_free (text, FALSE);
}

static char *
number_text (guint number)
{
  return g_strdup_printf ("%u", number);
}

static void
add_proof_day (BrightTable *table, const BrightProofDay *day)
{
  g_autofree char *store = number_text (day->store);
  g_autofree char *linked = number_text (day->linked);
  g_autofree char *filtered = number_text (day->filtered);
  g_autofree char *held = number_text (day->held);
  g_autofree char *attention = number_text (day->attention);
  guint n_amounts = day->money != NULL ? day->money->len : 0;

  /* Further currencies of the day stand on lines of their own. */
  for (guint i = 0; i < MAX (n_amounts, 1); i++)
    {
      const BrightProofMoney *money = i < n_amounts ? g_ptr_array_index (day->money, i) : NULL;
      g_autofree char *in_store = money != NULL ? bright_money_to_string (money->store) : NULL;
      g_autofree char *in_brightpearl
          = money != NULL ? bright_money_to_string (money->brightpearl) : NULL;

      bright_table_add (table, i == 0 ? day->day : "", i == 0 ? store : "", i == 0 ? linked : "",
                        i == 0 ? filtered : "", i == 0 ? held : "", i == 0 ? attention : "",
                        money != NULL ? money->currency : "", in_store, in_brightpearl);
    }
}

char *
bright_output_subject_text (const BrightSubject *subject)
{
  return g_strdup_printf ("%s: %s: %s\n", subject->subject,
                          bright_words_for_state (subject->state), subject->message);
}

char *
bright_output_proof_text (const BrightProof *proof)
{
  GString *text = g_string_new (NULL);
  g_autoptr (BrightTable) table = bright_table_new ("lrrrrrlrr");

  bright_table_add (table, _ ("Day"), _ ("Store"), _ ("Linked"), _ ("Left out"), _ ("Held"),
                    _ ("Need you"), "", _ ("Store"), _ ("Brightpearl"));
  for (guint i = 0; i < proof->days->len; i++)
    add_proof_day (table, g_ptr_array_index (proof->days, i));
  bright_table_append (table, text);
  g_string_append (text, proof->is_complete ? _ ("Every order of the store is accounted for.")
                                            : _ ("Some orders are not accounted for."));
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static void
append_fact (GString *text, const char *name, const char *value)
{
  if (is_given (value))
    g_string_append_printf (text, "%s: %s\n", name, value);
}

static void
append_problems (GString *text, GPtrArray *problems)
{
  g_autoptr (BrightTable) table = bright_table_new ("ll");

  for (guint i = 0; i < problems->len; i++)
    {
      const BrightCheckProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *prefix = g_strconcat (problem->setting, ": ", NULL);
      const char *message = problem->message;

      /* A message may begin with its setting, which has a column of its own here. */
      if (g_str_has_prefix (message, prefix))
        message += strlen (prefix);
      bright_table_add (table, is_given (problem->setting) ? problem->setting : problem->code,
                        message);
    }
  bright_table_append (table, text);
}

char *
bright_output_check_text (const BrightCheck *check)
{
  GString *text = g_string_new (NULL);
  guint n_problems = check->problems->len;
  guint n_warnings = check->warnings->len;

  append_fact (text, _ ("Store"), check->store_name);
  append_fact (text, _ ("Plan of the store"), check->store_plan);
  append_fact (text, _ ("Currency of the store"), check->store_currency);
  append_fact (text, _ ("Currency of the Brightpearl account"), check->account_currency);
  append_fact (text, _ ("Time zone of the Brightpearl account"), check->account_time_zone);
  if (n_problems == 0)
    g_string_append (text, _ ("Settings and tokens are good."));
  else
    g_string_append_printf (text, ngettext ("%u problem:", "%u problems:", n_problems), n_problems);
  g_string_append_c (text, '\n');
  append_problems (text, check->problems);
  if (n_warnings == 0)
    return g_string_free (text, FALSE);
  g_string_append_printf (text, ngettext ("%u warning:", "%u warnings:", n_warnings), n_warnings);
  g_string_append_c (text, '\n');
  append_problems (text, check->warnings);
  return g_string_free (text, FALSE);
}

char *
bright_output_error_text (const GError *error)
{
  const char *sentence = NULL;

  if (bright_error_is_cancelled (error))
    return g_strconcat (_ ("Stopped. What was sent is in the journal, and the next sync goes on "
                           "from there."),
                        "\n", NULL);
  /* Wrong settings and command lines name themselves. */
  if (error->domain == BRIGHT_ERROR && error->code != BRIGHT_ERROR_SETTINGS)
    sentence = bright_error_sentence (error->code);
  if (sentence == NULL || strcmp (sentence, error->message) == 0)
    return g_strconcat (error->message, "\n", NULL);
  return g_strconcat (sentence, "\n", error->message, "\n", NULL);
}
