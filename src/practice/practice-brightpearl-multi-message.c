/* Brightpearl's multi-message: up to ten writes in one request.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-brightpearl.h"
#include "practice-counts.h"

#define MOST_PARTS 10

static void
check_messages (JsonNode *body, JsonArray *messages, PracticeAnswer *answer)
{
  static const char *const modes[] = { "SEQUENTIAL", "PARALLEL", NULL };
  static const char *const reactions[] = { "STOP", "CONTINUE", NULL };
  const char *mode = bright_json_get_string (body, "processingMode");
  const char *reaction = bright_json_get_string (body, "onFail");
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  if (mode == NULL || !g_strv_contains (modes, mode))
    practice_refuse (answer, 400, "CMNC-050", "processingMode must be SEQUENTIAL or PARALLEL");
  if (reaction == NULL || !g_strv_contains (reactions, reaction))
    practice_refuse (answer, 400, "CMNC-051", "onFail must be STOP or CONTINUE");
  if (messages == NULL || json_array_get_length (messages) == 0
      || json_array_get_length (messages) > MOST_PARTS)
    {
      practice_refuse (answer, 400, "CMNC-052", "There must be 1 to %d messages", MOST_PARTS);
      return;
    }
  for (guint i = 0; i < json_array_get_length (messages); i++)
    {
      JsonNode *message = json_array_get_element (messages, i);
      const char *label = bright_json_get_string (message, "label");

      if (label == NULL || !g_hash_table_add (labels, (gpointer) label))
        practice_refuse (answer, 400, "CMNC-053", "Every message needs a label of its own");
      if (bright_json_get_string (message, "uri") == NULL
          || bright_json_get_string (message, "httpMethod") == NULL)
        practice_refuse (answer, 400, "CMNC-054", "Every message needs a uri and an httpMethod");
    }
}

/* The parts of @uri's path, and its query. */
static char **
split_uri (const char *uri, GHashTable **query)
{
  const char *mark = strchr (uri, '?');
  g_autofree char *path = mark != NULL ? g_strndup (uri, (gsize) (mark - uri)) : g_strdup (uri);
  char **segments;

  if (g_str_has_suffix (path, "/"))
    path[strlen (path) - 1] = '\0';
  segments = g_strsplit (path[0] == '/' ? path + 1 : path, "/", -1);
  *query = soup_form_decode (mark != NULL ? mark + 1 : "");
  return segments;
}

static void
run_part (PracticeWorld *world, JsonNode *message, PracticeAnswer *answer)
{
  static const char *const methods[] = { "POST", "PUT", "DELETE", NULL };
  const char *method = bright_json_get_string (message, "httpMethod");
  const char *uri = bright_json_get_string (message, "uri");
  g_autoptr (GHashTable) query = NULL;
  g_auto (GStrv) segments = split_uri (uri, &query);
  PracticeRequest request = {
    .method = method,
    .segments = segments,
    .n_segments = g_strv_length (segments),
    .query = query,
    .body = bright_json_get (message, "body"),
    .in_multi_message = TRUE,
  };

  if (!g_strv_contains (methods, method))
    practice_refuse (answer, 405, "CMNC-405", "Method %s is not supported here", method);
  else if (uri[0] != '/' || segments[0] == NULL || strcmp (segments[0], "multi-message") == 0)
    practice_refuse (answer, 400, "CMNC-055", "The uri must begin with a service");
  else
    practice_account_handle (world, &request, answer);
  practice_counts_part (world->counts, &request, uri, answer);
}

static JsonObject *
part_view (JsonNode *message, const PracticeAnswer *answer)
{
  JsonObject *view = json_object_new ();
  JsonObject *body = json_object_new ();
  g_autofree char *plain = answer->body != NULL ? json_to_string (answer->body, FALSE) : NULL;
  g_autofree char *text = practice_escape_json (plain != NULL ? plain : "");

  practice_set_text (view, "label", bright_json_get_string (message, "label"));
  json_object_set_int_member (view, "statusCode", answer->status);
  json_object_set_string_member (body, "content", text);
  json_object_set_object_member (view, "body", body);
  return view;
}

void
practice_post_multi_message (PracticeWorld *world,
                             const PracticeRequest *request,
                             PracticeAnswer *answer)
{
  JsonArray *messages = bright_json_get_array (request->body, "messages");
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  JsonObject *response;
  JsonArray *processed;
  JsonArray *unprocessed;
  gboolean failed = FALSE;
  gboolean stops;

  check_messages (request->body, messages, answer);
  if (practice_is_refused (answer))
    return;
  stops = strcmp (bright_json_get_string (request->body, "onFail"), "STOP") == 0;
  for (guint i = 0; i < json_array_get_length (messages); i++)
    g_ptr_array_add (order, json_array_get_element (messages, i));
  if (strcmp (bright_json_get_string (request->body, "processingMode"), "PARALLEL") == 0)
    practice_shuffle (world->account, order);
  processed = json_array_new ();
  unprocessed = json_array_new ();
  for (guint i = 0; i < order->len; i++)
    {
      PracticeAnswer part = { 0 };

      if (failed && stops)
        {
          json_array_add_string_element (unprocessed,
                                         bright_json_get_string (order->pdata[i], "label"));
          continue;
        }
      run_part (world, order->pdata[i], &part);
      failed = failed || part.status != 200;
      json_array_add_object_element (processed, part_view (order->pdata[i], &part));
      g_clear_pointer (&part.body, json_node_unref);
    }
  response = json_object_new ();
  json_object_set_array_member (response, "processedMessages", processed);
  json_object_set_array_member (response, "unprocessedMessages", unprocessed);
  practice_respond (answer, practice_object_node (response));
  answer->status = failed ? 207 : 200;
}
