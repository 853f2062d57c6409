/* Checked access to JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-json.h"

#include "bright-error.h"

#include <math.h>
#include <string.h>

/* Beyond this a double no longer tells apart all amounts of 1/10000. */
#define MAXIMUM_EXACT_NUMBER 1e11

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, reason);
  return FALSE;
}

/* The parser makes -1 of an integer beyond 64 bits. Moves end behind the number. */
static gboolean
check_number (const char *text, gsize length, gsize *end, GError **error)
{
  static const char largest[] = "9223372036854775807";
  const gsize start = *end;
  gboolean whole = TRUE;
  gsize digits;

  for (; *end < length && (g_ascii_isalnum (text[*end]) || strchr ("+-.", text[*end]) != NULL);
       (*end)++)
    whole = whole && g_ascii_isdigit (text[*end]);
  digits = *end - start;
  if (whole
      && (digits >= sizeof largest
          || (digits == sizeof largest - 1 && memcmp (text + start, largest, digits) > 0)))
    return refuse (error, "JSON holds a number that is too large");
  return TRUE;
}

/* The parser recurses, so nesting is counted before it sees the text. */
static gboolean
check_shape (const char *text, gsize length, GError **error)
{
  guint depth = 0;
  gboolean in_string = FALSE;
  gsize i = 0;

  while (i < length)
    {
      if (!in_string && g_ascii_isdigit (text[i]))
        {
          if (!check_number (text, length, &i, error))
            return FALSE;
          continue;
        }
      if (in_string && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        in_string = !in_string;
      else if (!in_string && (text[i] == '{' || text[i] == '['))
        {
          if (++depth > BRIGHT_JSON_MAXIMUM_DEPTH)
            return refuse (error, "JSON is nested too deeply");
        }
      else if (!in_string && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      i++;
    }
  return TRUE;
}

JsonNode *
bright_json_parse (const char *text, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) failure = NULL;
  JsonNode *root;
  gsize size;

  g_return_val_if_fail (text != NULL || length == 0, NULL);

  size = length < 0 ? strlen (text) : (gsize) length;
  if (size == 0)
    return refuse (error, "the text is empty, JSON was expected"), NULL;
  if (size > BRIGHT_JSON_MAXIMUM_BYTES)
    return refuse (error, "JSON is too large"), NULL;
  /* Also finds zero bytes, at which the parser would silently stop. */
  if (!g_utf8_validate (text, (gssize) size, NULL))
    return refuse (error, "JSON is not valid UTF-8"), NULL;
  if (!check_shape (text, size, error))
    return NULL;
  parser = json_parser_new ();
  if (!json_parser_load_from_data (parser, text, (gssize) size, &failure))
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_BAD_ANSWER, "not JSON: %s", failure->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    refuse (error, "the text holds no JSON");
  return root;
}

char *
bright_json_to_string (JsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return json_to_string (node, FALSE);
}

JsonNode *
bright_json_get (JsonNode *node, const char *path)
{
  g_return_val_if_fail (path != NULL, NULL);

  while (node != NULL && *path != '\0')
    {
      const char *slash = strchrnul (path, '/');
      g_autofree char *name = g_strndup (path, (gsize) (slash - path));

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return NULL;
      node = json_object_get_member (json_node_get_object (node), name);
      path = *slash == '/' ? slash + 1 : slash;
    }
  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static JsonNode *
find (JsonNode *node, const char *path)
{
  return path != NULL ? bright_json_get (node, path) : node;
}

JsonObject *
bright_json_get_object (JsonNode *node, const char *path)
{
  node = find (node, path);
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
bright_json_get_array (JsonNode *node, const char *path)
{
  node = find (node, path);
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
bright_json_get_string (JsonNode *node, const char *path)
{
  node = find (node, path);
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

gboolean
bright_json_read_integer (JsonNode *node, gint64 *value)
{
  GType type;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  type = json_node_get_value_type (node);
  if (type == G_TYPE_INT64)
    {
      *value = json_node_get_int (node);
      return TRUE;
    }
  if (type == G_TYPE_DOUBLE)
    {
      double number = json_node_get_double (node);

      if (!(fabs (number) < 9e15) || number != floor (number))
        return FALSE;
      *value = (gint64) number;
      return TRUE;
    }
  return type == G_TYPE_STRING
         && g_ascii_string_to_signed (json_node_get_string (node), 10, G_MININT64, G_MAXINT64,
                                      value, NULL);
}

gint64
bright_json_get_integer (JsonNode *node, const char *path, gint64 fallback)
{
  gint64 value;

  node = find (node, path);
  return node != NULL && bright_json_read_integer (node, &value) ? value : fallback;
}

gboolean
bright_json_read_money (JsonNode *node, BrightMoney *amount, GError **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type == G_TYPE_STRING)
    return bright_money_parse (json_node_get_string (node), amount, error);
  if (type == G_TYPE_INT64)
    return !__builtin_mul_overflow (json_node_get_int (node), BRIGHT_MONEY_UNIT, amount)
           || refuse (error, "an amount of money is too large");
  if (type == G_TYPE_DOUBLE)
    {
      double number = json_node_get_double (node);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      if (!(fabs (number) < MAXIMUM_EXACT_NUMBER))
        return refuse (error, "an amount of money is too large");
      return bright_money_parse (g_ascii_formatd (text, sizeof text, "%.4f", number), amount,
                                 error);
    }
  return refuse (error, "expected an amount of money");
}

char *
bright_json_read_text (JsonNode *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (type == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_strdup (g_ascii_dtostr (text, sizeof text, json_node_get_double (node)));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  return NULL;
}
