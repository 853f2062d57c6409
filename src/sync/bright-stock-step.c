/* The step that sets stock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-stock-decide.h"

#include "bright-time.h"

#include <glib/gi18n.h>
#include <string.h>

/* A plan names so many SKUs and counts the rest. */
#define SHOWN_SKUS 50

static gboolean
is_kept_by_product (const BrightStockItem *item)
{
  return strcmp (item->tracking, "product") == 0;
}

static void
write_item (JsonBuilder *builder, const BrightStockItem *item, gint64 location_id)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "location_id");
  json_builder_add_int_value (builder, location_id);
  json_builder_set_member_name (builder,
                                is_kept_by_product (item) ? "product_id" : "variant_id");
  json_builder_add_int_value (builder,
                              is_kept_by_product (item) ? item->product_id : item->variant_id);
  json_builder_set_member_name (builder, "quantity");
  json_builder_add_int_value (builder, item->target);
  json_builder_end_object (builder);
}

static char *
write_body (GPtrArray *changes, guint offset, guint count, gint64 location_id, gint64 time)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *now = bright_time_format (time);
  g_autofree char *reason = g_strdup_printf ("Brightpearl %s", now);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "reason");
  json_builder_add_string_value (builder, reason);
  json_builder_set_member_name (builder, "items");
  json_builder_begin_array (builder);
  for (guint i = offset; i < offset + count; i++)
    write_item (builder, changes->pdata[i], location_id);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return bright_json_to_string (root);
}

static char *
list_levels (GPtrArray *changes, guint offset, guint count, gboolean after)
{
  GString *text = g_string_new (NULL);
  guint shown = MIN (count, SHOWN_SKUS);

  for (guint i = offset; i < offset + shown; i++)
    {
      const BrightStockItem *item = changes->pdata[i];

      g_string_append_printf (text, "%s%s: %" G_GINT64_FORMAT, i > offset ? ", " : "", item->sku,
                              after ? item->target : item->level);
    }
  if (count > shown)
    {
      guint rest = count - shown;

      g_string_append_printf (text, ngettext (", and %u more", ", and %u more", rest), rest);
    }
  return g_string_free (text, FALSE);
}

static void
set_text (char **field, char *text)
{
  g_free (*field);
  *field = text;
}

BrightStep *
bright_stock_step_new (GPtrArray *changes,
                       guint offset,
                       guint count,
                       gint64 location_id,
                       gint64 time)
{
  BrightStep *step = bright_record_new (&bright_step_type);
  const BrightStockItem *first = changes->pdata[offset];

  set_text (&step->subject, g_strdup ("stock"));
  set_text (&step->flow, g_strdup ("stock"));
  set_text (&step->platform, g_strdup (bright_platform_name (BRIGHT_PLATFORM_BIGCOMMERCE)));
  set_text (&step->kind, g_strdup (BRIGHT_STEP_SET_STOCK));
  set_text (&step->verb, g_strdup ("set-stock"));
  set_text (&step->summary,
            count == 1 ? g_strdup_printf (_ ("Set the stock of %s"), first->sku)
                       : g_strdup_printf (ngettext ("Set the stock of %u product",
                                                    "Set the stock of %u products", count),
                                          count));
  set_text (&step->before, list_levels (changes, offset, count, FALSE));
  set_text (&step->after, list_levels (changes, offset, count, TRUE));
  set_text (&step->method, g_strdup ("PUT"));
  set_text (&step->path, g_strdup ("/v3/inventory/adjustments/absolute"));
  set_text (&step->body, write_body (changes, offset, count, location_id, time));
  return step;
}

/* Whether a word follows another with nothing but blanks between, and stands by itself. */
static gboolean
is_followed (const char *words, const char *name, const char *value)
{
  for (const char *found = strstr (words, name); found != NULL; found = strstr (found + 1, name))
    {
      const char *rest = found + strlen (name);

      rest += strspn (rest, " :=\"'");
      if (rest > found + strlen (name) && g_str_has_prefix (rest, value)
          && strchr (" ,;]\"'", rest[strlen (value)]) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
bright_stock_is_named (const BrightStockItem *item, const char *words)
{
  g_autofree char *variant = g_strdup_printf ("%" G_GINT64_FORMAT, item->variant_id);
  g_autofree char *product = g_strdup_printf ("%" G_GINT64_FORMAT, item->product_id);

  return is_followed (words, "variant_id", variant)
         || (is_kept_by_product (item) && is_followed (words, "product_id", product))
         || (item->sku[0] != '\0' && is_followed (words, "sku", item->sku));
}
