/* The parts of an order's pane: rows for its sides, its timeline and the answers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-order-sections.h"

#include "bright-toast.h"
#include "bright-words.h"

#include <glib/gi18n.h>

#define MOST_ENTRIES 200

void
bright_order_section_clear (BrightOrderSection *section)
{
  g_clear_pointer (&section->shown, g_free);
  section->rows = NULL;
}

/* Whether there is something else to show than before; then the rows are gone. */
static gboolean
begin (BrightOrderSection *section, GString *text, gboolean is_empty)
{
  gtk_widget_set_visible (GTK_WIDGET (section->group), !is_empty);
  if (g_strcmp0 (section->shown, text->str) == 0)
    return FALSE;
  g_free (section->shown);
  section->shown = g_strdup (text->str);
  if (section->rows != NULL)
    adw_preferences_group_remove (section->group, section->rows);
  section->rows = NULL;
  return !is_empty;
}

static GtkWidget *
add_list (BrightOrderSection *section)
{
  section->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (section->rows), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (section->rows, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (section->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (section->group), -1);
  adw_preferences_group_add (section->group, section->rows);
  return section->rows;
}

/* ---- Both sides ---- */

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Two halves beside each other, at any width. */
static GtkWidget *
make_halves (const char *store, const char *brightpearl, const char *css_class)
{
  GtkWidget *halves = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (halves), TRUE);
  gtk_box_append (GTK_BOX (halves), make_label (store, css_class));
  gtk_box_append (GTK_BOX (halves), make_label (brightpearl, css_class));
  return halves;
}

static GtkWidget *
append_row (GtkWidget *list, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  return box;
}

static const char *
something (const char *text)
{
  return text[0] != '\0' ? text : "–";
}

static void
append_side (GtkWidget *list, const BrightOrderSide *side)
{
  /* Translators: what a screen reader says of one line of an order's two sides: what it is, what
   * the store has and what Brightpearl has. */
  g_autofree char *words
      = g_strdup_printf (side->differs ? _ ("%s differs: %s in the store, %s in Brightpearl")
                                       : _ ("%s: %s in the store, %s in Brightpearl"),
                         side->label, something (side->store), something (side->brightpearl));
  GtkWidget *box = append_row (list, words);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (side->label, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (head), label);
  if (side->differs)
    {
      GtkWidget *mark = gtk_label_new (_ ("≠ differs"));

      gtk_widget_add_css_class (mark, "caption-heading");
      gtk_box_append (GTK_BOX (head), mark);
    }
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box),
                  make_halves (something (side->store), something (side->brightpearl), "numeric"));
}

void
bright_order_section_show_sides (BrightOrderSection *section, GPtrArray *sides)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < sides->len; i++)
    {
      const BrightOrderSide *side = sides->pdata[i];

      g_string_append_printf (text, "%s\n%s\n%s\n%d\n", side->label, side->store, side->brightpearl,
                              side->differs);
    }
  if (!begin (section, text, sides->len == 0))
    return;
  list = add_list (section);
  gtk_box_append (GTK_BOX (append_row (list, _ ("BigCommerce, Brightpearl"))),
                  make_halves (_ ("BigCommerce"), _ ("Brightpearl"), "heading"));
  for (guint i = 0; i < sides->len; i++)
    append_side (list, sides->pdata[i]);
}

/* ---- What happened ---- */

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  return row;
}

static void
append_entry (GtkWidget *list, const BrightActivity *entry)
{
  g_autofree char *time = bright_words_for_time (entry->time);
  g_autofree char *subtitle = entry->detail[0] != '\0'
                                  ? g_strdup_printf ("%s · %s", time, entry->detail)
                                  : g_strdup (time);

  gtk_list_box_append (GTK_LIST_BOX (list), make_row (entry->what, subtitle));
}

void
bright_order_section_show_timeline (BrightOrderSection *section, GPtrArray *timeline)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint first = timeline->len > MOST_ENTRIES ? timeline->len - MOST_ENTRIES : 0;
  GtkWidget *list;

  for (guint i = first; i < timeline->len; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT "\n",
                            ((BrightActivity *)timeline->pdata[i])->id);
  if (!begin (section, text, timeline->len == 0))
    return;
  list = add_list (section);
  if (first > 0)
    {
      g_autofree char *words = g_strdup_printf (
          ngettext ("%u earlier entry is not shown", "%u earlier entries are not shown", first),
          first);

      gtk_list_box_append (GTK_LIST_BOX (list), make_row (words, ""));
    }
  for (guint i = first; i < timeline->len; i++)
    append_entry (list, timeline->pdata[i]);
}

/* ---- What the platforms said ---- */

static void
free_text (gpointer text, GClosure *closure)
{
  g_free (text);
}

static void
on_copy (GtkWidget *button, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
  bright_toast_show (button, _ ("Copied."));
}

static GtkWidget *
make_copy_button (const char *text)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Copy"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_copy), g_strdup (text), free_text, 0);
  return button;
}

static GtkWidget *
make_text (const char *title, const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_monospace (GTK_TEXT_VIEW (view), TRUE);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 240);
  return scroller;
}

/* Laying out a long text takes a while, and few are looked at. */
static void
on_expanded (AdwExpanderRow *row, GParamSpec *spec, const char *text)
{
  if (g_object_get_data (G_OBJECT (row), "is-filled") != NULL)
    return;
  g_object_set_data (G_OBJECT (row), "is-filled", row);
  adw_expander_row_add_row (
      row, make_text (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), text));
}

static void
append_answer (GtkWidget *list, const BrightRawAnswer *answer)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), answer->title);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), make_copy_button (answer->text));
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (on_expanded), g_strdup (answer->text),
                         free_text, 0);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

void
bright_order_section_show_answers (BrightOrderSection *section, GPtrArray *answers)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < answers->len; i++)
    {
      const BrightRawAnswer *answer = answers->pdata[i];

      g_string_append_printf (text, "%s\n%s\n", answer->title, answer->text);
    }
  if (!begin (section, text, answers->len == 0))
    return;
  list = add_list (section);
  for (guint i = 0; i < answers->len; i++)
    append_answer (list, answers->pdata[i]);
}
