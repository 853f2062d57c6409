/* The page Settings on a virtual display, over a real practice store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "settings-view.h"

#include "bright-json.h"
#include "bright-settings-tab.h"
#include "bright-sync-accounts.h"
#include "bright-sync-insight.h"
#include "test-util.h"

#include <string.h>

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **)data != NULL;
}

/* Reads what both platforms have, as the window does when it is asked to. */
static void
read_choices (SettingsView *view)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  bright_sync_service_refresh_choices_async (view->profile->service, NULL, test_keep_result,
                                             &result);
  interface_wait (view->profile, has_result, &result, "the choices");
  bright_sync_service_refresh_choices_finish (view->profile->service, result, &error);
  g_assert_no_error (error);
}

/* The tabs are filled one after the other; the last is there when all are. */
static gboolean
is_filled (gpointer window)
{
  GtkWidget *found = interface_find_named_or_null (window, "inventory.full-check-hours");

  return found != NULL;
}

void
settings_view_set_up (SettingsView *view, gconstpointer settings)
{
  view->practice = practice_start ("--orders", "60", NULL);
  view->profile = profile_new (view->practice, settings);
  profile_sync_and_forget (view->profile);
  read_choices (view);
  view->window = g_object_ref_sink (bright_window_new (NULL, FALSE));
  bright_window_set_service (view->window, view->profile->service);
  gtk_window_present (GTK_WINDOW (view->window));
  gtk_widget_activate_action (GTK_WIDGET (view->window), "win.show-page", "s", "settings");
  interface_wait (view->profile, is_filled, view->window, "the tabs to be filled");
  interface_settle (view->profile);
}

void
settings_view_tear_down (SettingsView *view, gconstpointer unused)
{
  gtk_window_destroy (GTK_WINDOW (view->window));
  interface_settle (view->profile);
  interface_await_finalized (view->profile, view->window);
  g_clear_pointer (&view->profile, profile_free);
  g_clear_pointer (&view->practice, practice_stop);
}

/* ---- Settings ---- */

static BrightSettingsGroup *
find_group (SettingsView *view, const char *name, const char **key)
{
  const char *dot = strchr (name, '.');
  g_autofree char *group = g_strndup (name, (gsize)(dot - name));

  *key = dot + 1;
  return bright_settings_get_group (bright_sync_service_get_settings (view->profile->service),
                                    group);
}

char *
settings_view_dup_value (SettingsView *view, const char *key)
{
  const char *own;
  BrightSettingsGroup *group = find_group (view, key, &own);
  g_autoptr (JsonNode) node = bright_settings_group_dup_json (group, own);

  return json_to_string (node, FALSE);
}

char *
settings_view_dup_written (SettingsView *view, const char *key)
{
  const char *own = strchr (key, '.') + 1;
  g_autofree char *group = g_strndup (key, (gsize)(own - key - 1));
  g_autofree char *path
      = g_build_filename (view->profile->folder, "configuration", "settings.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  bright_sync_service_flush_settings (view->profile->service);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  return json_to_string (json_object_get_member (json_object_get_object_member (root, group), own),
                         FALSE);
}

void
settings_view_set_value (SettingsView *view, const char *key, const char *value)
{
  const char *own;
  BrightSettingsGroup *group = find_group (view, key, &own);
  g_autofree char *json = g_strdelimit (g_strdup (value), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (node);
  bright_settings_group_set_json (group, own, node, &error);
  g_assert_no_error (error);
}

void
settings_view_assert_value (SettingsView *view, const char *key, const char *expected)
{
  g_autofree char *value = settings_view_dup_value (view, key);
  g_autofree char *json = g_strdelimit (g_strdup (expected), "'", '"');

  g_assert_cmpstr (value, ==, json);
}

/* ---- Widgets ---- */

void
settings_view_open (SettingsView *view, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (view->window), "win.show-setting", "s", key);
  interface_settle (view->profile);
}

GtkWidget *
settings_view_get_control (SettingsView *view, const char *key, GType type)
{
  settings_view_open (view, key);
  return interface_get (interface_find_named (GTK_WIDGET (view->window), key), type, NULL);
}

void
settings_view_undo (SettingsView *view)
{
  interface_settle (view->profile);
  interface_click (interface_get (GTK_WIDGET (view->window), GTK_TYPE_BUTTON, "Undo"));
  interface_settle (view->profile);
}

const char *
settings_view_get_toast (SettingsView *view)
{
  GtkWidget *button;
  GtkWidget *toast;

  interface_settle (view->profile);
  button = interface_find (GTK_WIDGET (view->window), GTK_TYPE_BUTTON, "Undo");
  if (button == NULL)
    return NULL;
  toast = gtk_widget_get_parent (button);
  return gtk_label_get_label (GTK_LABEL (interface_get (toast, GTK_TYPE_LABEL, NULL)));
}
