/* Asking BigCommerce and reading the answer off the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bigcommerce-ask.h"

#include "bigcommerce-judge.h"
#include "bright-error.h"
#include "bright-time.h"

/* A truncated answer is a fault of the way, so a read is worth another try. */
#define MAXIMUM_RETRIES 8

typedef struct
{
  char *method;
  char *path;
  char *body;
  BrightHttpSafety safety;
  BigcommerceReader reader;
  gconstpointer data;
  GDestroyNotify free_result;
  guint retries;
  guint status;
  GBytes *answer;
  gint64 server_time;
  gboolean is_json; /* set by the worker thread */
} Asking;

static void send_question (GTask *task);

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->method);
  g_free (asking->path);
  g_free (asking->body);
  g_clear_pointer (&asking->answer, g_bytes_unref);
  g_free (asking);
}

/* An empty answer to a read or a creation was cut off, unless its status says so. */
static gboolean
may_be_empty (const Asking *asking)
{
  return asking->status == 204
         || (g_str_equal (asking->method, "PUT") || g_str_equal (asking->method, "DELETE"));
}

static void
read_in_thread (GTask *reading, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *asking = data;
  gsize length;
  const char *text = g_bytes_get_data (asking->answer, &length);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  gpointer result;

  if (length == 0 && may_be_empty (asking))
    root = json_node_new (JSON_NODE_NULL);
  else
    root = bright_json_parse (text, (gssize) length, &error);
  asking->is_json = root != NULL;
  result = root != NULL ? asking->reader (root, asking->data, &error) : NULL;
  if (result != NULL)
    g_task_return_pointer (reading, result, asking->free_result);
  else
    g_task_return_error (reading, g_steal_pointer (&error));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer value = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_pointer (&asking->answer, g_bytes_unref);
  if (value != NULL)
    g_task_return_pointer (task, value, asking->free_result);
  else if (asking->safety != BRIGHT_HTTP_READ)
    g_task_return_new_error (task, BRIGHT_ERROR, BRIGHT_ERROR_OUTCOME_UNKNOWN,
                             "the answer cannot be read: %s", error->message);
  else if (!asking->is_json && asking->retries++ < MAXIMUM_RETRIES)
    send_question (g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_server_time (BigcommerceClient *self, Asking *asking, const BrightHttpAnswer *answer)
{
  const char *date = bright_http_answer_get_header (answer, "Date");

  if (date == NULL || !bright_time_parse (date, &asking->server_time, NULL))
    asking->server_time = bright_clock_get_seconds (self->clock);
}

static void
on_sent (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  BigcommerceClient *self = g_task_get_source_object (task);
  Asking *asking = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (BrightHttpAnswer) answer = NULL;
  g_autoptr (GTask) reading = NULL;

  answer = bright_http_endpoint_send_finish (BRIGHT_HTTP_ENDPOINT (source), result, &error);
  if (answer == NULL)
    {
      if (g_error_matches (error, BRIGHT_ERROR, BRIGHT_ERROR_SCOPE_MISSING))
        g_prefix_error (&error, "the token lacks the scope \"%s\"%s: ",
                        bigcommerce_scope_of (asking->path),
                        asking->safety == BRIGHT_HTTP_READ ? "" : " (modify)");
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  asking->status = bright_http_answer_get_status (answer);
  asking->answer = g_bytes_ref (bright_http_answer_get_body (answer));
  read_server_time (self, asking, answer);

  /* Without a source: the worker may drop the last reference to this task, which
   * must not be the last one to the client. */
  reading = g_task_new (NULL, NULL, on_read, g_steal_pointer (&task));
  g_task_set_source_tag (reading, on_sent);
  g_task_set_task_data (reading, asking, NULL);
  g_task_run_in_thread (reading, read_in_thread);
}

/* Takes @task. */
static void
send_question (GTask *task)
{
  BigcommerceClient *self = g_task_get_source_object (task);
  const Asking *asking = g_task_get_task_data (task);
  g_autofree char *path = g_strconcat (self->prefix, asking->path, NULL);

  bright_http_endpoint_send_async (self->endpoint, asking->method, path, asking->body, 0,
                                   asking->safety, g_task_get_cancellable (task), on_sent, task);
}

void
bigcommerce_client_ask_async (BigcommerceClient *self,
                              const BigcommerceQuestion *question,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Asking *asking = g_new0 (Asking, 1);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  asking->method = g_strdup (question->method != NULL ? question->method : "GET");
  asking->path = g_strdup (question->path);
  asking->body = g_strdup (question->body);
  asking->safety = question->safety;
  asking->reader = question->reader;
  asking->data = question->data;
  asking->free_result = question->free_result;
  g_task_set_source_tag (task, bigcommerce_client_ask_async);
  g_task_set_task_data (task, asking, asking_free);
  /* What was done stays done, and its answer matters, even if nobody waits any more. */
  g_task_set_check_cancellable (task, FALSE);
  send_question (task);
}

gpointer
bigcommerce_client_ask_finish (BigcommerceClient *self,
                               GAsyncResult *result,
                               gint64 *server_time,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (server_time != NULL)
    *server_time = ((Asking *) g_task_get_task_data (G_TASK (result)))->server_time;
  return g_task_propagate_pointer (G_TASK (result), error);
}
