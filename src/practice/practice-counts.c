/* What the practice store was asked, and every write that took effect.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-counts.h"

#define MOST_WRITES 100000

typedef struct
{
  gint64 requests;
  gint64 reads;
  gint64 writes;
  gint64 refused;
  gint64 throttled;
} Tally;

struct _PracticeCounts
{
  Tally tallies[PRACTICE_N_PLATFORMS];
  gint64 parts;
  GHashTable *routes; /* (element-type utf8 gint64): how often each was asked */
  GQueue writes;      /* (element-type utf8) (owned): JSON objects as text */
};

const char *
practice_platform_name (PracticePlatform platform)
{
  return platform == PRACTICE_BIGCOMMERCE ? "bigcommerce" : "brightpearl";
}

PracticeCounts *
practice_counts_new (void)
{
  PracticeCounts *counts = g_new0 (PracticeCounts, 1);

  counts->routes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_queue_init (&counts->writes);
  return counts;
}

void
practice_counts_free (PracticeCounts *counts)
{
  g_queue_clear_full (&counts->writes, g_free);
  g_hash_table_unref (counts->routes);
  g_free (counts);
}

void
practice_counts_reset (PracticeCounts *counts)
{
  memset (counts->tallies, 0, sizeof counts->tallies);
  counts->parts = 0;
  g_hash_table_remove_all (counts->routes);
  g_queue_clear_full (&counts->writes, g_free);
}

static gboolean
is_id_set (const char *segment)
{
  return (g_ascii_isdigit (segment[0]) || segment[0] == '*')
         && segment[strspn (segment, "0123456789-,.*")] == '\0';
}

static void
count_route (PracticeCounts *counts,
             PracticePlatform platform,
             const char *prefix,
             const char *method,
             char **segments)
{
  GString *route = g_string_new (practice_platform_name (platform));
  gint64 *count;

  g_string_append_printf (route, " %s%s ", prefix, method);
  for (char **segment = segments; *segment != NULL; segment++)
    g_string_append_printf (route, "%s%s", segment == segments ? "" : "/",
                            is_id_set (*segment) ? "{ids}" : *segment);
  count = g_hash_table_lookup (counts->routes, route->str);
  if (count != NULL)
    g_string_free (route, TRUE);
  else
    {
      count = g_new0 (gint64, 1);
      g_hash_table_insert (counts->routes, g_string_free (route, FALSE), count);
    }
  (*count)++;
}

static gboolean
is_read (const char *method)
{
  return strcmp (method, "GET") == 0 || strcmp (method, "HEAD") == 0
         || strcmp (method, "OPTIONS") == 0;
}

void
practice_counts_request (PracticeCounts *counts,
                         PracticePlatform platform,
                         const char *method,
                         char **segments)
{
  Tally *tally = &counts->tallies[platform];

  tally->requests++;
  if (is_read (method))
    tally->reads++;
  else
    tally->writes++;
  count_route (counts, platform, "", method, segments);
}

void
practice_counts_answer (PracticeCounts *counts,
                        PracticePlatform platform,
                        guint status,
                        gboolean throttled)
{
  Tally *tally = &counts->tallies[platform];

  if (throttled)
    tally->throttled++;
  else if (status >= 400)
    tally->refused++;
}

static void
add_node (GString *text, const char *name, JsonNode *node)
{
  g_autofree char *value = node != NULL ? json_to_string (node, FALSE) : g_strdup ("null");

  g_string_append_printf (text, ",\"%s\":%s", name, value);
}

void
practice_counts_write (PracticeCounts *counts,
                       PracticePlatform platform,
                       const char *method,
                       const char *path,
                       JsonNode *body,
                       const PracticeAnswer *answer)
{
  g_autoptr (JsonNode) path_node = NULL;
  GString *text;

  if (is_read (method) || answer->status >= 300 || answer->unchanged)
    return;
  text = g_string_new (NULL);
  path_node = json_node_init_string (json_node_alloc (), path);
  g_string_append_printf (text, "{\"platform\":\"%s\",\"method\":\"%s\"",
                          practice_platform_name (platform), method);
  add_node (text, "path", path_node);
  g_string_append_printf (text, ",\"status\":%u", answer->status);
  add_node (text, "body", body);
  add_node (text, "response", answer->body);
  g_string_append_c (text, '}');
  g_queue_push_tail (&counts->writes, g_string_free (text, FALSE));
  if (counts->writes.length > MOST_WRITES)
    g_free (g_queue_pop_head (&counts->writes));
}

void
practice_counts_part (PracticeCounts *counts,
                      const PracticeRequest *request,
                      const char *path,
                      const PracticeAnswer *answer)
{
  if (counts == NULL)
    return;
  counts->parts++;
  count_route (counts, PRACTICE_BRIGHTPEARL, "part ", request->method, request->segments);
  practice_counts_write (counts, PRACTICE_BRIGHTPEARL, request->method, path, request->body,
                         answer);
}

static JsonObject *
tally_view (const Tally *tally)
{
  JsonObject *view = json_object_new ();

  json_object_set_int_member (view, "requests", tally->requests);
  json_object_set_int_member (view, "reads", tally->reads);
  json_object_set_int_member (view, "writes", tally->writes);
  json_object_set_int_member (view, "refused", tally->refused);
  json_object_set_int_member (view, "throttled", tally->throttled);
  return view;
}

JsonNode *
practice_counts_view (const PracticeCounts *counts)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();
  JsonObject *brightpearl = tally_view (&counts->tallies[PRACTICE_BRIGHTPEARL]);
  JsonObject *routes = json_object_new ();
  GHashTableIter iter;
  gpointer route;
  gpointer count;

  json_object_set_int_member (brightpearl, "parts", counts->parts);
  json_object_set_object_member (root, "bigcommerce",
                                 tally_view (&counts->tallies[PRACTICE_BIGCOMMERCE]));
  json_object_set_object_member (root, "brightpearl", brightpearl);
  g_hash_table_iter_init (&iter, counts->routes);
  while (g_hash_table_iter_next (&iter, &route, &count))
    json_object_set_int_member (routes, route, *(gint64 *)count);
  json_object_set_object_member (root, "routes", routes);
  json_node_take_object (node, root);
  return node;
}

char *
practice_counts_writes_text (const PracticeCounts *counts)
{
  GString *text = g_string_new ("[");

  for (const GList *link = counts->writes.head; link != NULL; link = link->next)
    g_string_append_printf (text, "%s%s", link->prev != NULL ? "," : "", (char *) link->data);
  g_string_append_c (text, ']');
  return g_string_free (text, FALSE);
}
