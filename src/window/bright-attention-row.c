/* The rows of what needs a person for one cause.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-attention-row.h"

#include <glib/gi18n.h>

gboolean
bright_attention_row_is_order (const BrightSubject *subject)
{
  return g_str_has_prefix (subject->subject, "order ");
}

GtkWidget *
bright_attention_row_new (const BrightSubject *subject)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, subject->number);
  g_autofree char *title = NULL;

  if (bright_attention_row_is_order (subject) && subject->title[0] != '\0')
    /* Translators: the number of an order, and the customer. */
    title = g_strdup_printf (_ ("Order %s · %s"), number, subject->title);
  else if (bright_attention_row_is_order (subject))
    title = g_strdup_printf (_ ("Order %s"), number);
  else
    title = g_strdup (subject->subject);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subject->message);
  if (bright_attention_row_is_order (subject))
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-order");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", number);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

GtkWidget *
bright_attention_row_new_for_all (const char *code, guint n_orders)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title
      = g_strdup_printf (ngettext ("Show All %u Order", "Show All %u Orders", n_orders), n_orders);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "orders.show-cause");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", code);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}
