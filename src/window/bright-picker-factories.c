/* How a drop-down shows what a platform has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-picker-factories.h"

#include "bright-reference-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#define WORDS_KEY "bright-words"

/* So wide is a drop-down if it can be, in characters, and at least. */
#define NATURAL_WIDTH 22
#define LEAST_WIDTH 11
#define NARROW_WIDTH 3
#define LIST_WIDTH 34

static const char *
get_name (BrightChoice *choice)
{
  const char *name = bright_choice_get_name (choice);

  return name[0] != '\0' ? name : bright_choice_get_code (choice);
}

char *
bright_choice_name (BrightChoice *choice, BrightChoiceWords words)
{
  const char *name = get_name (choice);
  const char *code = bright_choice_get_code (choice);
  const char *detail = bright_choice_get_detail (choice);

  if (words == BRIGHT_CHOICE_CODE && code[0] != '\0' && strcmp (code, name) != 0)
    return g_strdup_printf ("%s %s", code, name);
  if (words == BRIGHT_CHOICE_DETAIL && detail[0] != '\0' && strcmp (detail, name) != 0)
    return g_strdup_printf ("%s (%s)", name, detail);
  return g_strdup (name);
}

char *
bright_choice_describe (BrightChoice *choice, BrightChoiceWords words)
{
  const char *detail = bright_choice_get_detail (choice);
  g_autofree char *name = bright_choice_name (choice, words);
  g_autoptr (GString) description = g_string_new (name);

  if (words != BRIGHT_CHOICE_DETAIL && detail[0] != '\0' && strcmp (detail, name) != 0)
    g_string_append_printf (description, " (%s)", detail);
  if (bright_choice_get_inactive (choice))
    g_string_append_printf (description, " – %s", _ ("switched off"));
  return g_string_free (g_steal_pointer (&description), FALSE);
}

static GtkWidget *
make_label (int least, int natural)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), least);
  gtk_label_set_max_width_chars (GTK_LABEL (label), natural);
  return label;
}

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer least)
{
  gtk_list_item_set_child (item, make_label (GPOINTER_TO_INT (least), NATURAL_WIDTH));
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer words)
{
  g_autofree char *name
      = bright_choice_name (gtk_list_item_get_item (item), GPOINTER_TO_INT (words));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
}

static void
setup_string_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, make_label (LEAST_WIDTH, NATURAL_WIDTH));
}

static void
bind_string_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (string));
}

GtkListItemFactory *
bright_ellipsis_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_string_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_string_cb), NULL);
  return factory;
}

/* ---- The list ---- */

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (row), make_label (LEAST_WIDTH, LIST_WIDTH));
  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  gtk_box_append (GTK_BOX (row), tick);
  gtk_list_item_set_child (item, row);
}

static void
show_tick (GtkListItem *item, GParamSpec *pspec, GtkDropDown *control)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (
      tick, gtk_drop_down_get_selected_item (control) == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
on_selected (GtkDropDown *control, GParamSpec *pspec, GtkListItem *item)
{
  show_tick (item, pspec, control);
}

/* How the drop-down shows what it has. */
static BrightChoiceWords
get_words (GtkDropDown *control)
{
  return (BrightChoiceWords)GPOINTER_TO_INT (g_object_get_data (G_OBJECT (control), WORDS_KEY));
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *words
      = bright_choice_describe (gtk_list_item_get_item (item), get_words (control));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (row)), words);
  /* A drop-down's list is as narrow as it can be. */
  gtk_label_set_width_chars (GTK_LABEL (gtk_widget_get_first_child (row)),
                             MIN ((int) g_utf8_strlen (words, -1) + 1, LIST_WIDTH));
  show_tick (item, NULL, control);
  g_signal_connect_object (control, "notify::selected-item", G_CALLBACK (on_selected), item, 0);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GtkDropDown *control)
{
  g_signal_handlers_disconnect_by_func (control, on_selected, item);
}

void
bright_picker_factories_set (GtkDropDown *control, BrightChoiceWords words, gboolean is_narrow)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb),
                    GINT_TO_POINTER (is_narrow ? NARROW_WIDTH : LEAST_WIDTH));
  g_signal_connect (button, "bind", G_CALLBACK (bind_button_cb), GINT_TO_POINTER (words));
  g_object_set_data (G_OBJECT (control), WORDS_KEY, GINT_TO_POINTER (words));
  g_signal_connect (list, "setup", G_CALLBACK (setup_row_cb), control);
  g_signal_connect (list, "bind", G_CALLBACK (bind_row_cb), control);
  g_signal_connect (list, "unbind", G_CALLBACK (unbind_row_cb), control);
  gtk_drop_down_set_factory (control, button);
  gtk_drop_down_set_list_factory (control, list);
}
