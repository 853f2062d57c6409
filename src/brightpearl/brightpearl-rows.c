/* Rows of searches, which are positional, as objects with names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "brightpearl-rows.h"

#include "bright-error.h"

static gboolean
refuse (GError **error, const char *reason, const char *name)
{
  g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "%s%s", reason, name);
  return FALSE;
}

static char **
read_column_names (JsonNode *response)
{
  JsonArray *columns = bright_json_get_array (response, "metaData/columns");
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; columns != NULL && i < json_array_get_length (columns); i++)
    {
      const char *name = bright_json_get_string (json_array_get_element (columns, i), "name");

      g_strv_builder_add (names, name != NULL ? name : "");
    }
  return g_strv_builder_end (names);
}

/* A column that is silently missing would look like so many empty values. */
static gboolean
check_columns (char **names, const char *columns, GError **error)
{
  g_auto (GStrv) needed = g_strsplit (columns, ",", -1);

  for (char **column = needed; *column != NULL; column++)
    if (!g_strv_contains ((const char *const *) names, *column))
      return refuse (error, "the search gave no column ", *column);
  return TRUE;
}

static JsonNode *
name_row (JsonArray *row, char **names)
{
  g_autoptr (JsonObject) object = json_object_new ();

  for (guint i = 0; i < json_array_get_length (row) && names[i] != NULL; i++)
    json_object_set_member (object, names[i], json_node_copy (json_array_get_element (row, i)));
  return json_node_init_object (json_node_alloc (), object);
}

static gboolean
read_more (JsonNode *response, guint n_rows)
{
  JsonNode *more = bright_json_get (response, "metaData/morePagesAvailable");

  /* A page without rows leads nowhere, whatever it says. */
  if (n_rows == 0)
    return FALSE;
  if (more != NULL && JSON_NODE_HOLDS_VALUE (more)
      && json_node_get_value_type (more) == G_TYPE_BOOLEAN)
    return json_node_get_boolean (more);
  return n_rows >= BRIGHTPEARL_PAGE_SIZE;
}

GPtrArray *
brightpearl_read_rows (JsonNode *response, const char *columns, gboolean *more, GError **error)
{
  JsonArray *results = bright_json_get_array (response, "results");
  g_auto (GStrv) names = read_column_names (response);
  g_autoptr (GPtrArray) rows = NULL;
  guint n_rows;

  if (results == NULL)
    return refuse (error, "the search gave no results", ""), NULL;
  n_rows = json_array_get_length (results);
  if (n_rows > 0 && !check_columns (names, columns, error))
    return NULL;
  rows = g_ptr_array_new_full (n_rows, (GDestroyNotify) json_node_unref);
  for (guint i = 0; i < n_rows; i++)
    {
      JsonArray *row = bright_json_get_array (json_array_get_element (results, i), NULL);

      if (row == NULL)
        return refuse (error, "a row of the search is no list", ""), NULL;
      g_ptr_array_add (rows, name_row (row, names));
    }
  *more = read_more (response, n_rows);
  return g_steal_pointer (&rows);
}

static JsonNode *
enter_list (JsonNode *node)
{
  JsonArray *list = bright_json_get_array (node, NULL);

  if (list == NULL)
    return node;
  return json_array_get_length (list) > 0 ? json_array_get_element (list, 0) : NULL;
}

static JsonNode *
find_value (JsonNode *node, const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);

  for (char **name = names; *name != NULL && node != NULL; name++)
    node = bright_json_get (enter_list (node), *name);
  return node;
}

JsonNode *
brightpearl_rename_members (JsonNode *object, const BrightpearlName *names)
{
  g_autoptr (JsonObject) renamed = json_object_new ();

  for (const BrightpearlName *name = names; name->from != NULL; name++)
    {
      JsonNode *value = find_value (object, name->from);

      if (value != NULL)
        json_object_set_member (renamed, name->to, json_node_copy (value));
    }
  return json_node_init_object (json_node_alloc (), renamed);
}

GList *
brightpearl_list_objects (JsonNode *response)
{
  JsonArray *list = bright_json_get_array (response, NULL);
  JsonObject *map = bright_json_get_object (response, NULL);

  if (list != NULL)
    return json_array_get_elements (list);
  return map != NULL ? json_object_get_values (map) : NULL;
}
