/* What is said about the rows of a map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-map-notes.h"

#include "bright-bank-account.h"
#include "bright-mapping.h"
#include "bright-reference-picker.h"
#include "bright-settings-effect.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a value of the left side is called; itself if nobody knows. */
char *
bright_map_name_left (const BrightMapSpec *map, GListModel *left, const char *value)
{
  const BrightReferenceSpec *spec = &map->left.reference;

  if (spec->none != NULL && strcmp (spec->none_value, value) == 0)
    return g_strdup (_ (spec->none));
  for (guint i = 0; spec->kind != NULL && i < g_list_model_get_n_items (left); i++)
    {
      g_autoptr (BrightChoice) choice = g_list_model_get_item (left, i);
      g_autofree char *number
          = g_strdup_printf ("%" G_GINT64_FORMAT, bright_choice_get_id (choice));

      if (strcmp (spec->by_code ? bright_choice_get_code (choice) : number, value) == 0)
        return bright_choice_name (choice, spec->words);
    }
  return g_strdup (value);
}

void
bright_map_note_unmapped (BrightMapRow *row, const BrightUnmapped *unmapped)
{
  g_autofree char *orders = NULL;
  g_autoptr (GString) note = g_string_new (NULL);

  if (unmapped->orders > 0)
    {
      orders = bright_settings_count_words (unmapped->orders);
      /* Translators: a number of orders, e.g. "37 orders" */
      g_string_append_printf (note, _ ("⚠ In no row yet: %s."), orders);
    }
  if (unmapped->suggestion_name != NULL)
    {
      if (note->len > 0)
        g_string_append_c (note, ' ');
      /* Translators: what a row could have on its right side */
      g_string_append_printf (note, _ ("Suggested: %s."), unmapped->suggestion_name);
    }
  bright_map_row_set_note (row, note->len > 0 ? note->str : NULL, unmapped->orders > 0);
}

/* Whether a row above says already what this one wants to; in a map for both ways it may differ. */
static gboolean
is_repeated (const BrightMapSpec *spec, GPtrArray *rows, guint index)
{
  const char *left = bright_mapping_get_left (rows->pdata[index]);
  const char *right = bright_mapping_get_right (rows->pdata[index]);
  gboolean is_two_way = strcmp (spec->arrow, "↔") == 0;

  for (guint i = 0; i < index; i++)
    if (bright_map_plan_is_same_left (spec, bright_mapping_get_left (rows->pdata[i]), left)
        && (!is_two_way || strcmp (bright_mapping_get_right (rows->pdata[i]), right) == 0))
      return TRUE;
  return FALSE;
}

void
bright_map_note_mapped (BrightMapRow *row,
                        BrightSettingsDesk *desk,
                        const BrightMapSpec *spec,
                        GPtrArray *rows,
                        guint index)
{
  BrightMapping *mapping = rows->pdata[index];
  GPtrArray *seen = bright_settings_desk_get_seen (desk);
  g_autofree char *warning = NULL;
  g_autofree char *orders = NULL;
  g_autofree char *note = NULL;
  guint n_orders;

  if (g_strcmp0 (spec->right.reference.kind, "payment-method") == 0)
    warning = bright_bank_account_warn (bright_settings_desk_get_choices (desk),
                                        bright_mapping_get_right (mapping));
  if (bright_map_row_is_gone (row))
    note = g_strdup (_ ("⚠ Part of this row no longer exists."));
  else if (is_repeated (spec, rows, index))
    note = g_strdup (_ ("⚠ A row above says it already."));
  else if (warning != NULL)
    note = g_strdup_printf ("⚠ %s", warning);
  if (note != NULL)
    {
      bright_map_row_set_note (row, note, TRUE);
      return;
    }
  n_orders = spec->seen != NULL
                 ? bright_seen_count (seen, spec->seen, bright_mapping_get_left (mapping))
                 : 0;
  orders = bright_settings_count_words (n_orders);
  bright_map_row_set_note (row, n_orders > 0 ? orders : NULL, FALSE);
}
