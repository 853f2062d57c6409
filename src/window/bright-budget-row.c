/* A row that tells how much of a platform's budget of requests is used.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-budget-row.h"

#include "bright-flow-words.h"

#include <glib/gi18n.h>

#define LEVEL_WIDTH 120
#define MINUTE 60

struct _BrightBudgetRow
{
  AdwActionRow parent_instance;

  GtkWidget *level;
};

G_DEFINE_FINAL_TYPE (BrightBudgetRow, bright_budget_row, ADW_TYPE_ACTION_ROW)

char *
bright_budget_words (const BrightBudget *budget)
{
  g_autofree char *used = NULL;
  g_autofree char *sent = NULL;

  if (budget->limit == 0)
    return g_strdup (_ ("Not asked yet"));
  if (budget->window_seconds == MINUTE)
    used = g_strdup_printf (_ ("%u of %u this minute"), budget->used, budget->limit);
  else
    used = g_strdup_printf (
        ngettext ("%u of %u in %u second", "%u of %u in %u seconds", budget->window_seconds),
        budget->used, budget->limit, budget->window_seconds);
  sent = g_strdup_printf ("%" G_GUINT64_FORMAT, budget->sent);
  /* Translators: e.g. "34 of 200 this minute", then a number of requests */
  return g_strdup_printf (_ ("%s · %s since the start"), used, sent);
}

static void
bright_budget_row_class_init (BrightBudgetRowClass *klass)
{
}

static void
bright_budget_row_init (BrightBudgetRow *self)
{
  self->level = gtk_level_bar_new ();
  gtk_widget_set_size_request (self->level, LEVEL_WIDTH, -1);
  gtk_widget_set_valign (self->level, GTK_ALIGN_CENTER);
  /* A full bar is nothing good here. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (self->level), GTK_LEVEL_BAR_OFFSET_FULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->level);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
}

void
bright_budget_row_show (BrightBudgetRow *self, BrightPlatform platform, const BrightBudget *budget)
{
  const char *name = bright_platform_words (bright_platform_name (platform));
  g_autofree char *words = NULL;

  g_return_if_fail (BRIGHT_IS_BUDGET_ROW (self) && budget != NULL);

  words = bright_budget_words (budget);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->level), MAX (budget->limit, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->level), MIN (budget->used, budget->limit));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}
