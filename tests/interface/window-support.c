/* A window over a practice store, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "window-support.h"

#include "bright-shortcuts.h"

#include <string.h>

void
window_fixture_open (WindowFixture *fixture)
{
  fixture->window = g_object_ref_sink (bright_window_new (fixture->application, FALSE));
  bright_window_set_service (fixture->window, fixture->profile->service);
  gtk_window_present (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
}

void
window_fixture_close (WindowFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  interface_settle (fixture->profile);
  interface_await_finalized (fixture->profile, fixture->window);
}

void
window_fixture_set_up (WindowFixture *fixture, gconstpointer settings)
{
  static guint number;
  /* An application that never ran leaves its objects on the bus. */
  g_autofree char *id = g_strdup_printf ("com.example.BrightConnect.Test%u", number++);
  g_autoptr (GError) error = NULL;

  fixture->practice = practice_start ("--orders", "60", NULL);
  fixture->profile = profile_new (fixture->practice, settings);
  fixture->application = gtk_application_new (id, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (fixture->application), NULL, &error);
  g_assert_no_error (error);
  bright_shortcuts_install (fixture->application);
  window_fixture_open (fixture);
}

void
window_fixture_tear_down (WindowFixture *fixture, gconstpointer unused)
{
  window_fixture_close (fixture);
  g_clear_object (&fixture->application);
  g_clear_pointer (&fixture->profile, profile_free);
  g_clear_pointer (&fixture->practice, practice_stop);
}

GtkWidget *
window_fixture_get (WindowFixture *fixture, GType type, const char *text)
{
  return interface_get (GTK_WIDGET (fixture->window), type, text);
}

GtkWidget *
window_fixture_find (WindowFixture *fixture, GType type, const char *text)
{
  return interface_find (GTK_WIDGET (fixture->window), type, text);
}

const char *
window_fixture_get_page (WindowFixture *fixture)
{
  return adw_view_stack_get_visible_child_name (
      ADW_VIEW_STACK (window_fixture_get (fixture, ADW_TYPE_VIEW_STACK, NULL)));
}

gboolean
window_fixture_is_working (gpointer data)
{
  WindowFixture *fixture = data;
  g_autofree char *state = NULL;

  g_object_get (fixture->profile->service, "state", &state, NULL);
  return strcmp (state, "working") == 0;
}

gboolean
window_fixture_is_idle (gpointer data)
{
  return !window_fixture_is_working (data);
}

/* What the toast says; NULL without one. */
const char *
window_fixture_get_toast (WindowFixture *fixture)
{
  GtkWidget *toast = window_fixture_find (fixture, g_type_from_name ("AdwToastWidget"), NULL);
  GtkWidget *label = toast != NULL ? interface_find (toast, GTK_TYPE_LABEL, NULL) : NULL;

  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}
