/* Driving real widgets on a virtual display.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "interface.h"

#include <string.h>

#define LONGEST_WAIT (60 * G_USEC_PER_SEC)
#define TICK (20 * G_TIME_SPAN_MILLISECOND)
#define MOMENT 4

void
interface_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  /* GTK 4.8 warns of sizes that it makes up itself in very narrow windows. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  adw_init ();
}

static void
note_moment (gpointer data)
{
  *(gboolean *)data = TRUE;
}

/* Runs the main loop for a moment, in which the clock moves. */
static void
turn (Profile *profile)
{
  gboolean over = FALSE;

  if (profile != NULL)
    bright_clock_advance (profile->clock, TICK);
  g_timeout_add_once (MOMENT, note_moment, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
interface_wait (Profile *profile, InterfaceCondition condition, gpointer data, const char *what)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited in vain for: %s", what);
      turn (profile);
    }
}

void
interface_settle (Profile *profile)
{
  for (guint i = 0; i < 12; i++)
    turn (profile);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *)data == NULL;
}

void
interface_await_finalized (Profile *profile, gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  interface_wait (profile, is_gone, &weak, "an object to be finalised");
}

/* A text of a widget without the underscore of its mnemonic. */
static char *
read_text (GtkWidget *widget, const char *property)
{
  GParamSpec *spec = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), property);
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  if (spec == NULL || spec->value_type != G_TYPE_STRING || (spec->flags & G_PARAM_READABLE) == 0)
    return NULL;
  g_object_get (widget, property, &text, NULL);
  if (text == NULL)
    return NULL;
  parts = g_strsplit (text, "_", -1);
  return g_strjoinv ("", parts);
}

static gboolean
has_text (GtkWidget *widget, const char *text)
{
  static const char *const properties[] = { "label", "title", "text", "tooltip-text" };

  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      g_autofree char *own = read_text (widget, properties[i]);

      if (g_strcmp0 (own, text) == 0)
        return TRUE;
    }
  return FALSE;
}

GtkWidget *
interface_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || has_text (root, text)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = interface_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
interface_get (GtkWidget *root, GType type, const char *text)
{
  gint64 deadline = g_get_monotonic_time () + LONGEST_WAIT;
  GtkWidget *found;

  while ((found = interface_find (root, type, text)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("there is no %s “%s”", g_type_name (type), text != NULL ? text : "");
      turn (NULL);
    }
  return found;
}

GtkWidget *
interface_find_named_or_null (GtkWidget *root, const char *key)
{
  if (strcmp (gtk_widget_get_name (root), key) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = interface_find_named_or_null (child, key);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
interface_find_named (GtkWidget *root, const char *key)
{
  GtkWidget *found = interface_find_named_or_null (root, key);

  if (found == NULL)
    g_error ("there is no widget with the name %s", key);
  return found;
}

void
interface_click (GtkWidget *button)
{
  g_assert_true (gtk_widget_is_sensitive (button));
  /* Activating a button fires after a delay that shows it pressed; its signal does not. */
  if (GTK_IS_BUTTON (button))
    g_signal_emit_by_name (button, "clicked");
  else
    g_assert_true (gtk_widget_activate (button));
}

/* Whether a person can reach it by itself; parts of a control have its name. */
static gboolean
must_have_name (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_BUTTON (widget) && parent != NULL
      && (GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_SPIN_BUTTON (parent)
          || ADW_IS_SPLIT_BUTTON (parent)))
    return FALSE;
  if (parent != NULL && (GTK_IS_TEXT (widget) || GTK_IS_COLUMN_VIEW (parent)))
    return FALSE;
  if (GTK_IS_LIST_BASE (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_COMBO_ROW) != NULL)
    return FALSE;
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget)
         || GTK_IS_LIST_BASE (widget) || GTK_IS_COLUMN_VIEW (widget) || GTK_IS_SCALE (widget)
         || GTK_IS_PROGRESS_BAR (widget) || GTK_IS_DRAWING_AREA (widget) || GTK_IS_PICTURE (widget)
         || GTK_IS_EXPANDER (widget);
}

/* Labels of buttons and rows, and tooltips, become names by themselves. */
static gboolean
has_name (GtkWidget *widget)
{
  static const char *const own[] = { "label", "title", "tooltip-text" };
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (own); i++)
    {
      g_autofree char *text = read_text (widget, own[i]);

      if (text != NULL && text[0] != '\0')
        return TRUE;
    }
  /* A button around a label or a switch in a row is named by it. */
  return (GTK_IS_BUTTON (widget) && interface_find (widget, GTK_TYPE_LABEL, NULL) != NULL)
         || (ADW_IS_PREFERENCES_ROW (widget))
         || gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER) != NULL;
}

static char *
describe_place (GtkWidget *widget)
{
  GString *place = g_string_new (NULL);

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_string_append_printf (place, " < %s %s", G_OBJECT_TYPE_NAME (widget),
                            gtk_widget_get_name (widget));
  return g_string_free (place, FALSE);
}

void
interface_assert_accessible (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (must_have_name (root) && !has_name (root))
    {
      g_autofree char *place = describe_place (root);

      g_error ("a control has no accessible name:%s", place);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    interface_assert_accessible (child);
}

/* A window that was just asked for another size has nothing to show for a moment. */
static GskRenderNode *
make_node (GtkWindow *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (GTK_WIDGET (window)),
                          gtk_widget_get_height (GTK_WIDGET (window)));
  return gtk_snapshot_free_to_node (snapshot);
}

static gboolean
is_drawn (gpointer data)
{
  g_autoptr (GskRenderNode) node = make_node (data);

  return node != NULL;
}

static void
save_picture (GtkWindow *window, const char *path)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t bounds;

  interface_wait (NULL, is_drawn, window, "the window to be drawn");
  node = make_node (window);
  graphene_rect_init (&bounds, 0, 0, (float)gtk_widget_get_width (GTK_WIDGET (window)),
                      (float)gtk_widget_get_height (GTK_WIDGET (window)));
  texture
      = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &bounds);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
interface_shoot (GtkWindow *window, const char *name)
{
  static const struct
  {
    const char *suffix;
    int width;
    int height;
    AdwColorScheme scheme;
  } pictures[] = {
    { "narrow-dark", 360, 720, ADW_COLOR_SCHEME_FORCE_DARK },
    { "narrow", 360, 720, ADW_COLOR_SCHEME_FORCE_LIGHT },
    { "dark", 0, 0, ADW_COLOR_SCHEME_FORCE_DARK },
    { "light", 0, 0, ADW_COLOR_SCHEME_FORCE_LIGHT },
  };
  const char *folder = g_getenv ("SCREENSHOTS");
  int width;
  int height;

  if (folder == NULL)
    return;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  gtk_window_get_default_size (window, &width, &height);
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%s-%s.png", folder, name, pictures[i].suffix);

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), pictures[i].scheme);
      gtk_window_set_default_size (window, pictures[i].width > 0 ? pictures[i].width : width,
                                   pictures[i].height > 0 ? pictures[i].height : height);
      interface_settle (NULL);
      save_picture (window, path);
    }
}
