/* What the desktop keeps for the application: window, background, notifications.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-desktop-settings.h"

#define SCHEMA "com.example.BrightConnect"

/* GSettings ends the program over a schema or a key that is not there. */
static gboolean
has_keys (GSettingsSchema *schema)
{
  static const char *const keys[] = { "keep-running", "notification-level" };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (!g_settings_schema_has_key (schema, keys[i]))
      return FALSE;
  return TRUE;
}

GSettings *
bright_desktop_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA, TRUE);
  if (schema == NULL || !has_keys (schema))
    {
      g_debug ("no settings schema; choices last as long as the program");
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}
