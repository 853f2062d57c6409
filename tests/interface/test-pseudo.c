/* Tests that everything which people see is translated, and has room when it is longer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The window speaks a language in which every message stands in brackets and is
 * about 40 % longer. Every view is walked in a wide and in a narrow window.
 */
#include "bright-window.h"
#include "interface.h"
#include "pseudo-words.h"

#include <string.h>

#define NARROW 360
#define WIDE 1000

typedef struct
{
  PseudoWords *words;
  Practice *practice;
  Profile *profile;
  GtkWidget *window;
  GHashTable *findings; /* each of them is told once */
  const char *view;
  int width;
} Fixture;

/* What GTK and libadwaita themselves say; they have translations of their own. */
static const char *const foreign_words[] = { "Close", "Minimize", "Maximize", "Restore", "Back" };

static void
set_up (Fixture *fixture, gconstpointer settings)
{
  fixture->practice = practice_start ("--orders", "30", NULL);
  practice_place_order (fixture->practice, "missing-sku");
  pseudo_words_learn (fixture->words, fixture->practice);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->window = g_object_ref_sink (GTK_WIDGET (bright_window_new (NULL, FALSE)));
  bright_window_set_service (BRIGHT_WINDOW (fixture->window), fixture->profile->service);
  fixture->findings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  profile_sync_and_forget (fixture->profile);
  interface_settle (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  interface_await_finalized (fixture->profile, fixture->window);
  g_clear_pointer (&fixture->findings, g_hash_table_unref);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

/* From the widget up to the window, with names where there are any. */
static char *
describe_path (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      const char *type = G_OBJECT_TYPE_NAME (widget);
      const char *name = gtk_widget_get_name (widget);

      g_string_append_printf (path, "%s%s", path->len > 0 ? " < " : "", type);
      if (strcmp (name, type) != 0)
        g_string_append_printf (path, " “%s”", name);
    }
  return g_string_free (path, FALSE);
}

static void
find_fault (Fixture *fixture, GtkWidget *widget, const char *what, const char *text)
{
  g_autofree char *path = describe_path (widget);
  char *finding = g_strdup_printf ("%s: “%s” in %s", what, text, path);

  if (!g_hash_table_add (fixture->findings, finding))
    return;
  g_test_message ("%s at %d: %s", fixture->view, fixture->width, finding);
  g_test_fail ();
}

static void
check_words (Fixture *fixture, GtkWidget *widget, const char *text)
{
  g_autofree char *foreign = NULL;

  if (text == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (foreign_words); i++)
    if (strcmp (text, foreign_words[i]) == 0)
      return;
  foreign = pseudo_words_find_foreign (fixture->words, text);
  if (foreign != NULL)
    {
      g_autofree char *what = g_strdup_printf ("not translated (%s)", foreign);

      find_fault (fixture, widget, what, text);
    }
}

/* What cuts off a widget that is too wide: the window, or what does not scroll sideways. */
static GtkWidget *
find_frame (GtkWidget *widget)
{
  for (widget = gtk_widget_get_parent (widget); widget != NULL && !GTK_IS_NATIVE (widget);
       widget = gtk_widget_get_parent (widget))
    {
      GtkPolicyType policy = GTK_POLICY_NEVER;

      if (!GTK_IS_SCROLLED_WINDOW (widget))
        continue;
      gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &policy, NULL);
      return policy == GTK_POLICY_NEVER ? widget : NULL;
    }
  return widget;
}

static void
check_room (Fixture *fixture, GtkWidget *label)
{
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  GtkWidget *frame = find_frame (label);
  graphene_rect_t bounds;
  int width;
  int height;

  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (label)), &width, &height);
  if (width > gtk_widget_get_width (label) + 1 || height > gtk_widget_get_height (label) + 1)
    find_fault (fixture, label, "clipped", text);
  else if (frame != NULL && gtk_widget_compute_bounds (label, frame, &bounds)
           && (bounds.origin.x < -1
               || bounds.origin.x + bounds.size.width > (float)gtk_widget_get_width (frame) + 1))
    find_fault (fixture, label, "beyond the edge", text);
}

/* Initials, and keys such as Ctrl+Q, which GTK translates. */
static gboolean
is_passed_over (GtkWidget *widget)
{
  return ADW_IS_AVATAR (widget) || strcmp (gtk_widget_get_css_name (widget), "accelerator") == 0;
}

static void
walk (Fixture *fixture, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || is_passed_over (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      check_words (fixture, widget, gtk_label_get_text (GTK_LABEL (widget)));
      check_room (fixture, widget);
    }
  if (GTK_IS_WINDOW (widget))
    check_words (fixture, widget, gtk_window_get_title (GTK_WINDOW (widget)));
  if (GTK_IS_PROGRESS_BAR (widget))
    check_words (fixture, widget, gtk_progress_bar_get_text (GTK_PROGRESS_BAR (widget)));
  check_words (fixture, widget, gtk_widget_get_tooltip_text (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (fixture, child);
}

typedef void (*Visit) (Fixture *fixture, GtkWidget *widget);

/* Visits what is mapped now; a visit may make more of it. */
static void
visit_all (Fixture *fixture, GtkWidget *widget, GType type, Visit visit)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    visit (fixture, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    visit_all (fixture, child, type, visit);
}

static void
expand (Fixture *fixture, GtkWidget *widget)
{
  g_object_set (widget, "expanded", TRUE, NULL);
}

static void
walk_menu (Fixture *fixture, GtkWidget *widget)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));

  /* Those inside of the pages hang beyond the screen of a narrow window, or are calendars. */
  if (popover == NULL || !gtk_widget_is_sensitive (widget)
      || gtk_widget_get_ancestor (widget, ADW_TYPE_HEADER_BAR) == NULL)
    return;
  gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
  interface_settle (fixture->profile);
  walk (fixture, GTK_WIDGET (popover));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (widget));
  interface_settle (fixture->profile);
}

static void
walk_tabs (Fixture *fixture, GtkWidget *widget)
{
  GtkNotebook *notebook = GTK_NOTEBOOK (widget);
  int shown = gtk_notebook_get_current_page (notebook);

  for (int i = 0; i < gtk_notebook_get_n_pages (notebook); i++)
    {
      gtk_notebook_set_current_page (notebook, i);
      interface_settle (fixture->profile);
      walk (fixture, widget);
    }
  gtk_notebook_set_current_page (notebook, shown);
}

/* Tabs that are a stack with a switcher; a page of the window's own stack is never one of them. */
static void
walk_stack (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *outer = gtk_widget_get_ancestor (gtk_widget_get_parent (widget), ADW_TYPE_VIEW_STACK);
  AdwViewStack *stack = ADW_VIEW_STACK (widget);
  GtkWidget *shown = adw_view_stack_get_visible_child (stack);
  g_autoptr (GtkSelectionModel) pages = adw_view_stack_get_pages (stack);

  for (guint i = 0; outer != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
    {
      gtk_selection_model_select_item (pages, i, TRUE);
      interface_settle (fixture->profile);
      walk (fixture, widget);
    }
  adw_view_stack_set_visible_child (stack, shown);
}

/* The innermost part that asks for more than the window has, even if what holds it hides that. */
static GtkWidget *
find_widest (GtkWidget *widget, int limit)
{
  int minimum;

  if (!gtk_widget_get_mapped (widget) || find_frame (widget) == NULL)
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *widest = GTK_IS_NATIVE (child) ? NULL : find_widest (child, limit);

      if (widest != NULL)
        return widest;
    }
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum > limit ? widget : NULL;
}

static void
walk_view (Fixture *fixture, const char *view, int width)
{
  GtkWidget *window = fixture->window;
  GtkWidget *widest;

  fixture->view = view;
  fixture->width = width;
  gtk_window_set_default_size (GTK_WINDOW (window), width, 720);
  gtk_widget_activate_action (window, "win.show-page", "s", view);
  interface_settle (fixture->profile);
  visit_all (fixture, window, ADW_TYPE_EXPANDER_ROW, expand);
  interface_settle (fixture->profile);
  walk (fixture, window);
  visit_all (fixture, window, GTK_TYPE_NOTEBOOK, walk_tabs);
  visit_all (fixture, window, ADW_TYPE_VIEW_STACK, walk_stack);
  visit_all (fixture, window, GTK_TYPE_MENU_BUTTON, walk_menu);
  widest = find_widest (gtk_widget_get_first_child (window), width);
  if (widest != NULL)
    find_fault (fixture, widest, "too wide", view);
}

static void
test_views (Fixture *fixture, gconstpointer unused)
{
  static const char *const views[] = { "home", "plan", "orders", "settings" };

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      walk_view (fixture, views[i], WIDE);
      walk_view (fixture, views[i], NARROW);
    }
}

static PseudoWords *language;

static void
set_up_with_language (Fixture *fixture, gconstpointer settings)
{
  fixture->words = language;
  if (language != NULL)
    set_up (fixture, settings);
}

static void
test_with_language (Fixture *fixture, gconstpointer settings)
{
  if (language != NULL)
    test_views (fixture, settings);
  else
    g_test_skip ("locales cannot be made here (package locales)");
}

static void
tear_down_with_language (Fixture *fixture, gconstpointer settings)
{
  if (language != NULL)
    tear_down (fixture, settings);
}

int
main (int argc, char **argv)
{
  int status;

  /* Before GTK reads the locale. */
  language = pseudo_words_speak ();
  interface_init (&argc, &argv);
  /* What one profile shows does not hide what the other does. */
  g_test_set_nonfatal_assertions ();
  g_test_add ("/pseudo/watch", Fixture, "{'schedule': {'mode': 'watch'}}", set_up_with_language,
              test_with_language, tear_down_with_language);
  g_test_add ("/pseudo/automatic", Fixture, NULL, set_up_with_language, test_with_language,
              tear_down_with_language);
  status = g_test_run ();
  g_clear_pointer (&language, pseudo_words_free);
  return status;
}
