/* How records become JSON in the practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "practice-store-json.h"

#include "bright-time.h"

#include <time.h>

char *
practice_store_mail_date (gint64 seconds)
{
  static const char days[7][4] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
  static const char months[12][4]
      = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  time_t moment = seconds;
  struct tm parts;

  if (seconds == 0 || gmtime_r (&moment, &parts) == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s, %02d %s %04d %02d:%02d:%02d +0000", days[parts.tm_wday],
                          parts.tm_mday, months[parts.tm_mon], parts.tm_year + 1900, parts.tm_hour,
                          parts.tm_min, parts.tm_sec);
}

JsonNode *
practice_store_object_node (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_take_object (node, object);
  return node;
}

JsonNode *
practice_store_array_node (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_take_array (node, array);
  return node;
}

void
practice_store_add_money (JsonObject *object,
                          const char *name,
                          BrightMoney amount,
                          gboolean as_number)
{
  char text[48];

  if (as_number && amount % BRIGHT_MONEY_UNIT == 0)
    json_object_set_int_member (object, name, amount / BRIGHT_MONEY_UNIT);
  else if (as_number)
    json_object_set_double_member (object, name, (double)amount / (double)BRIGHT_MONEY_UNIT);
  else
    {
      g_snprintf (text, sizeof text, "%s%" G_GINT64_FORMAT ".%04" G_GINT64_FORMAT,
                  amount < 0 ? "-" : "", ABS (amount) / BRIGHT_MONEY_UNIT,
                  ABS (amount) % BRIGHT_MONEY_UNIT);
      json_object_set_string_member (object, name, text);
    }
}

static void
add_constant (JsonObject *object, const PracticeField *field)
{
  switch (field->kind)
    {
    case PRACTICE_FIELD_NULL:
      json_object_set_null_member (object, field->name);
      break;
    case PRACTICE_FIELD_FALSE:
      json_object_set_boolean_member (object, field->name, FALSE);
      break;
    case PRACTICE_FIELD_ZERO:
      json_object_set_int_member (object, field->name, 0);
      break;
    case PRACTICE_FIELD_ONE:
      json_object_set_int_member (object, field->name, 1);
      break;
    case PRACTICE_FIELD_NO_MONEY:
      json_object_set_string_member (object, field->name, "0.0000");
      break;
    case PRACTICE_FIELD_EMPTY_LIST:
      json_object_set_array_member (object, field->name, json_array_new ());
      break;
    default:
      json_object_set_string_member (object, field->name, field->text);
      break;
    }
}

static void
add_date (JsonObject *object, const char *name, char *text)
{
  json_object_set_string_member (object, name, text);
  g_free (text);
}

static void
add_text (JsonObject *object, const char *name, const char *text, const char *fallback)
{
  if (text == NULL)
    text = fallback;
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

void
practice_store_add_fields (JsonObject *object,
                           const PracticeField *fields,
                           gsize n_fields,
                           gconstpointer record,
                           gboolean decimals_as_numbers)
{
  for (gsize i = 0; i < n_fields; i++)
    {
      const PracticeField *field = &fields[i];
      gconstpointer at = (const guint8 *)record + field->offset;

      switch (field->kind)
        {
        case PRACTICE_FIELD_TEXT:
          add_text (object, field->name, *(char *const *)at, "");
          break;
        case PRACTICE_FIELD_TEXT_OR_NULL:
          add_text (object, field->name, *(char *const *)at, NULL);
          break;
        case PRACTICE_FIELD_INTEGER:
          json_object_set_int_member (object, field->name, *(const gint64 *)at);
          break;
        case PRACTICE_FIELD_BOOLEAN:
          json_object_set_boolean_member (object, field->name, *(const gboolean *)at);
          break;
        case PRACTICE_FIELD_MONEY:
          practice_store_add_money (object, field->name, *(const BrightMoney *)at,
                                    decimals_as_numbers);
          break;
        case PRACTICE_FIELD_NUMBER:
          practice_store_add_money (object, field->name, *(const BrightMoney *)at, TRUE);
          break;
        case PRACTICE_FIELD_MAIL_DATE:
          add_date (object, field->name, practice_store_mail_date (*(const gint64 *)at));
          break;
        case PRACTICE_FIELD_DATE:
          add_date (object, field->name, bright_time_format (*(const gint64 *)at));
          break;
        default:
          add_constant (object, field);
          break;
        }
    }
}

BrightMoney
practice_store_read_money (JsonNode *node, const char *path, BrightMoney fallback)
{
  JsonNode *member = bright_json_get (node, path);
  BrightMoney amount;

  if (member == NULL || !bright_json_read_money (member, &amount, NULL))
    return fallback;
  return amount;
}

void
practice_store_replace_text (char **text, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}
