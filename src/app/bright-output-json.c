/* What the commands answer, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-output.h"

#include "bright-json.h"
#include "bright-time.h"

static char *
end_object (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = bright_json_to_string (root);
  return g_strconcat (text, "\n", NULL);
}

static JsonBuilder *
begin_object (void)
{
  JsonBuilder *builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  return builder;
}

static void
begin_member_object (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

static void
begin_member_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static void
add_flag (JsonBuilder *builder, const char *name, gboolean flag)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

/* For what may not be there at all. */
static void
add_text_or_null (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_attention (JsonBuilder *builder, GPtrArray *subjects)
{
  begin_member_array (builder, "attention");
  for (guint i = 0; subjects != NULL && i < subjects->len; i++)
    {
      const BrightSubject *subject = g_ptr_array_index (subjects, i);

      json_builder_begin_object (builder);
      add_text (builder, "subject", subject->subject);
      add_text (builder, "code", subject->code);
      add_text (builder, "message", subject->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_counters (JsonBuilder *builder, const BrightSyncReport *report)
{
  const char *group = NULL;

  for (const BrightCounter *counter = bright_counters; counter->group != NULL; counter++)
    {
      if (g_strcmp0 (group, counter->group) != 0)
        {
          if (group != NULL)
            json_builder_end_object (builder);
          begin_member_object (builder, counter->group);
          group = counter->group;
        }
      add_number (builder, counter->name, bright_counter_read (counter, report));
    }
  json_builder_end_object (builder);
}

char *
bright_output_report_json (const BrightSyncReport *report)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_text (builder, "mode", report->mode);
  add_counters (builder, report);
  begin_member_object (builder, "requests");
  add_number (builder, "bigcommerce", (gint64) report->bigcommerce_requests);
  add_number (builder, "brightpearl", (gint64) report->brightpearl_requests);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "seconds");
  json_builder_add_double_value (builder, report->seconds);
  add_attention (builder, report->attention);
  return end_object (builder);
}

char *
bright_output_plan_json (const BrightSyncReport *plan)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  begin_member_array (builder, "steps");
  for (guint i = 0; plan->steps != NULL && i < plan->steps->len; i++)
    {
      const BrightStep *step = g_ptr_array_index (plan->steps, i);

      if (!bright_output_is_write (step))
        continue;
      json_builder_begin_object (builder);
      add_text (builder, "subject", step->subject);
      add_text (builder, "flow", step->flow);
      add_text (builder, "platform", step->platform);
      add_text (builder, "verb", step->verb);
      add_text (builder, "summary", step->summary);
      add_text (builder, "before", step->before);
      add_text (builder, "after", step->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_attention (builder, plan->attention);
  return end_object (builder);
}

static void
add_sales_orders (JsonBuilder *builder, GArray *ids)
{
  guint count = ids != NULL ? ids->len : 0;

  json_builder_set_member_name (builder, "sales-order");
  if (count == 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, g_array_index (ids, gint64, 0));
  if (count < 2)
    return;
  begin_member_array (builder, "sales-orders");
  for (guint i = 0; i < count; i++)
    json_builder_add_int_value (builder, g_array_index (ids, gint64, i));
  json_builder_end_array (builder);
}

char *
bright_output_explanation_json (gint64 order_id, const BrightExplanation *explanation)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  const BrightSubject *subject = explanation->subject;

  add_number (builder, "order", order_id);
  /* An order that was seen and not decided yet waits for just that. */
  add_text (builder, "state", g_strcmp0 (subject->state, "") != 0 ? subject->state : "waiting");
  add_text_or_null (builder, "code", subject->code);
  add_text_or_null (builder, "setting", subject->setting);
  add_sales_orders (builder, explanation->sales_orders);
  add_text (builder, "message", subject->message);
  begin_member_array (builder, "timeline");
  for (guint i = 0; explanation->timeline != NULL && i < explanation->timeline->len; i++)
    {
      const BrightActivity *activity = g_ptr_array_index (explanation->timeline, i);
      g_autofree char *time = bright_time_format (activity->time);

      json_builder_begin_object (builder);
      add_text (builder, "time", time);
      add_text (builder, "what", activity->what);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return end_object (builder);
}

char *
bright_output_subject_json (const BrightSubject *subject)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_text (builder, "subject", subject->subject);
  add_text (builder, "state", subject->state);
  add_text (builder, "code", subject->code);
  add_text (builder, "message", subject->message);
  return end_object (builder);
}

static void
add_proof_money (JsonBuilder *builder, GPtrArray *amounts)
{
  char buffer[BRIGHT_MONEY_FORMAT_SIZE];

  begin_member_object (builder, "money");
  for (guint i = 0; amounts != NULL && i < amounts->len; i++)
    {
      const BrightProofMoney *money = g_ptr_array_index (amounts, i);

      begin_member_object (builder, money->currency);
      add_text (builder, "store", bright_money_format (money->store, buffer));
      add_text (builder, "brightpearl", bright_money_format (money->brightpearl, buffer));
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

char *
bright_output_proof_json (const BrightProof *proof)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  begin_member_array (builder, "days");
  for (guint i = 0; i < proof->days->len; i++)
    {
      const BrightProofDay *day = g_ptr_array_index (proof->days, i);

      json_builder_begin_object (builder);
      add_text (builder, "day", day->day);
      add_number (builder, "store", day->store);
      add_number (builder, "linked", day->linked);
      add_number (builder, "filtered", day->filtered);
      add_number (builder, "held", day->held);
      add_number (builder, "attention", day->attention);
      add_proof_money (builder, day->money);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_flag (builder, "complete", proof->is_complete);
  return end_object (builder);
}

static void
add_problem (JsonBuilder *builder, const char *setting, const char *code, const char *message)
{
  json_builder_begin_object (builder);
  add_text (builder, "setting", setting);
  add_text (builder, "code", code);
  add_text (builder, "message", message);
  json_builder_end_object (builder);
}

static void
add_platforms (JsonBuilder *builder, const BrightCheck *check)
{
  begin_member_object (builder, "bigcommerce");
  if (check != NULL)
    {
      add_text_or_null (builder, "name", check->store_name);
      add_text_or_null (builder, "plan", check->store_plan);
      add_text_or_null (builder, "currency", check->store_currency);
    }
  json_builder_end_object (builder);
  begin_member_object (builder, "brightpearl");
  if (check != NULL)
    {
      add_text_or_null (builder, "currency", check->account_currency);
      add_text_or_null (builder, "time-zone", check->account_time_zone);
    }
  json_builder_end_object (builder);
}

static void
add_problems (JsonBuilder *builder, const char *name, GPtrArray *problems)
{
  begin_member_array (builder, name);
  for (guint i = 0; i < problems->len; i++)
    {
      const BrightCheckProblem *problem = g_ptr_array_index (problems, i);

      add_problem (builder, problem->setting, problem->code, problem->message);
    }
  json_builder_end_array (builder);
}

char *
bright_output_check_json (const BrightCheck *check)
{
  g_autoptr (JsonBuilder) builder = begin_object ();

  add_flag (builder, "ok", check->problems->len == 0);
  add_platforms (builder, check);
  add_problems (builder, "problems", check->problems);
  add_problems (builder, "warnings", check->warnings);
  return end_object (builder);
}

/* "orders.warehouse-id: expected a number" names its setting before the colon. */
static void
add_line_as_problem (JsonBuilder *builder, const char *code, const char *line)
{
  const char *colon = strstr (line, ": ");
  g_autofree char *setting = colon != NULL ? g_strndup (line, colon - line) : NULL;
  gboolean is_key = setting != NULL && strchr (setting, ' ') == NULL;

  if (*line != '\0')
    add_problem (builder, is_key ? setting : "", code, is_key ? colon + strlen (": ") : line);
}

char *
bright_output_error_json (const GError *error, gboolean as_check)
{
  g_autoptr (JsonBuilder) builder = begin_object ();
  const char *code = error->domain == BRIGHT_ERROR ? bright_error_name (error->code)
                     : bright_error_is_cancelled (error) ? "cancelled"
                                                         : "bug";

  if (as_check)
    {
      g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

      add_flag (builder, "ok", FALSE);
      add_platforms (builder, NULL);
      begin_member_array (builder, "problems");
      for (char **line = lines; *line != NULL; line++)
        add_line_as_problem (builder, code, *line);
      json_builder_end_array (builder);
    }
  begin_member_object (builder, "error");
  add_text (builder, "code", code);
  add_text (builder, "message", error->message);
  json_builder_end_object (builder);
  return end_object (builder);
}
