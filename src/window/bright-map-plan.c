/* What a map lacks: pure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-plan.h"

#include "bright-mapping.h"
#include "bright-money.h"
#include "bright-sync-insight.h"

#include <string.h>

static void
unmapped_free (gpointer data)
{
  BrightUnmapped *unmapped = data;

  g_free (unmapped->left);
  g_free (unmapped->name);
  g_free (unmapped->suggestion);
  g_free (unmapped->suggestion_name);
  g_free (unmapped);
}

static gboolean
is_same_text (const char *one, const char *other)
{
  g_autofree char *folded_one = g_utf8_casefold (one, -1);
  g_autofree char *folded_other = g_utf8_casefold (other, -1);

  return strcmp (g_strstrip (folded_one), g_strstrip (folded_other)) == 0;
}

static gboolean
is_rate (const BrightMapSpec *spec)
{
  return g_strcmp0 (spec->seen, "tax-rate") == 0;
}

gboolean
bright_map_plan_is_same_left (const BrightMapSpec *spec, const char *one, const char *other)
{
  BrightMoney one_rate;
  BrightMoney other_rate;

  if (is_rate (spec) && bright_money_parse (one, &one_rate, NULL)
      && bright_money_parse (other, &other_rate, NULL))
    return one_rate == other_rate;
  return is_same_text (one, other);
}

static gboolean
is_mapped (const BrightMapSpec *spec, GPtrArray *rows, const char *left)
{
  for (guint i = 0; i < rows->len; i++)
    if (bright_map_plan_is_same_left (spec, bright_mapping_get_left (rows->pdata[i]), left))
      return TRUE;
  return FALSE;
}

static gboolean
is_planned (const BrightMapSpec *spec, GPtrArray *plan, const char *left)
{
  for (guint i = 0; i < plan->len; i++)
    if (bright_map_plan_is_same_left (spec, ((BrightUnmapped *)plan->pdata[i])->left, left))
      return TRUE;
  return FALSE;
}

/* A side that is a text has the names of what there is. */
static char *
dup_value (const BrightReferenceSpec *spec, BrightChoice *choice)
{
  if (spec->kind == NULL)
    return g_strdup (bright_choice_get_name (choice));
  return spec->by_code ? g_strdup (bright_choice_get_code (choice))
                       : g_strdup_printf ("%" G_GINT64_FORMAT, bright_choice_get_id (choice));
}

/* A tax code fits a rate if it has that rate; anything else if it has the same name or code. */
static gboolean
fits (const BrightMapSpec *spec, const BrightUnmapped *unmapped, BrightChoice *choice)
{
  if (is_rate (spec))
    return bright_choice_get_detail (choice)[0] != '\0'
           && bright_map_plan_is_same_left (spec, unmapped->left,
                                            bright_choice_get_detail (choice));
  return is_same_text (unmapped->name, bright_choice_get_name (choice))
         || (bright_choice_get_code (choice)[0] != '\0'
             && is_same_text (unmapped->left, bright_choice_get_code (choice)));
}

/* Suggests what is the only one to fit. */
static void
suggest (const BrightMapSpec *spec, BrightUnmapped *unmapped, GListModel *right)
{
  g_autoptr (BrightChoice) found = NULL;

  for (guint i = 0; right != NULL && i < g_list_model_get_n_items (right); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (right, i);

      if (bright_choice_get_inactive (choice) || !fits (spec, unmapped, choice))
        continue;
      if (found != NULL)
        return;
      found = g_steal_pointer (&choice);
    }
  if (found == NULL)
    return;
  unmapped->suggestion = dup_value (&spec->right.reference, found);
  unmapped->suggestion_name = g_strdup (bright_choice_get_name (found));
}

/* A text on the right side is suggested in the very words that orders have. */
static void
suggest_words (const BrightMapSpec *spec, BrightUnmapped *unmapped, GPtrArray *seen)
{
  for (guint i = 0; seen != NULL && i < seen->len; i++)
    {
      const BrightSeen *entry = seen->pdata[i];

      if (strcmp (entry->kind, spec->offered) == 0 && is_same_text (entry->value, unmapped->name))
        {
          unmapped->suggestion = g_strdup (entry->value);
          unmapped->suggestion_name = g_strdup (entry->value);
          return;
        }
    }
}

static BrightUnmapped *
add (GPtrArray *plan, char *left, const char *name, guint orders)
{
  BrightUnmapped *unmapped = g_new0 (BrightUnmapped, 1);

  unmapped->left = left;
  unmapped->name = g_strdup (name);
  unmapped->orders = orders;
  g_ptr_array_add (plan, unmapped);
  return unmapped;
}

static const char *
find_name (const BrightMapSpec *spec, GListModel *list, const char *value)
{
  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      /* The list keeps it. */
      g_autoptr (BrightChoice) choice = g_list_model_get_item (list, i);
      g_autofree char *own = dup_value (&spec->left.reference, choice);

      if (strcmp (own, value) == 0)
        return bright_choice_get_name (choice);
    }
  return value;
}

GPtrArray *
bright_map_plan_unmapped (const BrightMapSpec *spec,
                          GPtrArray *rows,
                          GListModel *left,
                          GListModel *right,
                          GPtrArray *seen)
{
  GPtrArray *plan = g_ptr_array_new_with_free_func (unmapped_free);

  for (guint i = 0; seen != NULL && spec->seen != NULL && i < seen->len; i++)
    {
      const BrightSeen *entry = seen->pdata[i];

      if (strcmp (entry->kind, spec->seen) == 0 && !is_mapped (spec, rows, entry->value)
          && !is_planned (spec, plan, entry->value))
        add (plan, g_strdup (entry->value), find_name (spec, left, entry->value), entry->orders);
    }
  for (guint i = 0; left != NULL && i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (left, i);
      g_autofree char *value = dup_value (&spec->left.reference, choice);

      if (!bright_choice_get_inactive (choice) && !is_mapped (spec, rows, value)
          && !is_planned (spec, plan, value))
        add (plan, g_steal_pointer (&value), bright_choice_get_name (choice), 0);
    }
  for (guint i = 0; i < plan->len; i++)
    {
      BrightUnmapped *unmapped = plan->pdata[i];

      if (spec->offered != NULL)
        suggest_words (spec, unmapped, seen);
      if (unmapped->suggestion == NULL)
        suggest (spec, unmapped, right);
    }
  return plan;
}
