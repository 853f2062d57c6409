/* Several writes in one request.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes travel in groups: up to ten, as long as their bodies together are not
 * too large. A write that cannot be a part of a multi-message, or that would be
 * alone in one, is a request of its own. Groups are sent one after another.
 */
#include "brightpearl-client-private.h"

#include "bright-error.h"
#include "brightpearl-ask.h"
#include "brightpearl-parts.h"

#include <string.h>

/* The platform does not tell how large a body may be; a megabyte is reported to pass. */
#define LARGEST_GROUP (800 * 1000)

typedef struct
{
  GPtrArray *steps; /* (element-type BrightStep) */
  GPtrArray *outcomes; /* (element-type BrightOutcome): as far as there are any */
  guint count; /* of the steps in the group that is on its way */
} Sending;

static void send_group (GTask *task);

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  g_ptr_array_unref (sending->steps);
  g_clear_pointer (&sending->outcomes, g_ptr_array_unref);
  g_free (sending);
}

/* A part has no headers, so it cannot carry a version; nor can it be a PATCH. */
static gboolean
may_share (const BrightStep *step)
{
  return step->version == 0
         && (g_str_equal (step->method, "POST") || g_str_equal (step->method, "PUT")
             || g_str_equal (step->method, "DELETE"));
}

static guint
count_group (GPtrArray *steps, guint first)
{
  gsize size = 0;
  guint count = 0;

  for (guint i = first; i < steps->len && count < BRIGHTPEARL_MULTI_MESSAGE_PARTS; i++)
    {
      const BrightStep *step = steps->pdata[i];

      size += strlen (step->body);
      if (count > 0 && (size > LARGEST_GROUP || !may_share (step)))
        break;
      count++;
      if (!may_share (step))
        break;
    }
  return count;
}

/* An error of the whole request: a group that was lost is unknown, any other was
 * not sent. A step of its own may have been refused. Takes @error. */
static void
add_error (Sending *sending, GError *error)
{
  gboolean is_unknown = g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN);

  if (sending->count == 1)
    {
      g_ptr_array_add (sending->outcomes, bright_outcome_new_for_error (error));
      return;
    }
  for (guint i = 0; i < sending->count; i++)
    g_ptr_array_add (sending->outcomes,
                     bright_outcome_new (is_unknown ? BRIGHT_OUTCOME_UNKNOWN
                                                    : BRIGHT_OUTCOME_UNSENT,
                                         NULL, g_error_copy (error)));
  g_error_free (error);
}

/* After an error that stops the whole platform nothing more is sent. */
static void
give_up (Sending *sending, const GError *error)
{
  while (sending->outcomes->len < sending->steps->len)
    g_ptr_array_add (sending->outcomes,
                     bright_outcome_new (BRIGHT_OUTCOME_UNSENT, NULL, g_error_copy (error)));
}

static void
on_group (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Sending *sending = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) response = NULL;

  response = brightpearl_client_ask_finish (BRIGHTPEARL_CLIENT (source), result, &error);
  if (response == NULL)
    {
      add_error (sending, g_error_copy (error));
      if (bright_error_is_systemic (error))
        give_up (sending, error);
    }
  else if (sending->count == 1)
    g_ptr_array_add (sending->outcomes, bright_outcome_new (BRIGHT_OUTCOME_DONE,
                                                            g_steal_pointer (&response), NULL));
  else
    g_ptr_array_extend_and_steal (sending->outcomes,
                                  brightpearl_read_parts (response, sending->steps,
                                                          sending->outcomes->len,
                                                          sending->count));
  send_group (g_steal_pointer (&task));
}

/* Takes @task. */
static void
send_group (GTask *task)
{
  BrightpearlClient *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  guint first = sending->outcomes->len;
  BrightpearlQuestion question = { .method = "POST",
                                   .path = "/multi-message",
                                   .safety = BRIGHT_HTTP_ONCE,
                                   .reader = brightpearl_read_anything,
                                   .free_result = (GDestroyNotify) json_node_unref };
  g_autofree char *body = NULL;

  if (first >= sending->steps->len)
    {
      g_task_return_pointer (task, g_steal_pointer (&sending->outcomes),
                             (GDestroyNotify) g_ptr_array_unref);
      g_object_unref (task);
      return;
    }
  sending->count = count_group (sending->steps, first);
  if (sending->count == 1)
    {
      const BrightStep *step = sending->steps->pdata[first];

      question.method = step->method;
      question.path = step->path;
      question.body = step->body[0] != '\0' ? step->body : NULL;
      question.version = step->version;
    }
  else
    question.body = body = brightpearl_write_parts (sending->steps, first, sending->count);
  brightpearl_client_ask_async (self, &question, g_task_get_cancellable (task), on_group, task);
}

void
brightpearl_client_send_many_async (BrightpearlClient *self,
                                    GPtrArray *steps,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Sending *sending;
  GTask *task;

  g_return_if_fail (BRIGHTPEARL_IS_CLIENT (self) && steps != NULL);

  sending = g_new0 (Sending, 1);
  sending->steps = g_ptr_array_ref (steps);
  sending->outcomes = g_ptr_array_new_with_free_func ((GDestroyNotify) bright_outcome_free);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, brightpearl_client_send_many_async);
  g_task_set_task_data (task, sending, sending_free);
  /* What became of the steps matters even if nobody waits any more. */
  g_task_set_check_cancellable (task, FALSE);
  send_group (task);
}

GPtrArray *
brightpearl_client_send_many_finish (BrightpearlClient *self, GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
