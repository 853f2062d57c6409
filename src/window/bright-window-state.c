/* The window: its size and page, remembered.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A program that was not installed has no schema; then nothing is remembered.
 */
#include "bright-window-private.h"

#define SCHEMA "com.example.BrightConnect"

GSettings *
bright_window_state_open (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

void
bright_window_state_restore (BrightWindow *self)
{
  int width;
  int height;

  if (self->state == NULL)
    return;
  width = g_settings_get_int (self->state, "width");
  height = g_settings_get_int (self->state, "height");
  if (width > 0 && height > 0)
    gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->state, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

void
bright_window_state_restore_page (BrightWindow *self)
{
  g_autofree char *page = NULL;

  if (self->state == NULL)
    return;
  page = g_settings_get_string (self->state, "page");
  if (adw_view_stack_get_child_by_name (self->views, page) != NULL)
    adw_view_stack_set_visible_child_name (self->views, page);
}

/* The default size follows the window while it is neither maximized nor full. */
void
bright_window_state_save (BrightWindow *self)
{
  const char *page = adw_view_stack_get_visible_child_name (self->views);
  int width;
  int height;

  if (self->state == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_delay (self->state);
  g_settings_set_int (self->state, "width", width);
  g_settings_set_int (self->state, "height", height);
  g_settings_set_boolean (self->state, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->service != NULL && page != NULL)
    g_settings_set_string (self->state, "page", page);
  g_settings_apply (self->state);
}
