/* The practice store's own paths: what tests and the demo set and look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-server.h"

#include "bright-json.h"

#include "practice-account.h"

typedef void Control (PracticeServer *server, JsonNode *body, PracticeAnswer *answer);

static void
respond (PracticeAnswer *answer, guint status, const char *text)
{
  answer->status = status;
  answer->body = json_from_string (text, NULL);
}

static void
ping (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  respond (answer, 200, "{}");
}

static void
show_counts (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  answer->status = 200;
  answer->body = practice_counts_view (server->world->counts);
}

static void
reset_counts (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  practice_counts_reset (server->world->counts);
  respond (answer, 200, "{}");
}

static void
set_faults (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  const char *specification = bright_json_get_string (body, "spec");

  if (specification != NULL && practice_faults_set (server->faults, specification))
    respond (answer, 200, "{}");
  else
    respond (answer, 400, "{\"error\":\"spec must be a list of kind=probability\"}");
}

static void
set_limits (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  for (int platform = 0; platform < PRACTICE_N_PLATFORMS; platform++)
    {
      gint64 limit = bright_json_get_integer (body, practice_platform_name (platform), -1);

      if (limit >= 0)
        practice_limits_set (server->limits, platform, (guint) MIN (limit, G_MAXINT32));
    }
  respond (answer, 200, "{}");
}

static void
advance_clock (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  server->world->clock_offset += bright_json_get_integer (body, "advance", 0);
  respond (answer, 200, "{}");
}

static void
set_search_lag (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  server->world->account->search_lag = bright_json_get_integer (body, "seconds", 0);
  respond (answer, 200, "{}");
}

static void
lock_period (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  const char *until = bright_json_get_string (body, "until");
  gint64 moment = 0;

  if (until != NULL)
    practice_time_read (until, NULL, &moment);
  server->world->account->locked_until = moment;
  respond (answer, 200, "{}");
}

static void
set_token (PracticeServer *server,
           PracticePlatform platform,
           JsonNode *body,
           PracticeAnswer *answer)
{
  JsonNode *valid = bright_json_get (body, "valid");

  practice_access_set_valid (server->access, platform,
                             valid == NULL || !JSON_NODE_HOLDS_VALUE (valid)
                                 || json_node_get_boolean (valid));
  respond (answer, 200, "{}");
}

static void
set_bigcommerce_token (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  set_token (server, PRACTICE_BIGCOMMERCE, body, answer);
}

static void
set_brightpearl_token (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  set_token (server, PRACTICE_BRIGHTPEARL, body, answer);
}

static void
set_scopes (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  practice_access_set_scopes (server->access, bright_json_get_array (body, "scopes"));
  respond (answer, 200, "{}");
}

static void
set_services (PracticeServer *server, JsonNode *body, PracticeAnswer *answer)
{
  practice_access_set_services (server->access, bright_json_get_array (body, "services"));
  respond (answer, 200, "{}");
}

static const struct
{
  const char *method;
  const char *path;
  Control *control;
} controls[] = {
  { "GET", "ping", ping },
  { "GET", "counts", show_counts },
  { "POST", "counts/reset", reset_counts },
  { "POST", "faults", set_faults },
  { "POST", "limits", set_limits },
  { "POST", "clock", advance_clock },
  { "POST", "search-lag", set_search_lag },
  { "POST", "brightpearl/period-lock", lock_period },
  { "POST", "bigcommerce/tokens", set_bigcommerce_token },
  { "POST", "bigcommerce/scopes", set_scopes },
  { "POST", "brightpearl/tokens", set_brightpearl_token },
  { "POST", "brightpearl/services", set_services },
};

static void
send_writes (PracticeServer *server, SoupServerMessage *message)
{
  char *text = practice_counts_writes_text (server->world->counts);

  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, text,
                                    strlen (text));
}

/* Hands on what belongs to a platform; FALSE if it belongs to none. */
static gboolean
control_platform (PracticeServer *server, const PracticeRequest *request, PracticeAnswer *answer)
{
  PracticeRequest rest = *request;
  const char *first = request->n_segments > 0 ? request->segments[0] : "";

  if (request->n_segments < 2)
    return FALSE;
  rest.segments++;
  rest.n_segments--;
  if (strcmp (first, "bigcommerce") == 0)
    practice_store_control (server->world, &rest, answer);
  else if (strcmp (first, "brightpearl") == 0)
    practice_account_control (server->world, &rest, answer);
  else
    return FALSE;
  return TRUE;
}

void
practice_server_control (PracticeServer *server,
                         const PracticeRequest *request,
                         SoupServerMessage *message)
{
  g_autofree char *path = g_strjoinv ("/", request->segments);
  PracticeAnswer answer = { 0 };

  if (strcmp (path, "writes") == 0)
    {
      send_writes (server, message);
      return;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (controls) && answer.status == 0; i++)
    if (strcmp (request->method, controls[i].method) == 0
        && strcmp (path, controls[i].path) == 0)
      controls[i].control (server, request->body, &answer);
  if (answer.status == 0 && !control_platform (server, request, &answer))
    respond (&answer, 404, "{\"error\":\"there is no such control\"}");
  practice_server_send (message, PRACTICE_BIGCOMMERCE, &answer, FALSE);
}
