/* The settings: eight groups under one parent.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "bright-settings.h"

#include "bright-error.h"
#include "bright-json.h"
#include "bright-settings-table.h"
#include "bright-time.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_VERSION 1

struct _BrightSettings
{
  GObject parent_instance;

  BrightSettingsGroup *groups[BRIGHT_N_SETTINGS_GROUPS]; /* (owned) */
  BrightSettingsSnapshot *snapshot; /* (owned) (nullable): as long as nothing changed */
  JsonObject *unknown;              /* (owned) (nullable): what the file has besides the groups */
  gint64 made_at;                   /* seconds since 1970 */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BrightSettings, bright_settings, G_TYPE_OBJECT)

static void
on_group_notify (BrightSettingsGroup *group, GParamSpec *pspec, BrightSettings *self)
{
  g_autofree char *key
      = g_strdup_printf ("%s.%s", bright_settings_group_get_name (group), pspec->name);

  g_clear_pointer (&self->snapshot, bright_settings_snapshot_unref);
  g_signal_emit (self, signals[CHANGED], g_quark_from_string (key), key);
}

static void
bright_settings_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, BRIGHT_SETTINGS (object)->groups[id - 1]);
}

static void
bright_settings_dispose (GObject *object)
{
  BrightSettings *self = BRIGHT_SETTINGS (object);

  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    g_clear_object (&self->groups[i]);
  G_OBJECT_CLASS (bright_settings_parent_class)->dispose (object);
}

static void
bright_settings_finalize (GObject *object)
{
  BrightSettings *self = BRIGHT_SETTINGS (object);

  g_clear_pointer (&self->snapshot, bright_settings_snapshot_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  G_OBJECT_CLASS (bright_settings_parent_class)->finalize (object);
}

static void
bright_settings_class_init (BrightSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bright_settings_get_property;
  object_class->dispose = bright_settings_dispose;
  object_class->finalize = bright_settings_finalize;
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    g_object_class_install_property (
        object_class, i + 1,
        g_param_spec_object (bright_settings_tables[i].name, NULL, NULL,
                             bright_settings_group_type_of (i),
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bright_settings_init (BrightSettings *self)
{
  self->made_at = g_get_real_time () / G_USEC_PER_SEC;
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    {
      self->groups[i] = g_object_new (bright_settings_group_type_of (i), NULL);
      g_signal_connect_object (self->groups[i], "notify", G_CALLBACK (on_group_notify), self, 0);
    }
}

BrightSettings *
bright_settings_new (void)
{
  return g_object_new (BRIGHT_TYPE_SETTINGS, NULL);
}

BrightSettingsGroup *
bright_settings_get_group (BrightSettings *self, const char *name)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS (self) && name != NULL, NULL);

  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    if (g_str_equal (bright_settings_tables[i].name, name))
      return self->groups[i];
  return NULL;
}

BrightSettingsSnapshot *
bright_settings_snapshot (BrightSettings *self)
{
  g_return_val_if_fail (BRIGHT_IS_SETTINGS (self), NULL);

  if (self->snapshot == NULL)
    self->snapshot = bright_settings_snapshot_new (self->groups);
  return bright_settings_snapshot_ref (self->snapshot);
}

static void
check_version (JsonNode *node, BrightSettingsReport *report)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64
      || json_node_get_int (node) != FILE_VERSION)
    g_ptr_array_add (report->faults, g_strdup_printf ("version: expected %d", FILE_VERSION));
}

static void
read_member (BrightSettings *self, const char *name, JsonNode *node, BrightSettingsReport *report)
{
  BrightSettingsGroup *group = bright_settings_get_group (self, name);

  if (group != NULL)
    {
      bright_settings_group_read (group, node, report);
      return;
    }
  if (g_str_equal (name, "version"))
    {
      check_version (node, report);
      return;
    }
  bright_settings_keep_unknown (&self->unknown, name, name, node, report);
}

BrightSettings *
bright_settings_load_text (const char *text, GPtrArray **warnings, GError **error)
{
  g_autoptr (BrightSettings) self = bright_settings_new ();
  g_auto (BrightSettingsReport) report = { 0 };
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GList) members = NULL;
  g_autoptr (GError) failure = NULL;
  JsonObject *object;

  g_return_val_if_fail (text != NULL, NULL);

  root = bright_json_parse (text, -1, &failure);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS,
                           root == NULL ? failure->message : "the settings must be an object");
      return NULL;
    }
  bright_settings_report_init (&report);
  object = json_node_get_object (root);
  members = json_object_get_members (object);
  for (GList *link = members; link != NULL; link = link->next)
    read_member (self, link->data, json_object_get_member (object, link->data), &report);
  if (!bright_settings_report_check (&report, error))
    return NULL;
  if (warnings != NULL)
    *warnings = g_steal_pointer (&report.warnings);
  return g_steal_pointer (&self);
}

gboolean
bright_settings_read_text (const char *path, char **text, GError **error)
{
  g_autofree char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) failure = NULL;

  g_return_val_if_fail (path != NULL && text != NULL, FALSE);

  *text = NULL;
  if (!g_file_get_contents (path, &contents, &length, &failure))
    {
      if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, failure->message);
      return FALSE;
    }
  if (strlen (contents) != length)
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_SETTINGS, "the settings are no text");
      return FALSE;
    }
  *text = g_steal_pointer (&contents);
  return TRUE;
}

BrightSettings *
bright_settings_load (const char *path, GPtrArray **warnings, GError **error)
{
  g_autofree char *text = NULL;

  if (!bright_settings_read_text (path, &text, error))
    return NULL;
  return bright_settings_load_text (text != NULL ? text : "{}", warnings, error);
}

char *
bright_settings_dup_text (BrightSettings *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  JsonObject *object = json_object_new ();

  g_return_val_if_fail (BRIGHT_IS_SETTINGS (self), NULL);

  json_object_set_int_member (object, "version", FILE_VERSION);
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    json_object_set_member (object, bright_settings_tables[i].name,
                            bright_settings_group_write (self->groups[i]));
  bright_settings_copy_members (self->unknown, object);
  json_node_take_object (root, object);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

void
bright_settings_take_over (BrightSettings *self, BrightSettings *other, GHashTable *keep)
{
  g_return_if_fail (BRIGHT_IS_SETTINGS (self) && BRIGHT_IS_SETTINGS (other));

  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    g_object_freeze_notify (G_OBJECT (self->groups[i]));
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    bright_settings_group_take_over (self->groups[i], other->groups[i], keep);
  g_clear_pointer (&self->unknown, json_object_unref);
  if (other->unknown != NULL)
    self->unknown = json_object_ref (other->unknown);
  g_clear_pointer (&self->snapshot, bright_settings_snapshot_unref);
  for (guint i = 0; i < BRIGHT_N_SETTINGS_GROUPS; i++)
    g_object_thaw_notify (G_OBJECT (self->groups[i]));
}

void
bright_settings_choose_go_live (BrightSettings *self)
{
  BrightSettingsGroup *schedule = bright_settings_get_group (self, "schedule");
  g_autofree char *go_live = bright_settings_group_dup_text (schedule, "go-live");
  g_autofree char *now = NULL;

  if (*go_live != '\0')
    return;
  now = bright_time_format (self->made_at);
  g_object_set (schedule, "go-live", now, NULL);
}

gboolean
bright_settings_write_text (const char *text, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failure = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "cannot make the folder %s: %s",
                   folder, g_strerror (errno));
      return FALSE;
    }
  /* Newer versions of GLib keep the mode of a file that is there. */
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && g_chmod (path, 0600) != 0)
    {
      g_set_error (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, "cannot protect %s: %s", path,
                   g_strerror (errno));
      return FALSE;
    }
  if (!g_file_set_contents_full (path, text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &failure))
    {
      g_set_error_literal (error, BRIGHT_ERROR, BRIGHT_ERROR_STORAGE, failure->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
bright_settings_save (BrightSettings *self, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (BRIGHT_IS_SETTINGS (self) && path != NULL, FALSE);

  bright_settings_choose_go_live (self);
  text = bright_settings_dup_text (self);
  return bright_settings_write_text (text, path, error);
}
