/* The parts of a multi-message: how they are written and what became of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-parts.h"

#include "bright-error.h"
#include "brightpearl-judge.h"

#include <string.h>

static void
append_text (GString *message, const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);
  g_autofree char *quoted = bright_json_to_string (node);

  g_string_append (message, quoted);
}

char *
brightpearl_write_parts (GPtrArray *steps, guint first, guint count)
{
  GString *message = g_string_new ("{\"processingMode\":\"SEQUENTIAL\",\"onFail\":\"CONTINUE\","
                                   "\"messages\":[");

  for (guint i = 0; i < count; i++)
    {
      const BrightStep *step = steps->pdata[first + i];

      g_string_append_printf (message, "%s{\"label\":\"%u\",\"uri\":", i > 0 ? "," : "", i);
      append_text (message, step->path);
      g_string_append (message, ",\"httpMethod\":");
      append_text (message, step->method);
      /* The body is JSON already; a part must have one, be it empty. */
      g_string_append_printf (message, ",\"body\":%s}",
                              step->body[0] != '\0' ? step->body : "{}");
    }
  g_string_append (message, "]}");
  return g_string_free (message, FALSE);
}

static BrightOutcome *
make_outcome (BrightOutcomeKind kind, BrightError cause, const char *message)
{
  return bright_outcome_new (kind, NULL, g_error_new_literal (BRIGHT_ERROR, (int) cause, message));
}

/* What a part that was done answered. As for a request of its own, an empty
 * answer to a creation leaves open what was created. */
static BrightOutcome *
read_done (const BrightStep *step, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonNode *response;

  if (content[0] == '\0' && !g_str_equal (step->method, "POST"))
    return bright_outcome_new (BRIGHT_OUTCOME_DONE, json_node_new (JSON_NODE_NULL), NULL);
  root = bright_json_parse (content, -1, &error);
  if (root == NULL)
    return make_outcome (BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN, error->message);
  response = brightpearl_read_response (root, &error);
  if (response == NULL)
    return bright_outcome_new_for_error (g_steal_pointer (&error));
  return bright_outcome_new (BRIGHT_OUTCOME_DONE, response, NULL);
}

static BrightOutcome *
read_part (const BrightStep *step, JsonNode *part)
{
  gint64 status = bright_json_get_integer (part, "statusCode", 0);
  JsonNode *node = bright_json_get (part, "body/content");
  g_autofree char *content = NULL;
  GError *error = NULL;

  if (node != NULL)
    content = JSON_NODE_HOLDS_VALUE (node) ? bright_json_read_text (node)
                                           : bright_json_to_string (node);
  if (content == NULL)
    content = g_strdup ("");
  if (status < 200 || status > 599)
    return make_outcome (BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN,
                         "a part of the answer has no status");
  switch (brightpearl_judge ((guint) status, content, strlen (content), &error))
    {
    case BRIGHT_HTTP_DONE:
      return read_done (step, content);
    case BRIGHT_HTTP_REFUSED:
      return bright_outcome_new_for_error (error);
    case BRIGHT_HTTP_THROTTLED:
      return make_outcome (BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_THROTTLED, content);
    case BRIGHT_HTTP_BROKEN:
    default:
      return bright_outcome_new (BRIGHT_OUTCOME_UNKNOWN, NULL, error);
    }
}

/* The number that a label stands for; @count where it is none of ours. */
static guint
read_label (JsonNode *node, guint count)
{
  gint64 label = bright_json_get_integer (node, NULL, -1);

  return label >= 0 && label < count ? (guint) label : count;
}

static void
settle (GPtrArray *outcomes, guint index, BrightOutcome *outcome)
{
  g_clear_pointer ((BrightOutcome **) &outcomes->pdata[index], bright_outcome_free);
  outcomes->pdata[index] = outcome;
}

GPtrArray *
brightpearl_read_parts (JsonNode *response, GPtrArray *steps, guint first, guint count)
{
  GPtrArray *outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) bright_outcome_free);
  JsonArray *done = bright_json_get_array (response, "processedMessages");
  JsonArray *skipped = bright_json_get_array (response, "unprocessedMessages");

  g_ptr_array_set_size (outcomes, (int) count);
  for (guint i = 0; skipped != NULL && i < json_array_get_length (skipped); i++)
    {
      guint index = read_label (json_array_get_element (skipped, i), count);

      if (index < count)
        settle (outcomes, index,
                make_outcome (BRIGHT_OUTCOME_UNSENT, BRIGHT_ERROR_REFUSED,
                              "it was skipped, for another part of the message failed"));
    }
  for (guint i = 0; done != NULL && i < json_array_get_length (done); i++)
    {
      JsonNode *part = json_array_get_element (done, i);
      guint index = read_label (bright_json_get (part, "label"), count);

      if (index < count)
        settle (outcomes, index, read_part (steps->pdata[first + index], part));
    }
  for (guint i = 0; i < count; i++)
    if (outcomes->pdata[i] == NULL)
      settle (outcomes, i,
              make_outcome (BRIGHT_OUTCOME_UNKNOWN, BRIGHT_ERROR_OUTCOME_UNKNOWN,
                            "the answer says nothing about this part"));
  return outcomes;
}
