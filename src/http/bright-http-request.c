/* A request: how it comes, how it is cancelled, how it is settled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-http-private.h"

#include "bright-error.h"

#include <string.h>

/* Answers the caller, as the last thing: the callback may do anything. */
void
bright_http_request_settle (BrightHttpRequest *request, BrightHttpAnswer *answer, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&request->task);
  BrightHttpEndpoint *endpoint = request->endpoint;

  bright_http_endpoint_move (request, BRIGHT_HTTP_ENDING);
  g_clear_signal_handler (&request->cancelled_handler, request->cancellable);
  g_clear_object (&request->cancellable);
  g_clear_pointer (&request->body, g_bytes_unref);
  g_clear_pointer (&request->uri, g_uri_unref);
  g_free (request);
  bright_http_endpoint_pump (endpoint);
  if (answer != NULL)
    g_task_return_pointer (task, bright_http_answer_ref (answer),
                           (GDestroyNotify) bright_http_answer_unref);
  else
    g_task_return_error (task, error);
}

void
bright_http_request_settle_cancelled (BrightHttpRequest *request)
{
  bright_http_request_settle (request, NULL,
                              g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                   "the request was cancelled"));
}

static gboolean
settle_when_idle (gpointer data)
{
  bright_http_request_settle_cancelled (data);
  return G_SOURCE_REMOVE;
}

void
bright_http_request_cancel (BrightHttpRequest *request)
{
  if (request->cancelled || request->state == BRIGHT_HTTP_ENDING)
    return;
  request->cancelled = TRUE;
  if (request->state == BRIGHT_HTTP_SENDING)
    {
      bright_http_attempt_stop (request->attempt);
      return;
    }
  /* Later, for whoever cancels does not expect to be called back meanwhile. */
  bright_http_endpoint_move (request, BRIGHT_HTTP_ENDING);
  g_idle_add_full (G_PRIORITY_DEFAULT, settle_when_idle, request, NULL);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  bright_http_request_cancel (data);
}

static BrightHttpRequest *
make_request (BrightHttpEndpoint *self, const char *method, const char *body, GTask *task)
{
  BrightHttpRequest *request = g_new0 (BrightHttpRequest, 1);

  request->link.data = request;
  request->endpoint = self;
  request->task = task;
  request->number = ++self->last_number;
  request->state = BRIGHT_HTTP_ENDING;
  request->method = g_intern_string (method);
  if (body != NULL)
    request->body = g_bytes_new (body, strlen (body));
  request->queued = bright_clock_get_monotonic (self->clock);
  return request;
}

void
bright_http_endpoint_send_async (BrightHttpEndpoint *self,
                                 const char *method,
                                 const char *path,
                                 const char *body,
                                 gint64 version,
                                 BrightHttpSafety safety,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  g_autofree char *url = NULL;
  BrightHttpRequest *request;
  GTask *task;

  g_return_if_fail (BRIGHT_IS_HTTP_ENDPOINT (self) && method != NULL);
  g_return_if_fail (path != NULL && path[0] == '/');
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  /* The task does not look at the cancellable: an effect that happened is told. */
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, bright_http_endpoint_send_async);
  request = make_request (self, method, body, task);
  request->version = version;
  request->safety = safety;
  url = g_strconcat (self->base_url, path, NULL);
  request->uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  if (request->uri == NULL)
    bright_http_request_settle (request, NULL,
                                g_error_new (BRIGHT_ERROR, BRIGHT_ERROR_BUG,
                                             "the path of a %s request is not well formed",
                                             method));
  else if (self->closed || g_cancellable_is_cancelled (cancellable))
    bright_http_request_settle_cancelled (request);
  else
    {
      if (cancellable != NULL)
        {
          request->cancellable = g_object_ref (cancellable);
          request->cancelled_handler
              = g_signal_connect (cancellable, "cancelled", G_CALLBACK (on_cancelled), request);
        }
      bright_http_endpoint_move (request, BRIGHT_HTTP_WAITING);
      bright_http_endpoint_pump (self);
    }
}

BrightHttpAnswer *
bright_http_endpoint_send_finish (BrightHttpEndpoint *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
